import type { HeadFinding, LogProblemKind } from './log-head.ts';
import { droppedBefore, type LogShape } from './log-shape.ts';
import type { StoredLog } from './stored-log.ts';

/** One thing that is wrong with a log, in words. */
export interface LogProblem {
  readonly kind: LogProblemKind;
  /** First and last row it is about; null when it is about none in particular. */
  readonly seq: number | null;
  readonly lastSeq: number | null;
  readonly message: string;
}

type About = 'rows' | 'head' | 'twice';

export function problemOf(kind: LogProblemKind, from: number, to: number, about: About = 'rows'): LogProblem {
  return { kind, seq: from, lastSeq: to, message: messageOf(kind, from, to, about) };
}

function messageOf(kind: LogProblemKind, from: number, to: number, about: About): string {
  const one = from === to;
  const rows = one ? `Row ${from}` : `Rows ${from} to ${to}`;
  if (about === 'head') return `Row ${from} is not the row that the log was closed with.`;
  if (about === 'twice') return one ? `${rows} is there more than once.` : `${rows} are there more than once.`;
  switch (kind) {
    case 'changed':
      return one ? `${rows} is not as it was written.` : `${rows} are not as they were written.`;
    case 'removed':
      return one ? `${rows} is missing.` : `${rows} are missing.`;
    case 'reordered':
      return one ? `${rows} does not stand in its place.` : `${rows} do not stand in their places.`;
    case 'cut-off':
      return one ? `${rows} was cut off at the end.` : `${rows} were cut off at the end.`;
    case 'unreadable':
      return one ? `An entry near row ${from} cannot be read.` : `An entry between row ${from} and row ${to} cannot be read.`;
  }
}

/** What an earlier start found wrong with the head, which has been written anew since. */
export function findingProblem({ kind, seq }: HeadFinding): LogProblem {
  const message =
    kind === 'changed'
      ? `Some of the rows up to row ${seq} were not as they were written when they were dropped.`
      : `The record of where the log ends was ${kind === 'unreadable' ? 'damaged' : 'missing'} when ${seq === 0 ? 'there were no rows' : `row ${seq} was the last one`}: rows may have been cut off.`;
  return { kind, seq: seq === 0 ? null : seq, lastSeq: seq === 0 ? null : seq, message };
}

/** What is wrong with the head as it is now. */
export function headProblems({ head, headThere, segments }: StoredLog, shape: LogShape): readonly LogProblem[] {
  const about = { seq: null, lastSeq: null };
  if (head === null) {
    if (headThere) return [{ ...about, kind: 'unreadable', message: 'The record of where the log ends cannot be read: rows may have been cut off.' }];
    if (segments.size === 0) return [];
    return [{ ...about, kind: 'cut-off', message: 'The record of where the log ends is missing: rows may have been cut off.' }];
  }
  if (head.anchor.seq === droppedBefore(head.seq, shape)) return [];
  return [{ ...about, kind: 'changed', message: 'The record of where the log begins and ends does not agree with itself.' }];
}
