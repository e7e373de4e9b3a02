import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, lstat, mkdir, mkdtemp, open, readdir, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Program } from '../domain/scripting/program.ts';
import { line } from '../domain/scripting/protocol.ts';
import type { ScriptRequest } from '../domain/scripting/script-request.ts';
import { ok } from '../domain/shared/fault.ts';
import { askingProgram } from './asking-program.ts';
import { scriptAddress } from './script-address.ts';
import { ScriptSocket, type ScriptSocketDeps } from './script-socket.ts';

/** A Node by that name: under Electron's own, the program that asks would be Electron. */
const NODE = process.versions['electron'] === undefined ? process.execPath : execFileSync('which', ['node'], { encoding: 'utf8' }).trim();

/** A client in its own process. `cheat`: `pid <n>` claims another; `lazy` opens nothing. */
const CLIENT = `
const { connect } = require('node:net');
const { openSync } = require('node:fs');
const [path, cheat = ''] = process.argv.slice(2);
const socket = connect(path);
const pid = cheat.startsWith('pid ') ? Number(cheat.slice(4)) : process.pid;
let text = '';
const say = (of) => socket.write(JSON.stringify(of) + '\\n');
say({ type: 'hello', protocol: 1, pid });
socket.on('data', (chunk) => {
  text += chunk;
  for (let end; (end = text.indexOf('\\n')) >= 0; text = text.slice(end + 1)) {
    const said = JSON.parse(text.slice(0, end));
    if (said.type === 'hello') {
      if (cheat !== 'lazy') globalThis.fd = openSync(said.challenge, 'r');
      say({ type: 'request', request: { verb: 'list' } });
    } else {
      console.log(JSON.stringify(said));
      if (said.type !== 'waiting') socket.end();
    }
  }
});
socket.on('error', (error) => console.log(JSON.stringify({ error: error.code })));
`;

let folder = '';
let listening: ScriptSocket[] = [];
let children: ChildProcess[] = [];
let asked: { program: Program; request: ScriptRequest; signal: AbortSignal }[] = [];
let reported: unknown[] = [];

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'grantdesk-socket-')));
  await writeFile(join(folder, 'client.cjs'), CLIENT);
  asked = [];
  reported = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  await Promise.all(listening.map((socket) => socket.close()));
  listening = [];
  children = [];
  await rm(folder, { recursive: true, force: true });
  expect(reported).toEqual([]);
});

const path = (): string => join(folder, 'scripts.sock');

/** @param executable what counts as the command; node's own, so that a script that starts node is the program */
async function listen(change: Partial<ScriptSocketDeps> = {}, executable = '/no/such'): Promise<ScriptSocket> {
  const socket = await ScriptSocket.open({
    address: { path: path(), folder: null },
    challengeFolder: join(folder, 'scripts'),
    programOf: (pid, startedAt) => askingProgram(pid, startedAt, { executable, launcher: null }),
    answer: async (program, request, signal) => {
      asked.push({ program, request, signal });
      return ok({ verb: 'list', accounts: [] });
    },
    reportError: (error) => reported.push(error),
    ...change,
  });
  listening.push(socket);
  return socket;
}

/** Runs a program and gives the last thing it printed. */
async function run(command: string, args: readonly string[]): Promise<unknown> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'], cwd: folder });
  children.push(child);
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await once(child, 'close');
  const last = out.trim().split('\n').at(-1) ?? '';
  return last === '' ? null : (JSON.parse(last) as unknown);
}
const client = (...cheat: readonly string[]): Promise<unknown> => run(NODE, [join(folder, 'client.cjs'), path(), ...cheat]);

async function raw(...lines: readonly string[]): Promise<string> {
  const socket = connect(path());
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  for (const one of lines) socket.write(one);
  await once(socket, 'close');
  return text;
}

const onLinux = process.platform === 'linux';

describe('the socket for scripts', () => {
  it('is for its owner alone, and goes when it is closed', async () => {
    const socket = await listen();
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    await socket.close();
    listening = [];
    await expect(lstat(path())).rejects.toThrow(/ENOENT/);
  });

  it('takes the place of one that a killed app left behind, and of nothing else', async () => {
    const dead = spawn(NODE, ['-e', `require('node:net').createServer().listen(${JSON.stringify(path())}, () => console.log('up'))`], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(dead.stdout, 'data');
    dead.kill('SIGKILL');
    await once(dead, 'close');
    expect((await lstat(path())).isSocket()).toBe(true);
    await (await listen()).close();
    await writeFile(path(), 'precious');
    await expect(listen()).rejects.toThrow(/Something else lies/);
    await rm(path());
    await symlink(join(folder, 'elsewhere'), path());
    await expect(listen()).rejects.toThrow(/Something else lies/);
    await rm(path());
    const other = createServer().listen(path());
    await once(other, 'listening');
    await expect(listen()).rejects.toThrow(/listens to scripts already/);
    other.close();
  });

  it('is not made in a folder that others can write', async () => {
    await chmod(folder, 0o755);
    await expect(listen()).rejects.toThrow(/open to other users/);
    await chmod(folder, 0o700);
  });

  it('answers a process that proves itself, and says which program it is', async () => {
    if (!onLinux) return;
    await listen();
    expect(await client()).toEqual({ type: 'answer', answer: { verb: 'list', accounts: [] } });
    expect(asked[0]).toMatchObject({ request: { verb: 'list' }, program: { kind: 'script', name: 'client.cjs', path: join(folder, 'client.cjs') } });
    expect(asked[0]?.program.key).toMatch(/^[0-9a-f]{64}$/);
    expect(await readdir(join(folder, 'scripts'))).toEqual([]);
  });

  it('refuses a process that claims to be another, or proves nothing', async () => {
    if (!onLinux) return;
    await listen();
    const sleeper = spawn('sleep', ['60']);
    children.push(sleeper);
    const unproven = { type: 'refused', error: expect.objectContaining({ code: 'peer-not-proven' }) as unknown };
    expect(await client(`pid ${String(sleeper.pid)}`)).toEqual(unproven);
    expect(await client(`pid ${process.pid}`)).toEqual(unproven);
    expect(await client('pid 1')).toEqual(unproven);
    expect(await client('pid 4194303')).toEqual(unproven);
    expect(await client('lazy')).toEqual(unproven);
    expect(asked).toEqual([]);
  });

  it('does not take a file that a child inherited for its own', async () => {
    if (!onLinux) return;
    await listen();
    // The shell opens the file as its standard input without close-on-exec and becomes another program, which never asked.
    const socket = connect(path());
    const shell = spawn('sh', ['-c', 'read file; exec sleep 60 < "$file"'], { stdio: ['pipe', 'ignore', 'ignore'] });
    children.push(shell);
    socket.write(line({ type: 'hello', protocol: 1, pid: shell.pid ?? 0 }));
    const [hello] = (await once(socket, 'data')) as [Buffer];
    const { challenge } = JSON.parse(hello.toString()) as { challenge: string };
    shell.stdin.write(`${challenge}\n`);
    await expect.poll(() => realpath(`/proc/${String(shell.pid)}/fd/0`)).toBe(challenge);
    socket.write(line({ type: 'request', request: { verb: 'list' } }));
    const [said] = (await once(socket, 'data')) as [Buffer];
    expect(said.toString()).toContain('peer-not-proven');
    socket.destroy();
    expect(asked).toEqual([]);
  });

  it('gives a clear word to what is no request', async () => {
    await listen();
    for (const text of ['hello\n', '{}\n', '{"type":"request","request":{"verb":"list"}}\n', `${'x'.repeat(2000)}\n`, 'GET / HTTP/1.1\r\n\r\n']) {
      expect(await raw(text)).toContain('"code":"bad-request"');
    }
    expect(await raw('{"type":"hello","protocol":99,"pid":1}\n')).toContain('"code":"protocol-version"');
    expect(asked).toEqual([]);
  });

  it('is not held up by the slow and the silent', async () => {
    if (!onLinux) return;
    await listen({ requestMs: 300 });
    const silent: Socket[] = Array.from({ length: 20 }, () => connect(path()).on('error', () => undefined));
    silent[0]?.write('{"type":"hel');
    expect(await client()).toMatchObject({ type: 'answer' });
    await Promise.all(silent.map((socket) => once(socket, 'close')));
    expect(await client()).toMatchObject({ type: 'answer' });
  });

  it('stops the work for a client that went away', async () => {
    if (!onLinux) return;
    let aborted = false;
    await listen({
      answer: async (_program, _request, signal) => {
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        aborted = true;
        return ok({ verb: 'list', accounts: [] });
      },
    });
    const child = spawn(NODE, [join(folder, 'client.cjs'), path()]);
    children.push(child);
    await expect.poll(async () => (await readdir(join(folder, 'scripts')).catch(() => ['?'])).length).toBe(0);
    child.kill('SIGKILL');
    await expect.poll(() => aborted).toBe(true);
  });
});

describe('the program that asks', () => {

  /** A script that starts the command (node, here) with the client. */
  async function scripted(name: string, text: string): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, text, { mode: 0o700 });
    return file;
  }

  it('is the script that runs the command: a changed one is another, the same one elsewhere too', async () => {
    if (!onLinux) return;
    await listen({}, await realpath(NODE));
    const text = `#!/bin/sh\n"${NODE}" "${folder}/client.cjs" "${path()}"\nexit 0\n`;
    const file = await scripted('backup.sh', text);
    await run(file, []);
    await run('sh', ['backup.sh']);
    await run('timeout', ['30', 'sh', '-c', './backup.sh; true']);
    await writeFile(file, `${text}# changed\n`);
    await run(file, []);
    await mkdir(join(folder, 'copy'));
    await run(await scripted('copy/backup.sh', text), []);
    const [first, again, wrapped, changed, copied] = asked.map(({ program }) => program);
    expect(first).toMatchObject({ kind: 'script', name: 'backup.sh', path: file });
    expect(again?.key).toBe(first?.key);
    expect(wrapped?.key).toBe(first?.key);
    expect(changed).toMatchObject({ path: file });
    expect(new Set([first?.key, changed?.key, copied?.key]).size).toBe(3);
  });

  it('is not the shell in between, and is known by its options too', async () => {
    if (!onLinux) return;
    await listen({}, await realpath(NODE));
    const command = `"${NODE}" "${folder}/client.cjs" "${path()}"; true`;
    const file = await scripted('job.sh', `sh -c '${command}'\nexit 0\n`);
    await run('sh', [file]);
    await run('sh', ['-e', file]);
    expect(asked.map(({ program }) => program.path)).toEqual([file, file]);
    expect(asked[0]?.program.key).not.toBe(asked[1]?.program.key);
  });

  it.each(['/dev/fd', '/proc/self/fd'])('cannot be recognised again by a number in %s, which is another file here', async (numbers) => {
    if (!onLinux) return;
    await listen({}, await realpath(NODE));
    const text = await open(await scripted('text.sh', `"${NODE}" "${folder}/client.cjs" "${path()}"\nexit 0\n`), 'r');
    // The same number, and in this process a file that never asked.
    const other = await open(join(folder, 'other'), 'w');
    const input = `${numbers}/${String(other.fd)}`;
    const child = spawn('sh', [input], { stdio: [...Array.from({ length: other.fd }, () => 'ignore' as const), text.fd] });
    children.push(child);
    await once(child, 'close');
    await Promise.all([text.close(), other.close()]);
    expect(asked[0]?.program).toMatchObject({ key: null, kind: 'script', path: input });
  });

  it('is not read where its script is a pipe by now: that would never end', async () => {
    if (!onLinux) return;
    await listen({}, await realpath(NODE));
    const file = await scripted('swap.sh', `rm "$0"; mkfifo "$0"; "${NODE}" "${folder}/client.cjs" "${path()}"\nexit 0\n`);
    expect(await run('sh', [file])).toMatchObject({ type: 'answer' });
    expect(asked[0]?.program).toMatchObject({ key: null, kind: 'script', path: file });
  });

  it('is a text on the command line in its folder, and is not recognised again as a module, which may be any file', async () => {
    if (!onLinux || spawnSync('python3', ['--version']).status !== 0) return;
    await listen({}, await realpath(NODE));
    const here = `import subprocess\nsubprocess.run(["${NODE}", "${folder}/client.cjs", "${path()}"])`;
    await mkdir(join(folder, 'there'));
    await run('python3', ['-c', here]);
    await run('sh', ['-c', `cd there; exec python3 -c '${here}'`]);
    await run('python3', ['-c', here]);
    await scripted('backup.py', here);
    await run('python3', ['-m', 'backup']);
    const [first, there, again, module] = asked.map(({ program }) => program);
    expect(first?.key).toMatch(/^[0-9a-f]{64}$/);
    expect(again?.key).toBe(first?.key);
    expect(there?.key).not.toBe(first?.key);
    expect(module).toMatchObject({ key: null, kind: 'inline', name: expect.stringMatching(/ with a module by its name$/) as string });
  });

  it('is not recognised again where it runs the programs of others: make, npm', async () => {
    if (!onLinux) return;
    await listen();
    // A program is known by the name of its file, whatever is in it.
    await copyFile(NODE, join(folder, 'make'));
    await run(join(folder, 'make'), ['client.cjs', path()]);
    expect(asked[0]?.program).toMatchObject({ key: null, kind: 'binary', name: 'make' });
    await copyFile(join(folder, 'client.cjs'), join(folder, 'npm-cli.js'));
    await run(NODE, ['npm-cli.js', path()]);
    expect(asked[1]?.program).toMatchObject({ key: null, kind: 'script', name: 'npm-cli.js' });
  });

  it('is a shell in a terminal only where that is read from, and is not recognised again: anything may be typed there', async () => {
    if (!onLinux || spawnSync('script', ['--version']).status !== 0) return;
    await listen({}, await realpath(NODE));
    const file = await scripted('piped.sh', `"${NODE}" "${folder}/client.cjs" "${path()}"\nexit 0\n`);
    await run('script', ['-qec', `cat "${file}" | bash; true`, '/dev/null']);
    expect(asked[0]?.program).toMatchObject({ key: null, kind: 'inline', name: 'bash reading its program from a pipe' });
    const typed = spawn('script', ['-qec', 'exec bash --norc', '/dev/null'], { stdio: ['pipe', 'ignore', 'ignore'], cwd: folder });
    children.push(typed);
    typed.stdin.write('. ./piped.sh\n');
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]?.program).toMatchObject({ key: null, kind: 'terminal', name: 'bash in a terminal' });
  });

  it('cannot be recognised again when it comes out of a pipe', async () => {
    if (!onLinux) return;
    await listen({}, await realpath(NODE));
    const child = spawn('sh', [], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    children.push(child);
    child.stdin.end(`"${NODE}" "${folder}/client.cjs" "${path()}"\nexit 0\n`);
    await once(child, 'close');
    expect(asked[0]?.program).toMatchObject({ key: null, kind: 'inline' });
  });
});

describe('the place of the socket', () => {
  const facts = { platform: 'linux', runtimeFolder: '/run/user/1000', uid: 1000 } as const;

  it('is in the profile, or in the runtime folder when that path is too long', () => {
    expect(scriptAddress({ ...facts, userData: '/home/ada/.config/Grantdesk' })).toEqual({ path: '/home/ada/.config/Grantdesk/scripts.sock', folder: null });
    const long = `/home/ada/${'ü'.repeat(50)}`;
    const there = scriptAddress({ ...facts, userData: long });
    expect(there?.path).toMatch(/^\/run\/user\/1000\/grantdesk\/[0-9a-f]{24}\.sock$/);
    expect(scriptAddress({ ...facts, userData: long, runtimeFolder: undefined })).toEqual(there);
    expect(scriptAddress({ ...facts, userData: `${long}x` })?.path).not.toBe(there?.path);
    expect(scriptAddress({ ...facts, userData: long, platform: 'darwin', runtimeFolder: undefined })).toBeNull();
    expect(scriptAddress({ ...facts, userData: 'C:\\Users\\Ada', platform: 'win32' })?.path).toMatch(/^\\\\\.\\pipe\\grantdesk-/);
  });

  it('just fits at the limit', () => {
    const userData = `/${'a'.repeat(93)}`;
    expect(Buffer.byteLength(scriptAddress({ ...facts, userData })?.path ?? '')).toBe(107);
    expect(scriptAddress({ ...facts, userData: `${userData}a` })?.folder).toBe('/run/user/1000/grantdesk');
  });
});
