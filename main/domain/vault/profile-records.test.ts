import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FaultError, fault } from '../shared/fault.ts';
import { profileKeys } from './keys.ts';
import { MemoryFile, MemoryRecordStore } from './memory-storage.ts';
import type { RecordStore, StoredFile } from './ports.ts';
import { ProfileRecords } from './profile-records.ts';
import type { RecordType } from './records.ts';
import { SteppingClock, webRandom } from './test-fakes.ts';

const place = { vaultId: 'aa', profile: 'practice' } as const;
const keys = await profileKeys(webRandom.bytes(32), place.vaultId, place.profile);
const full = new FaultError(fault('vault-disk-full', 'full'));

/** A list of records whose disk can be full. */
class FullFile extends MemoryFile {
  full = false;
  override async write(value: object): Promise<void> {
    if (this.full) throw full;
    await super.write(value);
  }
}

/** A record's file that cannot even be put back. */
class StuckFile extends MemoryFile {
  override async revert(): Promise<void> {
    throw full;
  }
}

class FullStore implements RecordStore {
  readonly manifest = new FullFile();
  readonly inner = new MemoryRecordStore();
  stuck = false;
  readonly #stuck = new Map<string, StuckFile>();
  async names(): Promise<readonly string[]> {
    return [...(await this.inner.names()), ...this.#stuck.keys()];
  }
  file(name: string): StoredFile {
    if (!this.stuck && !this.#stuck.has(name)) return this.inner.file(name);
    const file = this.#stuck.get(name) ?? new StuckFile();
    this.#stuck.set(name, file);
    return file;
  }
}

function open(store: RecordStore): Promise<ProfileRecords> {
  return ProfileRecords.open({ store, keys, place, random: webRandom, clock: new SteppingClock() });
}

async function ids(records: ProfileRecords, type: RecordType = 'client'): Promise<string[]> {
  return (await records.list(type)).map((record) => record.id).sort();
}

describe('a change whose list cannot be written', () => {
  it('did not happen, now or at the next start', async () => {
    const store = new FullStore();
    const records = await open(store);
    await records.put('client', 'a', 1);
    store.manifest.full = true;
    await expect(records.put('client', 'a', 2)).rejects.toBe(full);
    await expect(records.put('client', 'b', 2)).rejects.toBe(full);
    await expect(records.remove('client', 'a')).rejects.toBe(full);
    expect((await records.get('client', 'a'))?.value).toBe(1);
    store.manifest.full = false;
    await records.put('client', 'c', 3);
    const next = await open(store);
    expect(await ids(next)).toEqual(['a', 'c']);
    expect((await next.get('client', 'a'))?.value).toBe(1);
    expect(next.damaged).toEqual([]);
  });

  it('is kept when it can no longer be undone, and nothing is called damage', async () => {
    const store = new FullStore();
    const records = await open(store);
    await records.put('client', 'a', 1);
    store.manifest.full = true;
    store.stuck = true;
    await expect(records.put('client', 'b', 2)).rejects.toBe(full);
    store.stuck = false;
    expect(await ids(records)).toEqual(['a', 'b']);
    const crashed = await open(store);
    expect(await ids(crashed)).toEqual(['a', 'b']);
    store.manifest.full = false;
    await records.put('client', 'c', 3);
    const next = await open(store);
    expect(await ids(next)).toEqual(['a', 'b', 'c']);
    expect(next.damaged).toEqual([]);
  });
});

describe('records', () => {
  it('remove what was never there without a word', async () => {
    const store = new MemoryRecordStore();
    await (await open(store)).remove('client', 'nothing');
    expect(await store.manifest.read()).toEqual({ kind: 'absent' });
  });

  it('take no call after they were closed', async () => {
    const records = await open(new MemoryRecordStore());
    await records.close();
    await expect(records.put('client', 'a', 1)).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    await expect(records.get('client', 'a')).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    await expect(records.list('client')).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    await expect(records.remove('client', 'a')).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
  });

  it('tell when they were last put', async () => {
    const records = await open(new MemoryRecordStore());
    await records.put('client', 'a', 1);
    const first = (await records.get('client', 'a'))?.updatedAt ?? 0;
    await records.put('client', 'a', 1);
    expect((await records.get('client', 'a'))?.updatedAt).toBeGreaterThan(first);
  });

  it('behave like a map, whatever is done at the same time and however often the app starts', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const type = fc.constantFrom<RecordType>('client', 'authorization');
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), type, id, value: fc.jsonValue() }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('remove' as const), type, id }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const store = new MemoryRecordStore();
        const model = new Map<string, unknown>();
        let records = await open(store);
        let pending: Promise<void>[] = [];
        for (const one of steps) {
          if (one.do === 'restart') {
            await Promise.all(pending);
            pending = [];
            records = await open(store);
            expect(records.damaged).toEqual([]);
          } else if (one.do === 'put') {
            const value = JSON.parse(JSON.stringify(one.value)) as unknown;
            model.set(`${one.type}|${one.id}`, value);
            pending.push(records.put(one.type, one.id, value));
          } else {
            model.delete(`${one.type}|${one.id}`);
            pending.push(records.remove(one.type, one.id));
          }
        }
        await Promise.all(pending);
        const all = [...(await records.list('client')), ...(await records.list('authorization'))];
        expect(new Map(all.map((record) => [`${record.type}|${record.id}`, record.value]))).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });
});
