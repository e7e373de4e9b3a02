import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, bench, describe } from 'vitest';
import { wholeHome } from '../domain/sweep/places.ts';
import { noCounts, runSweep } from '../domain/sweep/sweep-run.ts';
import { webRandom } from '../domain/vault/test-fakes.ts';
import { DiskSweepFiles } from './sweep-files.ts';

const FILES = 200_000;
const IN_EACH = 20;

/** A home folder of 200,000 files in 10,000 folders, 1 in 1,000 of them with a name that is worth a look, and 40 real credentials. */
function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'bench-home-'));
  const token = JSON.stringify({ token: 'ya29.bench', refresh_token: '1//bench', client_id: '1-x.apps.googleusercontent.com', client_secret: 'GOCSPX-bench' });
  for (let at = 0; at < FILES / IN_EACH; at += 1) {
    const folder = join(home, `area-${String(at % 50)}`, `project-${String(Math.floor(at / 50) % 20)}`, `part-${String(Math.floor(at / 1000))}`);
    mkdirSync(folder, { recursive: true });
    for (let file = 0; file < IN_EACH; file += 1) writeFileSync(join(folder, `note-${String(file)}.txt`), '');
    if (at % 50 === 0) writeFileSync(join(folder, 'levels.dat'), 'GAME0123456789');
    if (at % 250 === 0) writeFileSync(join(folder, 'token.json'), token);
  }
  chmodSync(home, 0o700);
  return home;
}

const home = makeHome();
afterAll(() => rmSync(home, { recursive: true, force: true }), 120_000);

/** What a walk cannot do without: every folder read once, with the kind of each entry. */
async function bareWalk(folder: string): Promise<number> {
  const waiting = [folder];
  let files = 0;
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const entry of await readdir(next, { withFileTypes: true })) {
        if (entry.isDirectory()) waiting.push(join(next, entry.name));
        else files += 1;
      }
    }
  };
  // One first, so that the others find something to do.
  await Promise.all([work(), ...Array.from({ length: 7 }, async () => (await new Promise((resolve) => setTimeout(resolve, 2)), work()))]);
  return files;
}

async function sweep(): Promise<number> {
  let found = 0;
  const counts = noCounts();
  await runSweep(
    { files: new DiskSweepFiles(() => Promise.reject(new Error('no bin'))), random: webRandom, home, leaveAlone: [], roots: [wholeHome({ home })], counts, onRoot: () => undefined, onFinding: () => (found += 1) },
    new AbortController().signal,
  );
  if (counts.files < FILES || found !== 40) throw new Error(`${String(counts.files)} files, ${String(found)} found`);
  return found;
}

describe('a home folder of 200,000 files (budget: a sweep costs at most three times a bare walk)', () => {
  bench('a bare walk', async () => void (await bareWalk(home)), { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 });
  bench('a sweep', async () => void (await sweep()), { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 });
});
