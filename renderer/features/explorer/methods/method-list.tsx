import { Checkbox } from '@mantine/core';
import { useDeferredValue, useMemo, useState } from 'react';
import type { ApiMethodRowDto } from '../../../../preload/contract/apis.ts';
import css from './method-list.module.css';
import { MethodRows } from './method-rows-view.tsx';
import { matching, rowsOf } from './method-rows.ts';
import { SearchInput } from '../../../ui/search-input.tsx';

interface MethodListProps {
  readonly methods: readonly ApiMethodRowDto[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** Every method of an API to look through: by resource, with what it does, and whether the grant opens it. */
export function MethodList({ methods, chosen, onChoose }: MethodListProps) {
  const [search, setSearch] = useState('');
  const [readyOnly, setReadyOnly] = useState(false);
  const words = useDeferredValue(search);
  const ready = useMemo(() => methods.filter((one) => one.ready), [methods]);
  const rows = useMemo(() => rowsOf(matching(readyOnly ? ready : methods, words)), [methods, ready, readyOnly, words]);
  return (
    <div className={css.list}>
      <div className={css.tools}>
        <SearchInput label="Filter methods" value={search} onChange={setSearch} />
        <div className={css.counts}>
          <Checkbox
            label="Ready only"
            checked={readyOnly}
            onChange={(event) => {
              setReadyOnly(event.currentTarget.checked);
            }}
          />
          <span className="gd-meta gd-num">
            {ready.length.toLocaleString('en-GB')} of {methods.length.toLocaleString('en-GB')} ready
          </span>
        </div>
      </div>
      {rows.length === 0 ? (
        <p className={css.none}>
          {readyOnly && words === '' ? 'The grant opens none of these methods. Choose a locked one to see which scope would.' : 'No method matches. Change the filter.'}
        </p>
      ) : (
        <MethodRows key={`${words} ${readyOnly}`} rows={rows} chosen={chosen} onChoose={onChoose} />
      )}
    </div>
  );
}
