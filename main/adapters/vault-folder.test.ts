import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Keyring } from '../domain/vault/keyring.ts';
import { FakeKeyBox, quickKdf, SteppingClock, webRandom } from '../domain/vault/test-fakes.ts';
import { VaultFolder } from './vault-folder.ts';

let folder: string;
let keyBox: FakeKeyBox;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  keyBox = new FakeKeyBox();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function start(): Promise<Keyring> {
  const keyring = new Keyring({ storage: new VaultFolder(folder), keyBox, kdf: quickKdf, random: webRandom, clock: new SteppingClock() });
  await keyring.open();
  return keyring;
}

const records = (): string => join(folder, 'profiles', 'google', 'records');
const list = (): string => join(folder, 'profiles', 'google', 'manifest.json');

/** Puts one record and tells the path of its file. */
async function putOne(keyring: Keyring, id: string, value: unknown): Promise<string> {
  const before = new Set(files());
  await keyring.records('google').put('authorization', id, value);
  const fresh = files().filter((one) => !before.has(one));
  expect(fresh).toHaveLength(1);
  return join(records(), fresh[0] ?? '');
}

function files(): string[] {
  return existsSync(records()) ? readdirSync(records()).filter((name) => name.endsWith('.json')) : [];
}

function everything(of: string): string[] {
  return readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the vault folder', () => {
  it('gives back what was stored, in a new run', async () => {
    const first = await start();
    await first.records('google').put('client', 'one', { secret: 'GOCSPX-x', at: [1, 2] });
    await first.records('google').put('client', 'one', { secret: 'GOCSPX-y' });
    await first.records('google').put('authorization', 'me@example.com', { refreshToken: '1//r' });
    await first.records('google').remove('client', 'gone');
    const second = await start();
    expect((await second.records('google').list('client')).map((record) => record.value)).toEqual([{ secret: 'GOCSPX-y' }]);
    expect((await second.records('google').get('authorization', 'me@example.com'))?.value).toEqual({ refreshToken: '1//r' });
    expect(await second.records('google').get('client', 'me@example.com')).toBeNull();
    expect(await second.damaged('google')).toEqual([]);
  });

  it('keeps the profiles apart', async () => {
    const keyring = await start();
    await keyring.records('google').put('client', 'one', 1);
    expect(await keyring.records('practice').list('client')).toEqual([]);
    expect(await keyring.records('custom').get('client', 'one')).toBeNull();
  });

  it('shows nothing of the content in names or bytes, and lets nobody else in', async () => {
    const keyring = await start();
    await keyring.records('google').put('authorization', 'me@example.com', { email: 'me@example.com', refreshToken: '1//canary' });
    await keyring.records('google').put('authorization', 'me@example.com', { email: 'me@example.com', refreshToken: '1//canary2' });
    const all = everything(folder);
    expect(all.length).toBe(6);
    for (const path of all) {
      expect(path).not.toContain('example');
      expect(readFileSync(path, 'utf8')).not.toMatch(/canary|example/);
      expect((statSync(path).mode & 0o777).toString(8)).toBe('600');
    }
    for (const part of ['vault', 'profiles/google', 'profiles/google/records']) {
      expect((statSync(join(folder, part)).mode & 0o777).toString(8)).toBe('700');
    }
  });

  it('removes a record with everything that was kept of it', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 1);
    await keyring.records('google').put('authorization', 'a', 2);
    await keyring.records('google').remove('authorization', 'a');
    expect(everything(folder).filter((one) => one.startsWith(path))).toEqual([]);
    expect(await (await start()).damaged('google')).toEqual([]);
  });

  it('sweeps the temp copies that a kill leaves behind', async () => {
    await putOne(await start(), 'a', 1);
    const left = [join(records(), `${'0'.repeat(16)}.json.tmp-1234567890abcdef`), join(records(), 'x.json.bak.new'), join(folder, 'vault', 'keyring.json.tmp-1234567890abcdef')];
    for (const path of left) writeFileSync(path, 'x');
    await (await start()).records('google').list('client');
    expect(everything(folder).filter((path) => left.includes(path))).toEqual([]);
  });
});

describe('damage', () => {
  it('of one bit costs no other record: the damaged one is named, copied aside and kept', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 'precious');
    await putOne(keyring, 'b', 2);
    const text = readFileSync(path, 'utf8');
    const at = text.indexOf('"ct":"') + 6;
    writeFileSync(path, text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1));

    const next = await start();
    expect((await next.records('google').list('authorization')).map((record) => record.id)).toEqual(['b']);
    const damaged = await next.damaged('google');
    expect(damaged).toHaveLength(1);
    expect(damaged[0]?.message).toMatch(/is damaged/);
    await (await start()).records('google').list('client');
    expect(readdirSync(records()).filter((name) => name.includes('.corrupt-'))).toHaveLength(1);
    expect(readFileSync(path, 'utf8')).not.toBe('');
    await next.records('google').put('authorization', 'a', 'again');
    const mended = await start();
    expect(await mended.damaged('google')).toEqual([]);
    expect((await mended.records('google').get('authorization', 'a'))?.value).toBe('again');
  });

  it('of the newest version leaves the one before it, and says so', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 'first');
    await keyring.records('google').put('authorization', 'a', 'second');
    writeFileSync(path, '{"v":1,');
    const next = await start();
    expect((await next.records('google').get('authorization', 'a'))?.value).toBe('first');
    expect((await next.damaged('google'))[0]?.message).toMatch(/previous version is in use/);
    const after = await start();
    expect(await after.damaged('google')).toEqual([]);
    expect((await after.records('google').get('authorization', 'a'))?.value).toBe('first');
  });

  it('is what two records are whose files traded places', async () => {
    const keyring = await start();
    const a = await putOne(keyring, 'a', 'A');
    const b = await putOne(keyring, 'b', 'B');
    const [textA, textB] = [readFileSync(a, 'utf8'), readFileSync(b, 'utf8')];
    writeFileSync(a, textB);
    writeFileSync(b, textA);
    const next = await start();
    expect(await next.records('google').list('authorization')).toEqual([]);
    expect(await next.damaged('google')).toHaveLength(2);
  });

  it('is what an older copy of a record is', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 'revoked');
    const old = readFileSync(path, 'utf8');
    await keyring.records('google').put('authorization', 'a', 'newer');
    await keyring.records('google').put('authorization', 'a', 'newest');
    writeFileSync(path, old);
    const next = await start();
    expect(await next.records('google').get('authorization', 'a')).toBeNull();
    expect((await next.damaged('google'))[0]?.message).toMatch(/older copy/);
  });

  it('is what a missing record is, until it is made again or removed', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 1);
    await putOne(keyring, 'b', 2);
    rmSync(path);
    for (let run = 0; run < 2; run += 1) {
      const next = await start();
      expect((await next.damaged('google')).map((one) => one.message)).toEqual([expect.stringMatching(/is missing/)]);
      expect((await next.records('google').list('authorization')).map((record) => record.value)).toEqual([2]);
    }
    const last = await start();
    await last.records('google').remove('authorization', 'a');
    expect(await (await start()).damaged('google')).toEqual([]);
  });

  it('is what a removed record is that somebody put back', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 'forgotten');
    const old = readFileSync(path, 'utf8');
    await keyring.records('google').remove('authorization', 'a');
    await putOne(keyring, 'b', 2);
    writeFileSync(path, old);
    const next = await start();
    expect((await next.records('google').list('authorization')).map((record) => record.id)).toEqual(['b']);
    expect((await next.damaged('google'))[0]?.message).toMatch(/had been removed and was put back/);
    expect(await (await start()).damaged('google')).toEqual([]);
  });

  it('of the list of records falls back to the list before it, without losing the last change', async () => {
    const keyring = await start();
    await putOne(keyring, 'a', 1);
    await putOne(keyring, 'b', 2);
    writeFileSync(list(), '');
    const next = await start();
    expect((await next.records('google').list('authorization')).length).toBe(2);
    expect(await next.damaged('google')).toEqual([]);
  });

  it('of the list and its backup costs no record, but is told', async () => {
    const keyring = await start();
    await putOne(keyring, 'a', 1);
    await putOne(keyring, 'b', 2);
    writeFileSync(list(), '{}');
    rmSync(`${list()}.bak`);
    const next = await start();
    expect((await next.records('google').list('authorization')).length).toBe(2);
    expect((await next.damaged('google'))[0]).toMatchObject({ id: 'list' });
    await putOne(next, 'c', 3);
    expect(await (await start()).damaged('google')).toEqual([]);
  });

  it('is what a list from another time is', async () => {
    const keyring = await start();
    await putOne(keyring, 'a', 1);
    const old = readFileSync(list(), 'utf8');
    for (const id of ['b', 'c', 'd']) await putOne(keyring, id, id);
    writeFileSync(list(), old);
    const next = await start();
    expect((await next.records('google').list('authorization')).length).toBe(4);
    expect((await next.damaged('google'))[0]?.message).toMatch(/older than the records/);
  });

  it('is not what a record or list of a newer version is: both stay untouched', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 1);
    const future = JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), v: 2 });
    writeFileSync(path, future);
    const next = await start();
    expect((await next.damaged('google'))[0]?.message).toMatch(/newer version/);
    await expect(next.records('google').put('authorization', 'a', 2)).rejects.toMatchObject({ fault: { code: 'vault-future-version' } });
    expect(readFileSync(path, 'utf8')).toBe(future);

    writeFileSync(list(), JSON.stringify({ ...(JSON.parse(readFileSync(list(), 'utf8')) as object), v: 2 }));
    const last = await start();
    await expect(last.records('google').list('client')).rejects.toMatchObject({ fault: { code: 'vault-future-version' } });
    expect((await last.damaged('google'))[0]?.message).toMatch(/newer version/);
  });

  it('of the header is mended from its backup, and is never followed by an empty vault', async () => {
    await putOne(await start(), 'a', 1);
    const header = join(folder, 'vault', 'keyring.json');
    writeFileSync(header, '');
    const next = await start();
    expect(next.status()).toMatchObject({ state: 'unlocked', notice: { code: 'vault-header-restored' } });
    expect((await next.records('google').list('authorization')).length).toBe(1);
    for (const path of [header, `${header}.bak`]) writeFileSync(path, 'torn');
    const torn = await start();
    expect(torn.status().state).toBe('corrupt');
    expect(readFileSync(header, 'utf8')).toBe('torn');
    rmSync(header);
    rmSync(`${header}.bak`);
    expect((await start()).status()).toMatchObject({ state: 'corrupt', notice: { code: 'vault-header-missing' } });
    expect(readdirSync(join(folder, 'vault')).filter((name) => name === 'keyring.json')).toEqual([]);
  });
});

describe('a kill between the two writes of a change', () => {
  it('leaves a record one ahead of the list: it is taken, and nothing is called damage', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 1);
    const before = readFileSync(list(), 'utf8');
    await keyring.records('google').put('authorization', 'a', 2);
    const created = await putOne(keyring, 'b', 'new');
    const ahead = readFileSync(path, 'utf8');
    rmSync(created);
    writeFileSync(path, ahead);
    writeFileSync(list(), before);
    const next = await start();
    expect((await next.records('google').get('authorization', 'a'))?.value).toBe(2);
    expect(await next.damaged('google')).toEqual([]);
  });

  it('is finished when it was a removal', async () => {
    const keyring = await start();
    const path = await putOne(keyring, 'a', 1);
    const old = readFileSync(path, 'utf8');
    await keyring.records('google').remove('authorization', 'a');
    writeFileSync(path, old);
    const next = await start();
    expect(await next.records('google').list('authorization')).toEqual([]);
    expect(await next.damaged('google')).toEqual([]);
    expect(everything(records())).toEqual([]);
  });
});
