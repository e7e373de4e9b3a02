import { Button } from '@mantine/core';
import { Ban, Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ActivityRowDto } from '../../../preload/contract/activity.ts';
import { Chip } from '../../ui/chip.tsx';
import { activityWords } from './activity-words.ts';
import css from './activity-table.module.css';

const STEP = 200;

const OUTCOME = {
  ok: { word: 'Done', icon: Check, tone: 'ok' },
  failed: { word: 'Failed', icon: TriangleAlert, tone: 'bad' },
  cancelled: { word: 'Cancelled', icon: Ban, tone: 'neutral' },
} as const;

/** Table `Activity`, newest first whatever order it comes in; drawn in steps of 200 rows. */
export function ActivityTable({ rows }: { readonly rows: readonly ActivityRowDto[] }) {
  const [limit, setLimit] = useState(STEP);
  const sorted = rows.toSorted((a, b) => b.at - a.at);
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
          <tbody>
            {sorted.slice(0, limit).map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > limit && (
        <div>
          <Button
            onClick={() => {
              setLimit(limit + STEP);
            }}
          >
            Show earlier entries
          </Button>
        </div>
      )}
    </>
  );
}

function Row({ row: { at, account, what, outcome, detail } }: { readonly row: ActivityRowDto }) {
  const { word, icon, tone } = OUTCOME[outcome];
  const { words, method } = activityWords(what);
  const time = new Date(at);
  return (
    <tr>
      <td className={`gd-num ${css.time}`}>
        <time dateTime={time.toISOString()}>
          {time.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })}
          <span className={css.day}>{time.toLocaleDateString('en-GB', { weekday: 'short', day: 'numeric', month: 'short' })}</span>
        </time>
      </td>
      <td className={css.account} title={account ?? undefined}>
        {account ?? <span className="gd-text-3">No account</span>}
      </td>
      <td>
        <span className={css.what}>
          {words}
          {method !== null && <span className="gd-mono"> {method}</span>}
        </span>
        {detail !== null && <span className={css.detail}>{detail}</span>}
      </td>
      <td>
        <Chip icon={icon} tone={tone}>
          {word}
        </Chip>
      </td>
    </tr>
  );
}
