import { textOf, type JsonObject } from '../shared/guards.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { Cache } from '../vault/cache.ts';
import { bucketName, indexName, readBucket, type BucketFile } from './bucket-file.ts';
import type { Bucket, BucketShelf } from './bucket-shelf.ts';
import { readIndex, writeIndex } from './event-index.ts';
import { entryOf, type IndexEntry } from './index-entry.ts';
import { slimEvent } from './slim-event.ts';

export interface EventStoreDeps {
  readonly cache: Cache;
  readonly shelf: BucketShelf;
  /** Whose cache it is: an authorization's id. */
  readonly owner: string;
  readonly calendarId: string;
  /** Called with each change of an event, at once. */
  onChange(): void;
  /** A part of what was held is gone: what is left must be read from Google again. */
  onLoss(): void;
}

/**
 * The events of one calendar. In memory lies an index (when each is, and in which bucket); the events themselves lie in sealed
 * buckets, one a month, and are read when they are shown. Changes are gathered in memory until `flush`. Whatever cannot be read is
 * dropped and told by `onLoss`.
 */
export class EventStore {
  readonly #deps: EventStoreDeps;
  readonly #queue = new SerialQueue();
  readonly #entries: Map<string, IndexEntry>;
  readonly #written: Map<string, number>;
  /** Changes not yet in a bucket's file: the event, or null for one that is not in this bucket any more. */
  readonly #pending = new Map<string, Map<string, JsonObject | null>>();
  #pendingCount = 0;
  #indexChanged = false;
  #losses = 0;
  #closed = false;

  private constructor(deps: EventStoreDeps, entries: Map<string, IndexEntry>, written: Map<string, number>) {
    this.#deps = deps;
    this.#entries = entries;
    this.#written = written;
  }

  /** @param expected whether something was held: then an index that cannot be read is a loss */
  static async open(deps: EventStoreDeps, expected: boolean): Promise<EventStore> {
    const index = readIndex(await deps.cache.get(deps.owner, indexName(deps.calendarId)));
    if (index === null && expected) deps.onLoss();
    return new EventStore(deps, index?.entries ?? new Map<string, IndexEntry>(), index?.buckets ?? new Map<string, number>());
  }

  get entries(): ReadonlyMap<string, IndexEntry> {
    return this.#entries;
  }

  /** How often a part of what was held could not be read. */
  get losses(): number {
    return this.#losses;
  }

  /** Changes that are only in memory. */
  get pending(): number {
    return this.#pendingCount;
  }

  /** Takes an event as it came; one without id is not taken. @param calendarZone for times without an offset */
  put(raw: JsonObject, calendarZone: string | null): void {
    const id = textOf(raw['id']);
    if (id === null) return;
    const entry = entryOf(raw, calendarZone);
    const before = this.#entries.get(id);
    if (before !== undefined && before.bucket !== entry.bucket) this.#change(before.bucket, id, null);
    this.#entries.set(id, entry);
    this.#change(entry.bucket, id, slimEvent(raw));
  }

  /** @returns false when it was not held */
  remove(id: string): boolean {
    const entry = this.#entries.get(id);
    if (entry === undefined) return false;
    this.#entries.delete(id);
    this.#change(entry.bucket, id, null);
    return true;
  }

  async get(id: string): Promise<JsonObject | null> {
    return (await this.read([id])).get(id) ?? null;
  }

  /** The events with these ids as far as they are held; each bucket is read once. */
  async read(ids: Iterable<string>): Promise<Map<string, JsonObject>> {
    const byBucket = new Map<string, string[]>();
    for (const id of ids) {
      const bucket = this.#entries.get(id)?.bucket;
      if (bucket === undefined) continue;
      const list = byBucket.get(bucket);
      if (list === undefined) byBucket.set(bucket, [id]);
      else list.push(id);
    }
    const found = new Map<string, JsonObject>();
    for (const [name, wanted] of byBucket) {
      const bucket = await this.#newest(name);
      const pending = this.#pending.get(name);
      for (const id of wanted) {
        // Moved or removed while the bucket was read: then it is not here any more.
        if (this.#entries.get(id)?.bucket !== name) continue;
        const raw = pending?.get(id) ?? bucket.get(id);
        if (raw !== undefined) found.set(id, raw);
      }
    }
    return found;
  }

  /** Every event, bucket by bucket, until `visit` answers false. */
  async each(visit: (raw: JsonObject) => boolean): Promise<void> {
    const byBucket = new Map<string, string[]>();
    for (const [id, { bucket }] of this.#entries) {
      const ids = byBucket.get(bucket);
      if (ids === undefined) byBucket.set(bucket, [id]);
      else ids.push(id);
    }
    for (const ids of byBucket.values()) {
      for (const raw of (await this.read(ids)).values()) if (!visit(raw)) return;
    }
  }

  /** Writes what is pending: buckets first, the index last, so that a kill in between only leaves what a sync brings again. */
  flush(): Promise<void> {
    return this.#queue.run(async () => {
      for (const name of [...this.#pending.keys()]) await this.#writeBucket(name);
      if (!this.#indexChanged || this.#closed) return;
      this.#indexChanged = false;
      try {
        await this.#deps.cache.put(this.#deps.owner, indexName(this.#deps.calendarId), writeIndex({ entries: this.#entries, buckets: this.#written }));
      } catch (cause) {
        this.#indexChanged = true;
        throw cause;
      }
    });
  }

  /** The calendar is gone from the account's list. */
  async destroy(): Promise<void> {
    await this.close();
    const { cache, owner, calendarId } = this.#deps;
    for (const name of this.#written.keys()) await cache.remove(owner, bucketName(calendarId, name));
    await cache.remove(owner, indexName(calendarId));
  }

  /** Nothing is written from here on, and nothing is left in memory. Resolves when a write in progress has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    for (const name of this.#written.keys()) this.#deps.shelf.drop(this.#shelfKey(name));
    this.#entries.clear();
    this.#pending.clear();
    this.#pendingCount = 0;
    await this.#queue.run(async () => undefined);
  }

  #change(bucket: string, id: string, raw: JsonObject | null): void {
    if (this.#closed) return;
    const changes = this.#pending.get(bucket) ?? new Map<string, JsonObject | null>();
    this.#pending.set(bucket, changes);
    if (!changes.has(id)) this.#pendingCount += 1;
    changes.set(id, raw);
    this.#indexChanged = true;
    this.#deps.onChange();
  }

  /** The bucket as it is written when this resolves: a flush may end while it is read, and then its changes are not pending any more. */
  async #newest(name: string): Promise<Bucket> {
    for (;;) {
      const written = this.#written.get(name);
      const bucket = await this.#bucket(name);
      if (this.#written.get(name) === written) return bucket;
    }
  }

  /** The bucket as it was last written. */
  async #bucket(name: string): Promise<Bucket> {
    const key = this.#shelfKey(name);
    const shelved = this.#deps.shelf.get(key);
    if (shelved !== undefined) return shelved;
    const newest = this.#written.get(name);
    if (newest === undefined) return new Map();
    const { cache, owner, calendarId } = this.#deps;
    const file = readBucket(await cache.get(owner, bucketName(calendarId, name)));
    // Written again while it was read: what came may be the older one.
    if (this.#closed || this.#written.get(name) !== newest) return this.#deps.shelf.get(key) ?? new Map<string, JsonObject>();
    if (file === null || file.written < newest) {
      this.#lose(name);
      return new Map();
    }
    const bucket: Bucket = new Map(file.events.map((raw) => [textOf(raw['id']) ?? '', raw]));
    this.#deps.shelf.put(key, bucket);
    return bucket;
  }

  async #writeBucket(name: string): Promise<void> {
    const before = await this.#bucket(name);
    const changes = this.#pending.get(name);
    if (changes === undefined || this.#closed) return;
    const taken = new Map(changes);
    const bucket: Bucket = new Map(before);
    for (const [id, raw] of taken) {
      if (raw === null) bucket.delete(id);
      else bucket.set(id, raw);
    }
    // Left behind by a kill between two writes.
    for (const id of bucket.keys()) if (this.#entries.get(id)?.bucket !== name && !changes.has(id)) bucket.delete(id);
    const { cache, owner, calendarId, shelf } = this.#deps;
    const written = (this.#written.get(name) ?? 0) + 1;
    const file: BucketFile = { v: 1, written, events: [...bucket.values()] };
    if (bucket.size > 0) await cache.put(owner, bucketName(calendarId, name), file);
    else await cache.remove(owner, bucketName(calendarId, name));
    if (this.#closed) return;
    if (bucket.size > 0) this.#written.set(name, written);
    else this.#written.delete(name);
    shelf.put(this.#shelfKey(name), bucket);
    for (const [id, raw] of taken) {
      // What changed once more meanwhile stays for the next time.
      if (changes.get(id) !== raw) continue;
      changes.delete(id);
      this.#pendingCount -= 1;
    }
    if (changes.size === 0) this.#pending.delete(name);
  }

  #lose(name: string): void {
    this.#written.delete(name);
    const pending = this.#pending.get(name);
    for (const [id, entry] of this.#entries) if (entry.bucket === name && pending?.has(id) !== true) this.#entries.delete(id);
    this.#indexChanged = true;
    this.#losses += 1;
    this.#deps.onChange();
    this.#deps.onLoss();
  }

  #shelfKey(name: string): string {
    return JSON.stringify([this.#deps.owner, this.#deps.calendarId, name]);
  }
}
