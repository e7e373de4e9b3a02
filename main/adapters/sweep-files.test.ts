import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { interestIn, skipsFolder } from '../domain/sweep/candidates.ts';
import { DEEPEST, type FileMark, type RootState, type WalkCounts, type WalkRoot } from '../domain/sweep/ports.ts';
import { noCounts } from '../domain/sweep/sweep-run.ts';
import { DiskSweepFiles } from './sweep-files.ts';

let home: string;
let outside: string;
let binned: string[];
let files: DiskSweepFiles;

beforeEach(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'sweep-home-')));
  outside = realpathSync(mkdtempSync(join(tmpdir(), 'sweep-outside-')));
  binned = [];
  files = new DiskSweepFiles(async (path) => void binned.push(path));
});
afterEach(() => {
  for (const folder of [home, outside]) rmSync(folder, { recursive: true, force: true });
});

function put(path: string, content: string | Uint8Array = '{}', mode = 0o600): string {
  const file = join(home, path);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, content);
  chmodSync(file, mode);
  return file;
}

interface Walked {
  readonly met: readonly FileMark[];
  readonly paths: readonly string[];
  readonly counts: WalkCounts;
  readonly states: readonly RootState[];
}

async function walk(roots: readonly WalkRoot[] = [{ path: home, depth: DEEPEST, kind: 'place' }], change: { signal?: AbortSignal; leaveAlone?: string[]; onCandidate?: (file: FileMark) => void } = {}): Promise<Walked> {
  const met: FileMark[] = [];
  const states: RootState[] = [];
  const counts = noCounts();
  await files.walk(
    {
      roots,
      rules: { home, leaveAlone: change.leaveAlone ?? [], interestIn, skipsFolder },
      counts,
      onRoot: (_root, state) => states.push(state),
      onCandidate: async (file) => {
        met.push(file);
        change.onCandidate?.(file);
      },
    },
    change.signal ?? new AbortController().signal,
  );
  return { met, paths: met.map(({ path }) => relative(home, path)).sort(), counts, states };
}

async function markOf(path: string): Promise<FileMark> {
  const mark = (await walk()).met.find((one) => one.path === path);
  if (mark === undefined) throw new Error(`${path} was not met`);
  return mark;
}
const code = (outcome: { ok: boolean; error?: { code: string } }): string => outcome.error?.code ?? 'ok';

describe('a walk', () => {
  it('hands on regular files by name, with size and mode, and counts the rest', async () => {
    put('a/b/token.json', '{"x":1}', 0o640);
    put('notes.txt');
    put('node_modules/x/token.json');
    const { paths, counts, met } = await walk();
    expect(paths).toEqual(['a/b/token.json']);
    expect(met[0]).toMatchObject({ mode: 0o640, size: 7 });
    expect(counts).toMatchObject({ folders: 3, files: 2, skipped: 1, links: 0, limited: false });
  });

  it('follows no link: to a folder, to a file, to itself, or to nowhere', async () => {
    writeFileSync(join(outside, 'token.json'), '{}');
    symlinkSync(outside, join(home, 'folder'));
    symlinkSync(join(outside, 'token.json'), join(home, 'token.json'));
    symlinkSync(home, join(home, 'loop'));
    symlinkSync('/nowhere', join(home, 'credentials.json'));
    const { paths, counts } = await walk();
    expect(paths).toEqual([]);
    expect(counts.links).toBe(4);
  });

  it('opens no pipe and no socket, and hands on nothing larger than 5 MB', async () => {
    execFileSync('mkfifo', [join(home, 'token.json')]);
    const server = await new Promise<Server>((resolve) => {
      const listening = createServer().listen(join(home, 'oauth2.txt'), () => {
        resolve(listening);
      });
    });
    truncateSync(put('credentials.json'), 5 * 1024 * 1024 + 1);
    put('x/credentials.json', Buffer.alloc(5 * 1024 * 1024, 0x20));
    const { paths, counts } = await walk();
    server.close();
    expect(paths).toEqual(['x/credentials.json']);
    expect(counts).toMatchObject({ special: 2, tooLarge: 1 });
  });

  it('goes as deep as its root says, and says when it had to stop', async () => {
    put('one/two/token.json');
    expect((await walk([{ path: home, depth: 1, kind: 'place' }])).paths).toEqual([]);
    expect((await walk([{ path: home, depth: 2, kind: 'place' }])).paths).toEqual(['one/two/token.json']);
    put(`${'d/'.repeat(DEEPEST + 2)}token.json`);
    const { paths, counts } = await walk();
    expect(paths).toEqual(['one/two/token.json']);
    expect(counts.limited).toBe(true);
  });

  it('reads nothing twice where roots lie in each other', async () => {
    put('.config/gcloud/application_default_credentials.json');
    const { met, counts } = await walk([
      { path: join(home, '.config/gcloud'), depth: 3, kind: 'place' },
      { path: join(home, '.config/gcloud/application_default_credentials.json'), depth: 0, kind: 'chosen' },
      { path: home, depth: DEEPEST, kind: 'place' },
    ]);
    expect(met).toHaveLength(1);
    expect(counts.folders).toBe(3);
  });

  it('enters a place only without a link on the way, but a chosen folder wherever it lies', async () => {
    writeFileSync(join(outside, 'token.json'), '{}');
    symlinkSync(outside, join(home, 'Downloads'));
    const place = { path: join(home, 'Downloads'), depth: 1, kind: 'place' } as const;
    const missing = { path: join(home, 'Desktop'), depth: 1, kind: 'place' } as const;
    expect(await walk([place, missing])).toMatchObject({ paths: [], states: ['link', 'absent'] });
    expect((await walk([{ ...place, kind: 'chosen' }])).met.map(({ path }) => path)).toEqual([join(outside, 'token.json')]);
  });

  it('works in a home folder that itself lies behind a link', async () => {
    put('.config/gcloud/adc.json');
    const link = join(outside, 'home');
    symlinkSync(home, link);
    const counts = noCounts();
    const met: string[] = [];
    await files.walk(
      {
        roots: [{ path: join(link, '.config/gcloud'), depth: 1, kind: 'place' }],
        rules: { home: link, leaveAlone: [], interestIn, skipsFolder },
        counts,
        onRoot: () => undefined,
        onCandidate: async ({ path }) => void met.push(path),
      },
      new AbortController().signal,
    );
    expect(met).toEqual([join(home, '.config/gcloud/adc.json')]);
  });

  it('leaves the app’s own folder alone', async () => {
    put('.config/Grantdesk/token.json');
    expect((await walk(undefined, { leaveAlone: [join(home, '.config/Grantdesk')] })).paths).toEqual([]);
  });

  it('does not go through a folder that became a link while it walked', async () => {
    put('z/real/token.json');
    mkdirSync(join(outside, 'real'));
    writeFileSync(join(outside, 'real/token.json'), '{}');
    put('token.json');
    const { paths } = await walk(undefined, {
      onCandidate: ({ path }) => {
        if (path !== join(home, 'token.json')) return;
        renameSync(join(home, 'z'), join(home, 'y'));
        symlinkSync(outside, join(home, 'z'));
      },
    });
    expect(paths.every((path) => !path.startsWith('..'))).toBe(true);
    const [first] = (await walk()).met;
    expect(first?.path.startsWith(home)).toBe(true);
  });

  it('ends soon after it was cancelled, and does not hold up anything else meanwhile', async () => {
    for (let at = 0; at < 400; at += 1) put(`many/${String(at)}/note.txt`);
    const abort = new AbortController();
    let longest = 0;
    let last = performance.now();
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    put('token.json');
    const { counts } = await walk(undefined, { signal: abort.signal, onCandidate: () => { abort.abort(); } });
    clearInterval(pulse);
    expect(counts.folders).toBeLessThan(400);
    expect(longest).toBeLessThan(200);
  });
});

describe('a file that was found', () => {
  it('is read up to a limit, tightened by what was opened, and binned', async () => {
    const path = put('token.json', '{"token":1}', 0o666);
    const mark = await markOf(path);
    expect(await files.read(mark, 4)).toEqual({ ok: true, value: new TextEncoder().encode('{"to') });
    const tightened = await files.tighten(mark);
    expect(tightened).toMatchObject({ ok: true, value: { mode: 0o600, identity: mark.identity } });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(await files.bin(mark)).toEqual({ ok: true, value: null });
    expect(binned).toEqual([path]);
  });

  const changes: readonly (readonly [string, string, (path: string) => void])[] = [
    ['was written to', 'file-changed', (path) => { writeFileSync(path, '{"other":true}'); }],
    ['was replaced by another', 'file-changed', (path) => { writeFileSync(`${path}.new`, '{}'); renameSync(`${path}.new`, path); }],
    ['became a link', 'file-changed', (path) => { rmSync(path); writeFileSync(join(outside, 'x'), '{}'); symlinkSync(join(outside, 'x'), path); }],
    ['became a folder', 'file-changed', (path) => { rmSync(path); mkdirSync(path); }],
    ['became a pipe', 'file-changed', (path) => { rmSync(path); execFileSync('mkfifo', [path]); }],
    ['went away', 'file-gone', (path) => { rmSync(path); }],
    ['lies behind a link now', 'file-changed', (path) => { renameSync(join(path, '..'), join(outside, 'moved')); symlinkSync(join(outside, 'moved'), join(path, '..')); }],
  ];
  it.each(changes)('and %s is left alone', async (_what, fault, change) => {
    const path = put('place/token.json', '{}', 0o644);
    const mark = await markOf(path);
    change(path);
    expect(code(await files.read(mark, 10))).toBe(fault);
    expect(code(await files.tighten(mark))).toBe(fault);
    expect(code(await files.bin(mark))).toBe(fault);
    expect(binned).toEqual([]);
  });

  it('stays where it is when the desktop has no bin', async () => {
    const path = put('token.json');
    const without = new DiskSweepFiles(() => Promise.reject(new Error('no bin')));
    expect(code(await without.bin(await markOf(path)))).toBe('bin-failed');
    expect(statSync(path).isFile()).toBe(true);
  });
});
