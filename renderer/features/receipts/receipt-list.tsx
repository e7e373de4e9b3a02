import { Ban, Check, TriangleAlert } from 'lucide-react';
import type { ReceiptDto } from '../../../preload/contract/receipts.ts';
import { clockTime, dateFrom } from '../../ui/duration.ts';
import classes from './receipt-list.module.css';
import { countsOf, countWords, OUTCOME_WORD, PURPOSE_WORD, SURFACE_WORD, type Counts } from './receipt-words.ts';

const ICON = { granted: Check, failed: TriangleAlert, cancelled: Ban } as const;

interface ReceiptListProps {
  readonly receipts: readonly ReceiptDto[];
  readonly now: number;
  readonly chosen: string | null;
  /** The list is about several accounts: each line names its own. */
  readonly naming: boolean;
  readonly onChoose: (id: string) => void;
}

/** Consents along a line of time, newest first. */
export function ReceiptList({ receipts, now, chosen, naming, onChoose }: ReceiptListProps) {
  const all = receipts.map(countsOf);
  const most = Math.max(1, ...all.map(({ asked, granted, refused }) => Math.max(asked, granted, refused)));
  return (
    <ol className={classes.list} aria-label="Consents">
      {receipts.map((receipt) => {
        const Icon = ICON[receipt.outcome];
        const counts = countsOf(receipt);
        return (
          <li key={receipt.id} className={classes.item} data-outcome={receipt.outcome}>
            <span className={classes.mark} aria-hidden="true">
              <Icon size={13} strokeWidth={2.4} />
            </span>
            <button
              type="button"
              className={classes.open}
              aria-current={receipt.id === chosen ? 'true' : undefined}
              onClick={() => {
                onChoose(receipt.id);
              }}
            >
              <span className={classes.when}>
                <time dateTime={new Date(receipt.endedAt).toISOString()}>
                  {dateFrom(receipt.endedAt, now)}, {clockTime(receipt.endedAt)}
                </time>
              </span>
              <span className={classes.title}>
                {PURPOSE_WORD[receipt.purpose]}
                {receipt.outcome !== 'granted' && <span className={classes.outcome}> · {OUTCOME_WORD[receipt.outcome]}</span>}
              </span>
              {naming && <span className={classes.who}>{receipt.account?.email ?? 'Nobody consented'}</span>}
              <Bars counts={counts} most={most} />
              <span className={classes.meta}>
                {countWords(counts)} · {SURFACE_WORD[receipt.surface]}
                {naming && ` · ${receipt.client.label}`}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

const BAR = 120;
const ROWS = ['asked', 'granted', 'refused'] as const;

/** The counts as bars of one scale, so that consents can be compared at a glance. A picture: the words below it say the same. */
function Bars({ counts, most }: { readonly counts: Counts; readonly most: number }) {
  return (
    <svg className={classes.bars} viewBox={`0 0 ${String(BAR)} 17`} width={BAR} height={17} aria-hidden="true">
      {ROWS.map((row, at) => (
        <g key={row} data-row={row}>
          <rect className={classes.track} x={0} y={at * 6} width={BAR} height={4} rx={2} />
          {counts[row] > 0 && <rect className={classes.bar} x={0} y={at * 6} width={Math.max(4, (counts[row] / most) * BAR)} height={4} rx={2} />}
        </g>
      ))}
    </svg>
  );
}
