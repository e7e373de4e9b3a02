import { isObject, type JsonObject } from '../shared/guards.ts';

/** As a bucket is sealed. */
export interface BucketFile {
  readonly v: 1;
  /** Number of the writing: the index knows the newest. */
  readonly written: number;
  readonly events: readonly JsonObject[];
}

/** Name of a calendar's index in the cache of its account. */
export function indexName(calendarId: string): string {
  return JSON.stringify(['index', calendarId]);
}

/** Name of one of its buckets. */
export function bucketName(calendarId: string, name: string): string {
  return JSON.stringify(['bucket', calendarId, name]);
}

/** @returns null when it is not a bucket of this version */
export function readBucket(value: unknown): BucketFile | null {
  if (!isObject(value) || value['v'] !== 1 || !Array.isArray(value['events'])) return null;
  const { written } = value;
  if (typeof written !== 'number' || !Number.isSafeInteger(written)) return null;
  return { v: 1, written, events: (value['events'] as readonly unknown[]).filter(isObject) };
}
