import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { Keyring } from '../domain/vault/keyring.ts';
import type { Records } from '../domain/vault/records.ts';
import { FakeKeyBox, quickKdf, SteppingClock, webRandom } from '../domain/vault/test-fakes.ts';
import { VaultFolder } from './vault-folder.ts';

const VALUE = { refreshToken: 'r'.repeat(120), accessToken: 'a'.repeat(220), scopes: Array.from({ length: 20 }, (_, at) => `https://www.googleapis.com/auth/scope.${at}`) };
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

async function open(folder: string): Promise<Records> {
  const keyring = new Keyring({
    storage: new VaultFolder(folder),
    keyBox: new FakeKeyBox(),
    kdf: quickKdf,
    random: webRandom,
    clock: new SteppingClock(),
  });
  await keyring.open();
  return keyring.records('google');
}

async function filled(count: number): Promise<{ folder: string; records: Records }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  folders.push(folder);
  const records = await open(folder);
  for (let at = 0; at < count; at += 1) await records.put('authorization', `id-${at}`, VALUE);
  return { folder, records };
}

const [one, thousand] = [await filled(1), await filled(1000)];

describe('an update (budget: 1,000 records cost at most 1.5 times what one costs)', () => {
  bench('with 1 record', async () => one.records.put('authorization', 'id-0', VALUE));
  bench('with 1,000 records', async () => thousand.records.put('authorization', 'id-0', VALUE));
});

describe('1,000 records', () => {
  bench('open', async () => void (await (await open(thousand.folder)).get('client', 'x')), { iterations: 5 });
  bench('list', async () => void (await thousand.records.list('authorization')), { iterations: 10 });
});
