import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../shared/guards.ts';
import type { Cache } from '../vault/cache.ts';
import { BucketShelf } from './bucket-shelf.ts';
import { readIndex } from './event-index.ts';
import { EventStore } from './event-store.ts';
import { allDay, monday, timed } from './testing/calendar-world.ts';

/** Values by name, as JSON text; counts what is read. */
class PlainCache implements Cache {
  readonly values = new Map<string, string>();
  reads: string[] = [];
  broken = false;
  async get(_owner: string, name: string): Promise<unknown> {
    this.reads.push(name);
    await new Promise((resolve) => setTimeout(resolve, 0));
    const text = this.values.get(name);
    return text === undefined ? null : (JSON.parse(text) as unknown);
  }
  async put(_owner: string, name: string, value: unknown): Promise<void> {
    const text = JSON.stringify(value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (this.broken) throw new Error('the disk is full');
    this.values.set(name, text);
  }
  async remove(_owner: string, name: string): Promise<void> {
    this.values.delete(name);
  }
  async removeOwner(): Promise<void> {
    this.values.clear();
  }
  async keepOwners(): Promise<void> {
    await Promise.resolve();
  }
  name(part: string): string {
    return [...this.values.keys()].find((name) => name.includes(part)) ?? '';
  }
}

async function open(cache: PlainCache, expected = false, room?: number) {
  let losses = 0;
  const store = await EventStore.open(
    { cache, shelf: new BucketShelf(room), owner: 'a', calendarId: 'c', onChange: () => undefined, onLoss: () => void (losses += 1) },
    expected,
  );
  return { store, losses: () => losses };
}

const december = monday + 20 * 86_400_000;

describe('a store of events', () => {
  it('writes each event into the bucket of its month, and reads only the buckets it needs', async () => {
    const cache = new PlainCache();
    const { store } = await open(cache);
    store.put(timed('nov', monday), null);
    store.put(timed('dec', december), null);
    store.put(allDay('long', '2026-11-25', '2027-02-03'), null);
    store.put({ id: 'loose', summary: 'no time' }, null);
    store.put({ summary: 'no id' }, null);
    await store.flush();
    expect([...cache.values.keys()].sort()).toEqual(['["bucket","c","2026-11"]', '["bucket","c","2026-12"]', '["bucket","c","long"]', '["bucket","c","loose"]', '["index","c"]']);
    const again = await open(cache);
    cache.reads = [];
    expect(await again.store.get('nov')).toEqual(timed('nov', monday));
    expect(await again.store.get('nobody')).toBeNull();
    expect(cache.reads).toEqual(['["bucket","c","2026-11"]']);
    expect(again.store.entries.size).toBe(4);
  });

  it('moves an event from bucket to bucket, and removes a bucket that is empty', async () => {
    const cache = new PlainCache();
    const { store } = await open(cache);
    store.put(timed('e', monday), null);
    await store.flush();
    store.put(timed('e', december), null);
    await store.flush();
    expect([...cache.values.keys()].sort()).toEqual(['["bucket","c","2026-12"]', '["index","c"]']);
    expect(await (await open(cache)).store.get('e')).toEqual(timed('e', december));
    expect(store.remove('e')).toBe(true);
    expect(store.remove('e')).toBe(false);
    await store.flush();
    expect([...cache.values.keys()]).toEqual(['["index","c"]']);
  });

  it('shows a change at once, before, while and after it is written', async () => {
    const cache = new PlainCache();
    const { store } = await open(cache, false, 0);
    store.put(timed('e', monday), null);
    expect(await store.get('e')).toEqual(timed('e', monday));
    const writing = store.flush();
    // The bucket is on its way to the disk now.
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    store.put(timed('e', monday, { summary: 'Later' }), null);
    for (let turn = 0; turn < 6; turn += 1) {
      expect(await store.get('e')).toMatchObject({ summary: 'Later' });
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await writing;
    expect(store.pending).toBe(1);
    await store.flush();
    expect(store.pending).toBe(0);
    expect(await (await open(cache)).store.get('e')).toMatchObject({ summary: 'Later' });
  });

  it.each([
    ['is gone', (cache: PlainCache, name: string) => cache.values.delete(name)],
    ['is something else', (cache: PlainCache, name: string) => cache.values.set(name, '[1,2]')],
    ['is of a newer version', (cache: PlainCache, name: string) => cache.values.set(name, '{"v":2,"written":9,"events":[]}')],
    ['is an older copy', (cache: PlainCache, name: string) => cache.values.set(name, '{"v":1,"written":0,"events":[]}')],
  ])('drops a bucket that %s, says so once, and keeps the rest', async (_, damage) => {
    const cache = new PlainCache();
    const first = await open(cache);
    first.store.put(timed('nov', monday), null);
    first.store.put(timed('dec', december), null);
    await first.store.flush();
    damage(cache, cache.name('2026-11'));
    const { store, losses } = await open(cache, true);
    expect(losses()).toBe(0);
    expect(await store.get('nov')).toBeNull();
    expect(await store.get('nov')).toBeNull();
    expect(await store.get('dec')).toEqual(timed('dec', december));
    expect([losses(), store.losses, store.entries.size]).toEqual([1, 1, 1]);
  });

  it('that finds no index where there was one says so', async () => {
    const cache = new PlainCache();
    expect((await open(cache, true)).losses()).toBe(1);
    expect((await open(cache, false)).losses()).toBe(0);
    cache.values.set('["index","c"]', '{"v":1,"buckets":[["2026-11",1]],"events":[["e",1,2,0,5]]}');
    expect((await open(cache, true)).losses()).toBe(1);
  });

  it('takes no index that is not whole', () => {
    const good = { v: 1, buckets: [['b', 1]], events: [['e', 1, 2, 0, 0]] };
    expect(readIndex(good)?.entries.get('e')).toEqual({ from: 1, to: 2, flags: 0, bucket: 'b' });
    for (const events of [[['e', 1, 2, 0, 1]], [['', 1, 2, 0, 0]], [['e', '1', 2, 0, 0]], [['e', 1, 2, 99, 0]], [['e', 1, 1e300, 0, 0]], [7], 'x']) expect(readIndex({ ...good, events })).toBeNull();
    for (const value of [null, [], { ...good, v: 2 }, { ...good, buckets: [[7, 1]] }, { ...good, buckets: [['b', -1]] }]) expect(readIndex(value)).toBeNull();
  });

  it('keeps changes in memory that could not be written', async () => {
    const cache = new PlainCache();
    const { store } = await open(cache);
    store.put(timed('e', monday), null);
    cache.broken = true;
    await expect(store.flush()).rejects.toThrow('full');
    expect(await store.get('e')).toEqual(timed('e', monday));
    cache.broken = false;
    await store.flush();
    expect(await (await open(cache)).store.get('e')).toEqual(timed('e', monday));
  });

  it('writes nothing any more once it is closed, and leaves no file once it is destroyed', async () => {
    const cache = new PlainCache();
    const { store } = await open(cache);
    store.put(timed('e', monday), null);
    const writing = store.flush();
    await store.close();
    await writing;
    const left = new Map(cache.values);
    store.put(timed('f', monday), null);
    await store.flush();
    expect(cache.values).toEqual(left);
    const other = await open(new PlainCache());
    other.store.put(timed('e', monday), null);
    await other.store.flush();
    await other.store.destroy();
    expect(other.store.entries.size).toBe(0);
  });

  it('cuts what no calendar holds: texts and lists without measure', async () => {
    const { store } = await open(new PlainCache());
    const attendees = Array.from({ length: 5000 }, (_, at) => ({ email: `${String(at)}@harbor.example` }));
    store.put(timed('e', monday, { description: 'x'.repeat(10_000_000), attendees }), null);
    const held = (await store.get('e')) as JsonObject & { description: string; attendees: unknown[] };
    expect([held.description.length, held.attendees.length]).toEqual([200_000, 2000]);
    store.put(timed('f', monday, { a: { b: 'x'.repeat(2_000_000) } }), null);
    expect(await store.get('f')).toEqual(timed('f', monday));
  });
});

describe('the shelf of buckets', () => {
  it('drops what was used longest ago, and keeps even a bucket that is too big while it is the last', () => {
    const shelf = new BucketShelf(3);
    const bucket = (...ids: string[]) => new Map(ids.map((id) => [id, {}]));
    shelf.put('a', bucket('1', '2'));
    shelf.put('b', bucket('3'));
    shelf.get('a');
    shelf.put('c', bucket('4'));
    expect(['a', 'b', 'c'].map((key) => shelf.get(key) !== undefined)).toEqual([true, false, true]);
    shelf.put('d', bucket('5', '6', '7', '8'));
    expect(['a', 'c', 'd'].map((key) => shelf.get(key) !== undefined)).toEqual([false, false, true]);
  });
});
