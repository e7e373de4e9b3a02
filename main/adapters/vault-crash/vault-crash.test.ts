import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Keyring } from '../../domain/vault/keyring.ts';
import type { Records } from '../../domain/vault/records.ts';
import { FakeKeyBox, quickKdf, SteppingClock, webRandom } from '../../domain/vault/test-fakes.ts';
import { VaultFolder } from '../vault-folder.ts';
import { bundleProgram } from './bundle.ts';
import { changeNumber } from './changes.ts';

let program: string;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'vault-killed-'));
  program = await bundleProgram();
}, 60_000);
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

/** Electron's own Node starts more slowly; it gets fewer of the same kills. */
const KILLS = process.versions['electron'] === undefined ? 300 : 60;
const LANES = 3;

interface Run {
  readonly lines: readonly string[];
  readonly signal: string | null;
}

/** When to kill: `ms` milliseconds after the given number of lines was heard. */
interface Moment {
  readonly lines: number;
  readonly ms: number;
}

/** A tenth of the kills hits the start, the opening and the mending of what the kill before left. */
function randomMoment(turn: number): Moment {
  return turn % 10 === 9 ? { lines: 0, ms: Math.random() * 150 } : { lines: 1 + Math.floor(Math.random() * 6), ms: Math.random() * 8 };
}

/** @param moment null lets the program end by itself @param limit shell commands to run before it */
function run(args: readonly string[], moment: Moment | null, limit = ''): Promise<Run> {
  const command = ['sh', '-c', `${limit} exec "$0" "$@"`, process.execPath, program, ...args];
  const child = spawn(command[0] ?? '', command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  let armed = false;
  const arm = (): void => {
    if (armed || moment === null || text.split('\n').length - 1 < moment.lines) return;
    armed = true;
    setTimeout(() => child.kill('SIGKILL'), moment.ms);
  };
  arm();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
    arm();
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    // The last line counts only when it was written to its end.
    child.on('close', (_code, signal) => resolve({ lines: text.split('\n').slice(0, -1), signal }));
  });
}

async function open(folder: string): Promise<{ keyring: Keyring; records: Records }> {
  const keyring = new Keyring({ storage: new VaultFolder(folder), keyBox: new FakeKeyBox(), kdf: quickKdf, random: webRandom, clock: new SteppingClock() });
  await keyring.open();
  return { keyring, records: keyring.records('google') };
}

function tornFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return files.filter((name) => {
    try {
      JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return false;
    } catch {
      return true;
    }
  });
}

type State = Readonly<Record<string, unknown>>;

function after(state: State, number: number): State {
  const { id, value } = changeNumber(number);
  const rest = Object.fromEntries(Object.entries(state).filter(([key]) => key !== id));
  return value === null ? rest : { ...rest, [id]: value };
}

async function stored(records: Records): Promise<State> {
  return Object.fromEntries((await records.list('client')).map((record) => [record.id, record.value]));
}

interface Tally {
  kills: number;
  changes: number;
  torn: number;
  lost: number;
  damaged: number;
}

async function lane(folder: string, kills: number, tally: Tally): Promise<void> {
  let state: State = {};
  let next = 1;
  for (let turn = 0; turn < kills; turn += 1) {
    const { lines, signal } = await run([folder, 'until-killed', `${next}`], randomMoment(turn));
    if (signal !== 'SIGKILL') throw new Error(`the program ended by itself: ${lines.join(', ')}`);
    tally.kills += 1;
    const numbers = lines.filter((line) => line.startsWith('did ')).map((line) => Number(line.slice(4)));
    for (const number of numbers) state = after(state, number);
    tally.changes += numbers.length;
    next = (numbers.at(-1) ?? next - 1) + 1;
    tally.torn += tornFiles(folder).length;

    const { keyring, records } = await open(folder);
    expect(keyring.status().state).toBe('unlocked');
    const found = JSON.stringify(sorted(await stored(records)));
    tally.damaged += (await keyring.damaged('google')).length;
    // The change that the kill interrupted may have happened or not; everything acknowledged must be there.
    if (found === JSON.stringify(sorted(after(state, next)))) {
      state = after(state, next);
      next += 1;
    } else if (found !== JSON.stringify(sorted(state))) {
      tally.lost += 1;
    }
    await keyring.close();
  }
}

function sorted(state: State): [string, unknown][] {
  return Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1));
}

describe('the vault', () => {
  it(
    `survives ${KILLS} kills at random moments: nothing torn, no acknowledged change lost, nothing called damage`,
    async () => {
      const tally: Tally = { kills: 0, changes: 0, torn: 0, lost: 0, damaged: 0 };
      await Promise.all(Array.from({ length: LANES }, (_, at) => lane(join(root, `lane-${at}`), KILLS / LANES, tally)));
      expect(tally).toEqual({ kills: KILLS, changes: tally.changes, torn: 0, lost: 0, damaged: 0 });
      expect(tally.changes).toBeGreaterThan(KILLS);
    },
    300_000,
  );

  it('says that the disk is full when a file may not grow, keeps what it had, and goes on', async () => {
    const folder = join(root, 'limited');
    // `ulimit -f` counts blocks of 512 bytes: no file of more than 64 KiB.
    const { lines } = await run([folder, 'grow'], null, 'ulimit -f 128;');
    expect(lines[0]).toBe('open unlocked');
    const failed = lines.find((line) => line.startsWith('vault-disk-full '));
    expect(failed).toBeDefined();
    expect(lines.at(-1)).toBe('ok small');
    const { keyring, records } = await open(folder);
    const size = Number(failed?.split(' ')[1]) / 2;
    expect((await records.get('client', 'growing'))?.value).toBe('x'.repeat(size));
    expect((await records.get('client', 'small'))?.value).toBe('after');
    expect(await keyring.damaged('google')).toEqual([]);
    expect(tornFiles(folder)).toEqual([]);
  }, 60_000);

  it('loses nothing on a file system that is full', async () => {
    const folder = join(root, 'small-disk');
    mkdirSync(folder);
    const refusal = mount(folder);
    if (refusal !== null) {
      // Not this test's business to get rights: the limit on file size above covers the same path.
      expect(refusal).toMatch(/permission|permitted|superuser|denied|not found|ENOENT/i);
      return;
    }
    try {
      const { lines } = await run([folder, 'fill'], null);
      expect(lines[0]).toBe('open unlocked');
      const expected = new Map<string, string>();
      const outcomes = new Set<string>();
      for (const line of lines.slice(1)) {
        const [outcome = '', id = '', value = ''] = line.split(' ');
        outcomes.add(outcome);
        if (outcome === 'ok') expected.set(id, value.padEnd(1500));
      }
      expect([...outcomes].sort()).toEqual(['ok', 'vault-disk-full']);
      expect(expected.size).toBeGreaterThan(5);
      expect(tornFiles(folder)).toEqual([]);
      const { keyring, records } = await open(folder);
      expect(sorted(await stored(records))).toEqual(sorted(Object.fromEntries(expected)));
      expect(await keyring.damaged('google')).toEqual([]);
    } finally {
      execFileSync('umount', [folder]);
    }
  }, 60_000);
});

/** @returns why not, or null when `folder` is now a file system of 256 KiB */
function mount(folder: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'pipe' });
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'unknown';
  }
}
