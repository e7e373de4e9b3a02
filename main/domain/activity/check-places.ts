import { problemOf, type LogProblem } from './log-problem.ts';
import { rangeOf, segmentOf, type LogShape } from './log-shape.ts';
import type { PlacedRow, StoredLog } from './stored-log.ts';

/** Problems told one by one; a log that is one heap of rubble is not described stone by stone. */
const MOST = 50;

/** Entries that cannot be read, rows that are there twice, and rows that do not stand where their number says. */
export function placeProblems(segments: StoredLog['segments'], placed: readonly PlacedRow[], shape: LogShape): readonly LogProblem[] {
  return [...unreadable(segments, placed, shape), ...twice(placed), ...outOfPlace(placed, shape)].slice(0, MOST);
}

function unreadable(segments: StoredLog['segments'], placed: readonly PlacedRow[], shape: LogShape): readonly LogProblem[] {
  return [...segments].flatMap(([segment, entries]) => {
    const readable = placed.filter((one) => one.segment === segment).length;
    const { from, to } = rangeOf(segment, shape);
    return entries !== null && entries.length === readable ? [] : [problemOf('unreadable', from, to)];
  });
}

function twice(placed: readonly PlacedRow[]): readonly LogProblem[] {
  const counts = new Map<number, number>();
  for (const { row } of placed) counts.set(row.seq, (counts.get(row.seq) ?? 0) + 1);
  return runsOf([...counts].filter(([, count]) => count > 1).map(([seq]) => seq)).map(({ from, to }) => problemOf('changed', from, to, 'twice'));
}

function outOfPlace(placed: readonly PlacedRow[], shape: LogShape): readonly LogProblem[] {
  const sorted = placed.map(({ row }) => row.seq).sort((a, b) => a - b);
  const seqs = placed.filter(({ row, segment }, index) => row.seq !== sorted[index] || segmentOf(row.seq, shape) !== segment).map(({ row }) => row.seq);
  return runsOf(seqs).map(({ from, to }) => problemOf('reordered', from, to));
}

/** Numbers side by side as one run, ascending. */
export function runsOf(seqs: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const seq of [...new Set(seqs)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.to === seq - 1) run.to = seq;
    else runs.push({ from: seq, to: seq });
  }
  return runs;
}
