import { Select } from '@mantine/core';
import type { ActivityRowDto } from '../../../preload/contract/activity.ts';
import { SearchInput } from '../../ui/search-input.tsx';
import type { ActivityFilter } from './activity-filter.ts';
import css from './activity-filters.module.css';
import { KIND, type ActivityKind } from './activity-kind.ts';

const OUTCOMES: readonly { readonly value: ActivityRowDto['outcome']; readonly label: string }[] = [
  { value: 'ok', label: 'Done' },
  { value: 'failed', label: 'Failed' },
  { value: 'cancelled', label: 'Cancelled' },
];
const KINDS = Object.entries(KIND).map(([value, { word }]) => ({ value, label: word }));

interface ActivityFiltersProps {
  readonly filter: ActivityFilter;
  readonly accounts: readonly string[];
  readonly onChange: (filter: ActivityFilter) => void;
}

/** One line of fields over the table; an emptied one lets everything through again. */
export function ActivityFilters({ filter, accounts, onChange }: ActivityFiltersProps) {
  return (
    <div className={css.filters} role="search" aria-label="Activity">
      <SearchInput
        className={css.text ?? ''}
        label="Search activity"
        placeholder="Search"
        value={filter.text}
        onChange={(text) => {
          onChange({ ...filter, text });
        }}
      />
      <Select
        size="sm"
        className={css.account ?? ''}
        aria-label="Filter by account"
        placeholder="Every account"
        clearable
        searchable={accounts.length > 8}
        clearButtonProps={{ 'aria-label': 'Every account' }}
        data={accounts}
        value={filter.account}
        onChange={(account) => {
          onChange({ ...filter, account });
        }}
      />
      <Select
        size="sm"
        className={css.kind ?? ''}
        aria-label="Filter by kind"
        placeholder="Everything"
        clearable
        clearButtonProps={{ 'aria-label': 'Everything' }}
        data={KINDS}
        value={filter.kind}
        onChange={(kind) => {
          onChange({ ...filter, kind: kind as ActivityKind | null });
        }}
      />
      <Select
        size="sm"
        className={css.kind ?? ''}
        aria-label="Filter by outcome"
        placeholder="Every outcome"
        clearable
        clearButtonProps={{ 'aria-label': 'Every outcome' }}
        data={OUTCOMES}
        value={filter.outcome}
        onChange={(outcome) => {
          onChange({ ...filter, outcome: outcome });
        }}
      />
    </div>
  );
}
