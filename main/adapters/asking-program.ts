import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { basename, isAbsolute, resolve } from 'node:path';
import { UNKNOWN_PROGRAM, type Program } from '../domain/scripting/program.ts';
import { readProcess, type ProcessFacts } from '../domain/scripting/read-process.ts';
import { readProc } from './proc.ts';

/** Processes looked at on the way up. */
const HIGHEST = 12;
/** Bytes of a program that are hashed; what is larger is not remembered. */
const LARGEST = 512 * 1024 * 1024;
/** Adopt processes whose parent has ended: who started the command cannot be told any more. */
const REAPERS: ReadonlySet<string> = new Set(['systemd', 'init', 'launchd', 'upstart', 'tini', 'dumb-init', 's6-svscan']);
/**
 * npm and its kin stand between a terminal and the launcher of a checkout. Elsewhere they stand for every script of every package, so
 * nothing is remembered of them.
 */
const RUNNERS: ReadonlySet<string> = new Set(['npm-cli.js', 'npx-cli.js', 'pnpm.cjs', 'pnpx.cjs', 'yarn.js', 'yarn.cjs']);

export interface CommandOf {
  /** Real path of our own executable: a process of it is the command, and the program is who started it. */
  readonly executable: string;
  /** In a checkout: the script that starts the command. */
  readonly launcher: string | null;
}

/**
 * The program that asks: the proven process, or who started it when that is the command. What stands between (a shell's -c, timeout,
 * xargs) is passed over. It is a description for the user to judge by; a program that runs as the user can make itself look like another.
 * @param startedAt of the proven process
 */
export async function askingProgram(pid: number, startedAt: string, own: CommandOf): Promise<Program> {
  const first = await readProc(pid);
  if (first?.startedAt !== startedAt) return UNKNOWN_PROGRAM;
  let here: ProcessFacts | null = first;
  let command: string | null = null;
  let launched = false;
  for (let step = 0; here !== null && step < HIGHEST; step += 1) {
    const running = readProcess(here);
    if (await isCommand(here.exe, own.executable)) {
      // The command itself.
    } else if (here.parent === 0 || (running.kind === 'binary' && REAPERS.has(basename(here.exe ?? here.arguments[0] ?? '')))) {
      return command === null ? UNKNOWN_PROGRAM : commandText(command);
    } else if (running.kind === 'shell-command') {
      command ??= running.text;
    } else if (running.kind === 'script') {
      const path = await scriptPath(running.file, here);
      launched ||= path !== null && path === own.launcher;
      const passed = launched && path !== null && (path === own.launcher || RUNNERS.has(basename(path)));
      if (!passed) return await script(running.file, path, running.options, here);
    } else if (running.kind !== 'carrier') {
      return running.kind === 'binary' && here.exe === null && command !== null ? commandText(command) : await other(running, here);
    }
    const parent: ProcessFacts | null = await readProc(here.parent);
    // The pid may have gone to a younger process.
    here = parent !== null && BigInt(parent.startedAt) <= BigInt(here.startedAt) ? parent : null;
  }
  return command === null ? UNKNOWN_PROGRAM : commandText(command);
}

/** An AppImage is mounted at another place for every start: the same program is then told by its contents. */
async function isCommand(exe: string | null, own: string): Promise<boolean> {
  if (exe === null || exe === own) return exe !== null;
  if (basename(exe) !== basename(own)) return false;
  const [one, other] = await Promise.all([hashOf(exe), hashOf(own)]);
  return one !== null && one === other;
}

/** Here these are other files than there: /dev/stdin, the /dev/fd/63 of a shell's <(…). */
const OF_EACH_PROCESS = /^\/(?:dev|proc)\//;

async function scriptPath(file: string, { cwd }: ProcessFacts): Promise<string | null> {
  if (!isAbsolute(file) && cwd === null) return null;
  const path = resolve(cwd ?? '/', file);
  if (OF_EACH_PROCESS.test(path)) return null;
  const real = await realpath(path).catch(() => null);
  return real !== null && OF_EACH_PROCESS.test(real) ? null : real;
}

async function script(file: string, path: string | null, options: readonly string[], { exe }: ProcessFacts): Promise<Program> {
  const content = path === null || RUNNERS.has(basename(path)) ? null : await hashOf(path);
  const key = path === null || content === null || exe === null ? null : keyOf(['script', exe, ...options, path, content]);
  return { key, kind: 'script', name: basename(path ?? file), path: path ?? file, runBy: exe };
}

async function other(running: ReturnType<typeof readProcess>, { exe, arguments: words, cwd }: ProcessFacts): Promise<Program> {
  const name = basename(exe ?? words[0] ?? 'a program');
  switch (running.kind) {
    case 'interactive':
      // Whatever is typed, pasted or started there looks the same.
      return { key: null, kind: 'terminal', name: `${name} in a terminal`, path: exe, runBy: null };
    case 'inline':
      // What it loads by a relative name is another file in another folder.
      return { key: exe === null || cwd === null ? null : keyOf(['inline', exe, cwd, ...running.words]), kind: 'inline', name: `${name} with a program on its command line`, path: exe, runBy: null };
    case 'module':
      return { key: null, kind: 'inline', name: `${name} with a module by its name`, path: exe, runBy: null };
    case 'host':
      return { key: null, kind: 'binary', name, path: exe, runBy: null };
    case 'piped':
      return { key: null, kind: 'inline', name: `${name} reading its program from a pipe`, path: exe, runBy: null };
    default: {
      const content = exe === null ? null : await hashOf(exe);
      return { key: exe === null || content === null ? null : keyOf(['binary', exe, content]), kind: 'binary', name, path: exe, runBy: null };
    }
  }
}

/** A shell's command without anybody above it: cron, a timer. */
function commandText(text: string): Program {
  const short = text.replace(/\s+/g, ' ').trim();
  return { key: text === '' ? null : keyOf(['command', text]), kind: 'inline', name: short.length <= 60 ? short : `${short.slice(0, 59)}…`, path: null, runBy: null };
}

function keyOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Null for what is no plain file: a pipe or a terminal at the place would be waited for without an end. */
async function hashOf(path: string): Promise<string | null> {
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const facts = await file.stat();
      if (!facts.isFile() || facts.size > LARGEST) return null;
      const hash = createHash('sha256');
      for await (const chunk of file.createReadStream({ end: LARGEST, autoClose: false })) hash.update(chunk as Buffer);
      return hash.digest('hex');
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
