import { useDeferredValue, useMemo, useState } from 'react';
import { NothingFits } from '../../ui/nothing-fits.tsx';
import type { ActivityRowDto, LogCheckDto } from '../../../preload/contract/activity.ts';
import { useNow } from '../../ui/use-now.ts';
import { accountsIn, filterRows, isFiltering, NO_FILTER } from './activity-filter.ts';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityTable } from './activity-table.tsx';
import { LogCheckPanel } from './log-check-panel.tsx';

/** Rows drawn at first, and with every `Show older`. */
const STEP = 200;

interface ActivityLogProps {
  readonly rows: readonly ActivityRowDto[];
  readonly check: LogCheckDto | null;
  readonly onCloseCheck: () => void;
}

/** The result of a check, the filters and the table; a row that the check names is brought into view. */
export function ActivityLog({ rows, check, onCloseCheck }: ActivityLogProps) {
  const [filter, setFilter] = useState(NO_FILTER);
  const [limit, setLimit] = useState(STEP);
  const [target, setTarget] = useState<number | null>(null);
  // Headings say `Today`: the minute is near enough.
  const now = useNow(null, 'minute');
  const sorted = useMemo(() => rows.toSorted((a, b) => b.at - a.at), [rows]);
  const wanted = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(sorted, wanted), [sorted, wanted]);
  const accounts = useMemo(() => accountsIn(rows), [rows]);
  const seqs = useMemo(() => new Set(rows.map(({ seq }) => seq).filter((seq) => seq !== null)), [rows]);

  function show(seq: number) {
    setFilter(NO_FILTER);
    setLimit(Math.max(limit, sorted.findIndex((row) => row.seq === seq) + 20));
    setTarget(seq);
  }

  return (
    <>
      {check !== null && (
        <LogCheckPanel
          check={check}
          since={sorted.at(-1)?.at ?? null}
          seqs={seqs}
          onShow={show}
          onClose={() => {
            setTarget(null);
            onCloseCheck();
          }}
        />
      )}
      {rows.length > 0 && (
        <ActivityFilters
          filter={filter}
          accounts={accounts}
          onChange={(next) => {
            setFilter(next);
            setLimit(STEP);
            setTarget(null);
          }}
        />
      )}
      <ActivityTable
        rows={shown}
        limit={limit}
        check={check}
        target={target}
        now={now}
        onOlder={() => {
          setLimit(limit + STEP);
        }}
      />
      {isFiltering(filter) && shown.length === 0 && (
        <NothingFits
          sentence="No entry fits."
          onShowAll={() => {
            setFilter(NO_FILTER);
          }}
        />
      )}
    </>
  );
}
