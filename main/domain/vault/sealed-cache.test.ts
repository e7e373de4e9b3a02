import { describe, expect, it } from 'vitest';
import { profileKeys } from './keys.ts';
import { MemoryCacheFiles } from './memory-storage.ts';
import type { Profile } from './ports.ts';
import { SealedCache } from './sealed-cache.ts';
import { webRandom } from './test-fakes.ts';

const dataKey = webRandom.bytes(32);

async function cacheOver(files: MemoryCacheFiles, profile: Profile = 'google', key = dataKey): Promise<SealedCache> {
  return new SealedCache({ files, keys: await profileKeys(key, 'v', profile), place: { vaultId: 'v', profile }, random: webRandom });
}

describe('the sealed cache', () => {
  it('gives back what was put, over a restart, and tells nothing in names or files', async () => {
    const files = new MemoryCacheFiles();
    const cache = await cacheOver(files);
    await cache.put('ada@harbor.example', 'events', { summary: 'Dentist' });
    expect(await (await cacheOver(files)).get('ada@harbor.example', 'events')).toEqual({ summary: 'Dentist' });
    expect(await cache.get('ada@harbor.example', 'other')).toBeNull();
    const [[name, bytes] = ['', new Uint8Array()]] = files.files;
    expect(name).toMatch(/^[0-9a-f]{16}-[0-9a-f]{16}$/);
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('Dentist');
  });

  it('seals the same value differently each time', async () => {
    const files = new MemoryCacheFiles();
    const cache = await cacheOver(files);
    await cache.put('a', 'n', 1);
    const [first] = files.files.values();
    await cache.put('a', 'n', 1);
    expect([...files.files.values()][0]).not.toEqual(first);
  });

  it.each([
    ['changed', (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))],
    ['cut', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -3)],
    ['empty', () => new Uint8Array()],
    ['of a newer version', (bytes: Uint8Array<ArrayBuffer>) => bytes.map((byte, at) => (at === 0 ? 2 : byte))],
  ])('takes a file that is %s for none', async (_, damage) => {
    const files = new MemoryCacheFiles();
    const cache = await cacheOver(files);
    await cache.put('a', 'n', { x: 1 });
    for (const [name, bytes] of files.files) files.files.set(name, damage(bytes));
    expect(await cache.get('a', 'n')).toBeNull();
    await cache.put('a', 'n', { x: 2 });
    expect(await cache.get('a', 'n')).toEqual({ x: 2 });
  });

  it('takes no file of another name, profile or key', async () => {
    const files = new MemoryCacheFiles();
    const cache = await cacheOver(files);
    await cache.put('a', 'one', 1);
    await cache.put('a', 'two', 2);
    const [one = '', two = ''] = files.files.keys();
    files.files.set(two, files.files.get(one) ?? new Uint8Array());
    expect(await cache.get('a', 'two')).toBeNull();
    for (const other of [await cacheOver(files, 'practice'), await cacheOver(files, 'google', webRandom.bytes(32))]) {
      // Under its own name for the same thing, so that only the seal can tell.
      await other.put('a', 'one', 3);
      const name = [...files.files.keys()].at(-1) ?? '';
      files.files.set(name, files.files.get(one) ?? new Uint8Array());
      expect(await other.get('a', 'one')).toBeNull();
    }
  });

  it('removes one file, everything of one owner, or everything of all others', async () => {
    const files = new MemoryCacheFiles();
    const cache = await cacheOver(files);
    for (const owner of ['a', 'b', 'c']) for (const name of ['1', '2']) await cache.put(owner, name, owner + name);
    await cache.remove('a', '1');
    await cache.removeOwner('b');
    expect([await cache.get('a', '1'), await cache.get('a', '2'), await cache.get('b', '1'), await cache.get('c', '2')]).toEqual([null, 'a2', null, 'c2']);
    await cache.keepOwners(['c', 'nobody']);
    expect(files.files.size).toBe(2);
    expect(await cache.get('c', '1')).toBe('c1');
  });

  it('is closed for good: a late write does nothing', async () => {
    const files = new MemoryCacheFiles();
    const cache = await cacheOver(files);
    const late = cache.put('a', 'n', 1);
    await cache.close();
    await expect(late).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    await expect(cache.get('a', 'n')).rejects.toMatchObject({ fault: { code: 'vault-locked' } });
    expect(files.files.size).toBe(0);
  });
});
