import type { ChainedRow } from './activity-row.ts';
import { hashOf } from './chain.ts';
import { placeProblems, runsOf } from './check-places.ts';
import { findingProblem, headProblems, problemOf, type LogProblem } from './log-problem.ts';
import type { LogHead } from './log-head.ts';
import { segmentOf, type LogShape } from './log-shape.ts';
import { placedRows, type StoredLog } from './stored-log.ts';

/** What a check of the whole log found. */
export interface LogCheck {
  readonly intact: boolean;
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
  readonly rows: number;
  /** Number of the first row that is kept. */
  readonly firstSeq: number;
  /** Hash of the last row; null for an empty log. */
  readonly head: string | null;
  readonly problems: readonly LogProblem[];
  /** What is no damage and still worth a word. */
  readonly notes: readonly string[];
}

/** Follows the chain from where the log begins to its head. @param now milliseconds since the epoch */
export async function checkLog(stored: StoredLog, shape: LogShape, now: number): Promise<LogCheck> {
  const { head } = stored;
  const first = segmentOf((head?.anchor.seq ?? 0) + 1, shape);
  const segments = new Map([...stored.segments].filter(([segment]) => segment >= first));
  const placed = placedRows(segments);
  const rows = uniqueRows(placed.map(({ row }) => row));
  const last = rows.at(-1) ?? null;
  const problems = [
    ...headProblems(stored, shape),
    ...placeProblems(segments, placed, shape),
    ...(head === null ? [] : await chainProblems(head, rows)),
    ...(head?.found ?? []).map(findingProblem),
  ];
  return {
    intact: problems.length === 0,
    checkedAt: now,
    rows: rows.length,
    firstSeq: rows[0]?.seq ?? (head?.anchor.seq ?? 0) + 1,
    head: last?.hash ?? null,
    problems,
    notes: head === null || last === null || last.seq <= head.seq || problems.length > 0 ? [] : [behindHeadNote(head.seq + 1, last.seq)],
  };
}

/** In words: rows that a save wrote before it could write the head. */
export function behindHeadNote(from: number, to: number): string {
  const rows = from === to ? `row ${from} was` : `rows ${from} to ${to} were`;
  return `A save was interrupted after ${rows} written and before the end of the log was. What was written follows the rest without a gap.`;
}

/** By number, each once: the first of those that are there twice. */
function uniqueRows(rows: readonly ChainedRow[]): readonly ChainedRow[] {
  return rows.toSorted((a, b) => a.seq - b.seq).filter((row, index, sorted) => row.seq !== sorted[index - 1]?.seq);
}

async function chainProblems(head: LogHead, rows: readonly ChainedRow[]): Promise<readonly LogProblem[]> {
  const problems: LogProblem[] = [];
  const changed: number[] = [];
  let seq = head.anchor.seq;
  // What the next row may follow: normally one hash. After a row that does not fit: the hash it carries (its words were changed) or the
  // one it should carry (its hash was). None: the row before is missing, and the next one is where the chain is taken up again.
  let before: readonly string[] = head.anchor.hash === null ? [] : [head.anchor.hash];
  for (const row of rows) {
    if (row.seq > seq + 1) {
      problems.push(problemOf('removed', seq + 1, row.seq - 1));
      before = [];
    }
    const expected = await Promise.all(before.map((hash) => hashOf(hash, row)));
    const fits = before.length === 0 || expected.includes(row.hash);
    if (!fits) changed.push(row.seq);
    before = fits ? [row.hash] : [row.hash, ...expected];
    seq = row.seq;
    if (seq === head.seq && !before.includes(head.hash)) problems.push(problemOf('changed', seq, seq, 'head'));
  }
  if (seq < head.seq) problems.push(problemOf('cut-off', seq + 1, head.seq));
  return [...runsOf(changed).map(({ from, to }) => problemOf('changed', from, to)), ...problems];
}
