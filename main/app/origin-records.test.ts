import { describe, expect, it } from 'vitest';
import { profileKeys } from '../domain/vault/keys.ts';
import { MemoryCacheFiles } from '../domain/vault/memory-storage.ts';
import { SealedCache } from '../domain/vault/sealed-cache.ts';
import { webRandom } from '../domain/vault/test-fakes.ts';
import { MemoryRecords } from '../domain/testing/memory-records.ts';
import { OriginCache } from './origin-cache.ts';
import { OriginRecords } from './origin-records.ts';

describe('records of a stand-in', () => {
  it('are those of its own origin, whatever others have under the same id', async () => {
    const shared = new MemoryRecords();
    const one = new OriginRecords(shared, 'http://127.0.0.1:80');
    const other = new OriginRecords(shared, 'http://127.0.0.1:8080');
    await one.put('authorization', 'a', 'token of one');
    await shared.put('authorization', 'a', 'bound to nobody');
    expect(await other.list('authorization')).toEqual([]);
    expect(await other.get('authorization', 'a')).toBeNull();
    await other.put('authorization', 'a', 'token of other');
    await other.remove('authorization', 'a');
    expect(await one.get('authorization', 'a')).toMatchObject({ id: 'a', value: 'token of one' });
    expect(await one.list('authorization')).toMatchObject([{ id: 'a', type: 'authorization', value: 'token of one' }]);
  });
});

describe('the cache of a stand-in', () => {
  it('is that of its own origin, and a start of one does not sweep away what another holds', async () => {
    const keys = await profileKeys(webRandom.bytes(32), 'v', 'custom');
    const shared = new SealedCache({ files: new MemoryCacheFiles(), keys, place: { vaultId: 'v', profile: 'custom' }, random: webRandom });
    const one = new OriginCache(shared, 'http://127.0.0.1:80');
    const other = new OriginCache(shared, 'http://127.0.0.1:8080');
    await one.put('a', 'events', 'of one');
    expect(await other.get('a', 'events')).toBeNull();
    await other.put('a', 'events', 'of other');
    await other.keepOwners();
    await other.remove('a', 'events');
    await other.removeOwner('a');
    expect(await one.get('a', 'events')).toBe('of one');
    await one.removeOwner('a');
    expect(await one.get('a', 'events')).toBeNull();
  });
});
