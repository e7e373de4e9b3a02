import { Button, Loader } from '@mantine/core';
import { CloudOff } from 'lucide-react';
import type { CalendarDto, CalendarStateDto } from '../../../preload/contract/calendar.ts';
import type { ExplanationDto, RemedyDto } from '../../../preload/contract/calls.ts';
import { timeAgo } from '../../ui/duration.ts';
import { ExplanationPanel } from '../../ui/explanation-panel.tsx';
import { useNow } from '../../ui/use-now.ts';
import css from './sync-status.module.css';

export interface SyncSummary {
  readonly loading: number;
  readonly arrived: number;
  /** Of the ticked calendars, the one brought up to date longest ago; null when one is not whole yet. Those that give nothing do not count. */
  readonly syncedAt: number | null;
  /** What went wrong, each with the calendars it concerns. */
  readonly problems: readonly { readonly problem: ExplanationDto; readonly titles: readonly string[] }[];
}

export function summarize(calendars: readonly CalendarDto[]): SyncSummary {
  const loading = calendars.filter(({ sync }) => sync.state === 'loading' || sync.state === 'waiting');
  const ticked = calendars.filter(({ selected }) => selected);
  const times = ticked.filter(({ sync }) => sync.state !== 'failed' || sync.syncedAt !== null || sync.events > 0).map(({ sync }) => sync.syncedAt);
  const byCode = new Map<string, { problem: ExplanationDto; titles: string[] }>();
  for (const { title, sync } of ticked) {
    if (sync.problem === null) continue;
    const group = byCode.get(sync.problem.code);
    if (group === undefined) byCode.set(sync.problem.code, { problem: sync.problem, titles: [title] });
    else group.titles.push(title);
  }
  return {
    loading: loading.length,
    arrived: loading.reduce((sum, { sync }) => sum + sync.arrived, 0),
    syncedAt: times.length === 0 || times.includes(null) ? null : Math.min(...times.filter((time) => time !== null)),
    problems: [...byCode.values()],
  };
}

/** `Updated 2 min ago`. */
export function UpdatedLine({ calendars }: { readonly calendars: readonly CalendarDto[] }) {
  const now = useNow();
  const { loading, syncedAt } = summarize(calendars);
  if (loading > 0) return <p>Bringing up to date…</p>;
  if (syncedAt === null) return null;
  return <p className="gd-num">Updated {timeAgo(now - syncedAt)}</p>;
}

interface SyncStripProps {
  readonly state: CalendarStateDto;
  readonly onCancel: () => void;
  readonly onRemedy: (remedy: RemedyDto) => void;
}

/** Above the view, only when there is something to say: a long load, no connection, what went wrong. */
export function SyncStrip({ state, onCancel, onRemedy }: SyncStripProps) {
  const now = useNow();
  const { loading, arrived, syncedAt, problems } = summarize(state.calendars);
  // What kept the list itself from being read is told about the account, not once more of its calendars.
  const told = problems.filter(({ problem }) => problem.code !== state.problem?.code);
  return (
    <>
      {loading > 0 && arrived > 0 && (
        <div className={css.strip} role="status" aria-label="Loading events">
          <Loader size={13} color="petrol" aria-hidden="true" />
          <span className="gd-num">
            {arrived.toLocaleString('en-GB')} events so far, {loading} {loading === 1 ? 'calendar' : 'calendars'} to go
          </span>
          <Button size="sm" variant="subtle" color="gray" onClick={onCancel}>
            Cancel
          </Button>
        </div>
      )}
      {state.offline && (
        <div className={css.strip} data-tone="warn" role="status" aria-label="Offline">
          <CloudOff size={14} strokeWidth={1.75} aria-hidden="true" />
          <span>
            Google could not be reached. {syncedAt === null ? 'Nothing has been loaded whole yet.' : `What is shown is from ${timeAgo(now - syncedAt)}.`}
          </span>
          <Button
            size="sm"
            onClick={() => {
              onRemedy({ kind: 'retry', notBefore: null });
            }}
          >
            Try again
          </Button>
        </div>
      )}
      {!state.offline &&
        told.map(({ problem, titles }) => (
          <div key={problem.code} className={css.problem}>
            <ExplanationPanel explanation={{ ...problem, title: `${titles.join(', ')}: ${problem.title}` }} onRemedy={onRemedy} />
          </div>
        ))}
    </>
  );
}
