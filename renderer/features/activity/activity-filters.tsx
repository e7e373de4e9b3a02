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
const KINDS = Object.entries(KIND).map(([value, { word }]) => ({ value: value as ActivityKind, label: word }));

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
      <FilterSelect
        className={css.account ?? ''}
        label="Filter by account"
        everything="Every account"
        searchable={accounts.length > 8}
        data={accounts}
        value={filter.account}
        onChange={(account) => {
          onChange({ ...filter, account });
        }}
      />
      <FilterSelect
        className={css.kind ?? ''}
        label="Filter by kind"
        everything="Everything"
        data={KINDS}
        value={filter.kind}
        onChange={(kind) => {
          onChange({ ...filter, kind });
        }}
      />
      <FilterSelect
        className={css.kind ?? ''}
        label="Filter by outcome"
        everything="Every outcome"
        data={OUTCOMES}
        value={filter.outcome}
        onChange={(outcome) => {
          onChange({ ...filter, outcome });
        }}
      />
    </div>
  );
}

interface FilterSelectProps<T extends string> {
  readonly label: string;
  /** What is let through while nothing is chosen. */
  readonly everything: string;
  readonly data: readonly (T | { readonly value: T; readonly label: string })[];
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  readonly className: string;
  readonly searchable?: boolean;
}

function FilterSelect<T extends string>({ label, everything, ...rest }: FilterSelectProps<T>) {
  return <Select size="sm" aria-label={label} placeholder={everything} clearable clearButtonProps={{ 'aria-label': everything }} {...rest} />;
}
