import { Button } from '@mantine/core';
import { Ban, Check, ShieldAlert, TriangleAlert } from 'lucide-react';
import { memo, useEffect, useMemo, useRef } from 'react';
import type { ActivityRowDto, LogCheckDto } from '../../../preload/contract/activity.ts';
import { Chip } from '../../ui/chip.tsx';
import { KIND, kindOf } from './activity-kind.ts';
import { activityWords } from './activity-words.ts';
import { dayGroups } from './day-groups.ts';
import { problemOfRow } from './marked-rows.ts';
import css from './activity-table.module.css';

const OUTCOME = {
  ok: { word: 'Done', icon: Check, tone: 'ok' },
  failed: { word: 'Failed', icon: TriangleAlert, tone: 'bad' },
  cancelled: { word: 'Cancelled', icon: Ban, tone: 'neutral' },
} as const;

const NONE: LogCheckDto['problems'] = [];

interface ActivityTableProps {
  /** Newest first. */
  readonly rows: readonly ActivityRowDto[];
  /** How many of them are drawn. */
  readonly limit: number;
  readonly onOlder: () => void;
  readonly check: LogCheckDto | null;
  /** Number of a row to bring into view. */
  readonly target: number | null;
  /** Milliseconds since the epoch, for the headings. */
  readonly now: number;
}

/** Table `Activity`: a heading for each day, rows that a check found wrong marked. */
export function ActivityTable({ rows, limit, onOlder, check, target, now }: ActivityTableProps) {
  const days = useMemo(() => dayGroups(rows.slice(0, limit), now), [rows, limit, now]);
  const problems = check?.problems ?? NONE;
  return (
    <>
      <div className={css.frame}>
        <table className={css.table} aria-label="Activity">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Account</th>
              <th scope="col">What</th>
              <th scope="col">Outcome</th>
            </tr>
          </thead>
          {days.map(({ key, heading, rows: ofDay }) => (
            <tbody key={key}>
              <tr className={css.day}>
                <th colSpan={4} scope="rowgroup">
                  {heading}
                </th>
              </tr>
              {ofDay.map((row) => (
                <Row key={row.id} row={row} problem={problemOfRow(problems, row.seq)?.message ?? null} isTarget={target !== null && row.seq === target} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      {rows.length > limit && (
        <div>
          <Button onClick={onOlder}>Show older</Button>
        </div>
      )}
    </>
  );
}

interface RowProps {
  readonly row: ActivityRowDto;
  readonly problem: string | null;
  readonly isTarget: boolean;
}

const Row = memo(function Row({ row: { at, account, what, outcome, detail }, problem, isTarget }: RowProps) {
  const { word, icon, tone } = OUTCOME[outcome];
  const { words, method } = activityWords(what);
  const Icon = KIND[kindOf(what)].icon;
  const time = new Date(at);
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (isTarget) element.current?.scrollIntoView({ block: 'center' });
  }, [isTarget]);
  return (
    <tr ref={element} data-wrong={problem === null ? undefined : true} data-target={isTarget || undefined}>
      <td className={`gd-num ${css.time}`}>
        <time dateTime={time.toISOString()}>{time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })}</time>
      </td>
      <td className={css.account} title={account ?? undefined}>
        {account ?? <span className="gd-text-3">No account</span>}
      </td>
      <td>
        <span className={css.what}>
          <Icon className={css.icon} size={15} strokeWidth={1.75} aria-hidden="true" />
          {words}
          {method !== null && <span className="gd-mono"> {method}</span>}
        </span>
        {detail !== null && <span className={css.detail}>{detail}</span>}
        {problem !== null && (
          <span className={css.problem}>
            <ShieldAlert size={14} strokeWidth={1.75} aria-hidden="true" />
            {problem}
          </span>
        )}
      </td>
      <td>
        <Chip icon={icon} tone={tone}>
          {word}
        </Chip>
      </td>
    </tr>
  );
});
