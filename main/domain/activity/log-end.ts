import { GENESIS, hashOf, type Link } from './chain.ts';
import type { ChainedRow } from './activity-row.ts';
import { EMPTY_HEAD, type LogHead } from './log-head.ts';
import { droppedBefore, segmentOf, type LogShape } from './log-shape.ts';
import { placedRows, type StoredLog } from './stored-log.ts';

/** Where a stored log goes on. */
export interface LogEnd {
  readonly head: LogHead;
  /** What the next row follows: the head, or the rows after it that a save wrote before it was interrupted. */
  readonly last: Link;
}

/**
 * Finds the end of a stored log. A head is believed: when rows before it are missing the numbers go on behind it, so that the hole stays
 * to be seen. Rows after the head belong to the log as far as they follow it without a break.
 * @param now milliseconds since the epoch, for what is found wrong with the head
 */
export async function endOf(stored: StoredLog, shape: LogShape, now: number): Promise<LogEnd> {
  const rows = placedRows(stored.segments)
    .filter(({ row, segment }) => segmentOf(row.seq, shape) === segment)
    .map(({ row }) => row);
  if (stored.head === null) return endWithoutHead(stored, rows, shape, now);
  return { head: stored.head, last: await followed(stored.head, rows) };
}

async function followed(head: Link, rows: readonly ChainedRow[]): Promise<Link> {
  const bySeq = new Map(rows.map((row) => [row.seq, row]));
  let last: Link = { seq: head.seq, hash: head.hash };
  for (;;) {
    const next = bySeq.get(last.seq + 1);
    if (next === undefined || next.hash !== (await hashOf(last.hash, next))) return last;
    last = { seq: next.seq, hash: next.hash };
  }
}

/** Every log has a head before it has rows: without one, either there is nothing at all or it was lost. */
function endWithoutHead(stored: StoredLog, rows: readonly ChainedRow[], shape: LogShape, now: number): LogEnd {
  if (!stored.headThere && stored.segments.size === 0) return { head: EMPTY_HEAD, last: GENESIS };
  const last = rows.reduce<Link>((latest, { seq, hash }) => (seq > latest.seq ? { seq, hash } : latest), GENESIS);
  const dropped = droppedBefore(last.seq, shape);
  const found = [{ kind: stored.headThere ? ('unreadable' as const) : ('cut-off' as const), seq: last.seq, at: now }];
  return { head: { ...last, anchor: dropped === 0 ? GENESIS : { seq: dropped, hash: null }, found }, last };
}
