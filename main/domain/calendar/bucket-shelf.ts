import type { JsonObject } from '../shared/guards.ts';

/** Events of one bucket by id. */
export type Bucket = Map<string, JsonObject>;

/**
 * The buckets that were read last, of all calendars together: what is shown now is looked at again and again, and memory must not
 * grow with what is held. Buckets with unsaved changes are kept elsewhere.
 */
export class BucketShelf {
  readonly #buckets = new Map<string, { readonly bucket: Bucket; readonly size: number }>();
  readonly #room: number;
  #size = 0;

  /** @param room events; a single bucket may be larger */
  constructor(room = 8000) {
    this.#room = room;
  }

  get(key: string): Bucket | undefined {
    const found = this.#buckets.get(key);
    if (found === undefined) return undefined;
    // Used last is dropped last: a Map keeps the order of insertion.
    this.#buckets.delete(key);
    this.#buckets.set(key, found);
    return found.bucket;
  }

  put(key: string, bucket: Bucket): void {
    this.drop(key);
    this.#buckets.set(key, { bucket, size: bucket.size });
    this.#size += bucket.size;
    for (const oldest of this.#buckets.keys()) {
      if (this.#size <= this.#room || oldest === key) break;
      this.drop(oldest);
    }
  }

  drop(key: string): void {
    const found = this.#buckets.get(key);
    if (found === undefined) return;
    this.#size -= found.size;
    this.#buckets.delete(key);
  }

  clear(): void {
    this.#buckets.clear();
    this.#size = 0;
  }
}
