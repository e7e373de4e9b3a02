import { Select } from '@mantine/core';
import { Lock } from 'lucide-react';
import { useMemo } from 'react';
import type { ApiMethodRowDto } from '../../../../preload/contract/apis.ts';
import { VerbChip } from './effect-chip.tsx';
import css from './method-select.module.css';
import { matching } from './method-rows.ts';

/** Options drawn at once; typing narrows them down. */
const MOST = 80;

interface MethodSelectProps {
  readonly methods: readonly ApiMethodRowDto[];
  readonly value: string | null;
  readonly onChange: (id: string) => void;
}

/** Combobox `Method`: any method of the API by typing parts of its name or path. */
export function MethodSelect({ methods, value, onChange }: MethodSelectProps) {
  const byId = useMemo(() => new Map(methods.map((one) => [one.id, one])), [methods]);
  const ids = useMemo(() => [...byId.keys()], [byId]);
  return (
    <Select
      className={css.select ?? ''}
      label="Method"
      searchable
      data={ids}
      value={value}
      limit={MOST}
      filter={({ search, limit }) => matching(methods, search).slice(0, limit).map(({ id }) => ({ value: id, label: id, disabled: false }))}
      nothingFoundMessage="No method matches."
      maxDropdownHeight={360}
      spellCheck={false}
      classNames={{ input: 'gd-mono' }}
      renderOption={({ option }) => {
        const method = byId.get(option.value);
        if (method === undefined) return option.label;
        return (
          <span className={css.option} data-locked={!method.ready || undefined}>
            <span aria-hidden="true">
              <VerbChip verb={method.httpMethod} effect={method.effect} />
            </span>
            <span className="gd-mono">{method.id}</span>
            {!method.ready && <Lock size={12} strokeWidth={2} aria-hidden="true" />}
            {!method.ready && <span className="gd-visually-hidden">locked</span>}
          </span>
        );
      }}
      onChange={(id) => {
        if (id !== null) onChange(id);
      }}
    />
  );
}
