import { Select } from '@mantine/core';
import type { ApiDto } from '../../../../preload/contract/apis.ts';
import { Chip } from '../../../ui/chip.tsx';
import css from './api-select.module.css';

interface ApiSelectProps {
  readonly apis: readonly ApiDto[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** `Google Calendar API v3` */
export function apiTitle({ title, version }: Pick<ApiDto, 'title' | 'version'>): string {
  return `${title} ${version}`;
}

/** Combobox `API`: every API known here, with where its methods come from. */
export function ApiSelect({ apis, value, onChange }: ApiSelectProps) {
  const byId = new Map(apis.map((one) => [one.id, one]));
  return (
    <Select
      label="API"
      searchable={apis.length > 12}
      data={apis.map((one) => ({ value: one.id, label: apiTitle(one) }))}
      value={value}
      maxDropdownHeight={360}
      renderOption={({ option }) => {
        const api = byId.get(option.value);
        return (
          <span className={css.option}>
            <span className={css.title}>{option.label}</span>
            {api !== undefined && (
              <span className={css.badges} aria-hidden="true">
                <Chip>{api.source === 'shipped' ? 'Shipped' : 'Document'}</Chip>
                {api.changes > 0 && <Chip tone="warn">{api.changes} changed</Chip>}
              </span>
            )}
          </span>
        );
      }}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
    />
  );
}
