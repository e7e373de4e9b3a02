import type { LogCheckDto } from '../../../preload/contract/activity.ts';

type Problem = LogCheckDto['problems'][number];

/** The problem that row `seq` is part of; null when nothing is wrong with it. Missing rows have no row to mark. */
export function problemOfRow(problems: readonly Problem[], seq: number | null): Problem | null {
  if (seq === null) return null;
  return problems.find((one) => isAbout(one, seq)) ?? null;
}

function isAbout({ seq, lastSeq, kind }: Problem, row: number): boolean {
  if (seq === null || kind === 'removed' || kind === 'cut-off' || kind === 'unreadable') return false;
  return row >= seq && row <= (lastSeq ?? seq);
}

/** Number of a row that is there and can be looked at; null when the problem has none. */
export function rowToShow(problem: Problem, seqs: ReadonlySet<number>): number | null {
  const { seq, lastSeq, kind } = problem;
  if (seq === null) return null;
  // Of what is missing, the row before the hole is shown, or the one after it.
  const candidates = kind === 'changed' || kind === 'reordered' ? [seq] : [seq - 1, (lastSeq ?? seq) + 1];
  return candidates.find((one) => seqs.has(one)) ?? null;
}
