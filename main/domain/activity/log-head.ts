import { isObject } from '../shared/guards.ts';
import { isHash } from './activity-row.ts';
import { GENESIS, type Link } from './chain.ts';

/** Kinds of things that can be wrong with a log. */
export type LogProblemKind = 'changed' | 'removed' | 'reordered' | 'cut-off' | 'unreadable';

/** Something that was found wrong with the head itself. The next save writes the head anew, so it is kept in there. */
export interface HeadFinding {
  readonly kind: LogProblemKind;
  /** The last row there was when it was found. */
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/**
 * Where the log ends and where it begins. Written after the rows, so it may be one save behind them, never ahead. Which segments there
 * have to be follows from the two numbers (log-shape.ts).
 */
export interface LogHead extends Link {
  /** The last row that was dropped. `hash` is null when that is not known any more: the head was lost (`found` says so). */
  readonly anchor: { readonly seq: number; readonly hash: string | null };
  readonly found: readonly HeadFinding[];
}

export const EMPTY_HEAD: LogHead = { ...GENESIS, anchor: GENESIS, found: [] };

/** Findings kept; a head that is lost more often than that tells nothing new. */
const MOST_FOUND = 20;
const VERSION = 1;

export function storedHead({ seq, hash, anchor, found }: LogHead): object {
  return { v: VERSION, seq, hash, anchor, found: found.slice(-MOST_FOUND) };
}

/** Null for what is no head. */
export function readHead(value: unknown): LogHead | null {
  if (!isObject(value) || value['v'] !== VERSION || !isObject(value['anchor']) || !Array.isArray(value['found'])) return null;
  const { seq, hash } = value;
  const { seq: anchorSeq, hash: anchorHash } = value['anchor'];
  const found = value['found'].map(readFinding);
  const known = found.filter((one) => one !== null);
  if (!isCount(seq) || !isHash(hash) || !isCount(anchorSeq) || known.length < found.length) return null;
  // Only a head that was lost before may not know where the log begins.
  if (!isHash(anchorHash) && (anchorHash !== null || known.length === 0)) return null;
  return { seq, hash, anchor: { seq: anchorSeq, hash: anchorHash }, found: known };
}

function readFinding(value: unknown): HeadFinding | null {
  if (!isObject(value)) return null;
  const { kind, seq, at } = value;
  return isKind(kind) && isCount(seq) && typeof at === 'number' ? { kind, seq, at } : null;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isKind(value: unknown): value is LogProblemKind {
  return value === 'changed' || value === 'removed' || value === 'reordered' || value === 'cut-off' || value === 'unreadable';
}
