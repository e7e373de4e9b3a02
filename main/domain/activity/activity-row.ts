import { isObject, numberOf, textOf } from '../shared/guards.ts';
import type { ActivityEntry } from '../shared/ports.ts';

/** One row before it is chained. */
export interface ActivityRow extends ActivityEntry {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** A row in its place of the chain. */
export interface ChainedRow extends ActivityRow {
  /** From 1, without gaps. */
  readonly seq: number;
  /** 64 hexadecimal digits; see chain.ts for what it is made of. */
  readonly hash: string;
}

const KEYS = ['account', 'at', 'detail', 'hash', 'id', 'outcome', 'seq', 'what'];
const HASH = /^[0-9a-f]{64}$/;

/** A row as it was kept before rows were chained; null for what is none. */
export function readOldRow(value: unknown): ActivityRow | null {
  if (!isObject(value)) return null;
  const id = textOf(value['id']);
  const at = numberOf(value['at']);
  const what = textOf(value['what']);
  const { outcome } = value;
  if (id === null || at === null || what === null || !isOutcome(outcome)) return null;
  return { id, at, account: textOf(value['account']), what, outcome, detail: textOf(value['detail']) };
}

/**
 * A chained row exactly as it was written: nothing is put right here and no field may be missing or new, because what this reads is
 * what the hash is checked against. Null for anything else.
 */
export function readChainedRow(value: unknown): ChainedRow | null {
  if (!isObject(value) || Object.keys(value).sort().join() !== KEYS.join()) return null;
  const { seq, hash, id, at, account, what, outcome, detail } = value;
  if (!isSeq(seq) || !isHash(hash) || typeof id !== 'string' || typeof at !== 'number' || typeof what !== 'string') return null;
  if (!isTextOrNull(account) || !isTextOrNull(detail) || !isOutcome(outcome)) return null;
  return { seq, hash, id, at, account, what, outcome, detail };
}

export function isSeq(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

export function isHash(value: unknown): value is string {
  return typeof value === 'string' && HASH.test(value);
}

function isTextOrNull(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}

function isOutcome(value: unknown): value is ActivityEntry['outcome'] {
  return value === 'ok' || value === 'failed' || value === 'cancelled';
}
