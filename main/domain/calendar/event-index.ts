import { isObject, textOf } from '../shared/guards.ts';
import { ALL_FLAGS, type IndexEntry } from './index-entry.ts';

const VERSION = 1;

/** Which events of one calendar are held, when they are, and in which bucket; and the newest writing of each bucket. */
export interface IndexFile {
  readonly entries: Map<string, IndexEntry>;
  /** Bucket → number of its last writing: a file with a lower one is an older copy. */
  readonly buckets: Map<string, number>;
}

/** As it is sealed: names of buckets once, then `[id, from, to, flags, number of bucket]`. */
export function writeIndex({ entries, buckets }: IndexFile): unknown {
  const names = [...buckets.keys()];
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    v: VERSION,
    buckets: [...buckets],
    events: [...entries].map(([id, { from, to, flags, bucket }]) => [id, from, to, flags, numbers.get(bucket) ?? -1]),
  };
}

/** @returns null when it is not an index of this version, whole and consistent */
export function readIndex(value: unknown): IndexFile | null {
  if (!isObject(value) || value['v'] !== VERSION || !Array.isArray(value['buckets']) || !Array.isArray(value['events'])) return null;
  const buckets = new Map<string, number>();
  for (const row of value['buckets'] as readonly unknown[]) {
    const [name, written] = Array.isArray(row) ? (row as readonly unknown[]) : [];
    if (textOf(name) === null || !isCount(written)) return null;
    buckets.set(name as string, written);
  }
  const names = [...buckets.keys()];
  const entries = new Map<string, IndexEntry>();
  for (const row of value['events'] as readonly unknown[]) {
    const [id, from, to, flags, number] = Array.isArray(row) ? (row as readonly unknown[]) : [];
    const bucket = typeof number === 'number' ? names[number] : undefined;
    if (textOf(id) === null || !isMoment(from) || !isMoment(to) || !isCount(flags) || flags > ALL_FLAGS || bucket === undefined) return null;
    entries.set(id as string, { from, to, flags, bucket });
  }
  return { entries, buckets };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isMoment(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= 8.64e15;
}
