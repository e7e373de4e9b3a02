import { readFile, readlink, stat } from 'node:fs/promises';
import type { ProcessFacts } from '../domain/scripting/read-process.ts';

/** Bytes of a command line that are looked at. */
const LONGEST_COMMAND_LINE = 64 * 1024;
const TERMINAL = /^\/dev\/(?:pts\/\d+|tty\w*|console)$/;

/** One process out of /proc; null when there is none, or it is not told. */
export async function readProc(pid: number): Promise<(ProcessFacts & { readonly uid: number }) | null> {
  const folder = `/proc/${pid}`;
  try {
    const [of, text] = await Promise.all([stat(folder), readFile(`${folder}/stat`, 'latin1')]);
    // The name in brackets may hold anything, brackets too: the numbers begin after the last one.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [, parent = '', , , tty = '0'] = fields;
    const startedAt = fields[19] ?? '';
    const [exe, words, cwd, input] = await Promise.all([linkOf(`${folder}/exe`), commandLine(folder), linkOf(`${folder}/cwd`), linkOf(`${folder}/fd/0`)]);
    // In a terminal, a program may still come out of a pipe: curl … | sh.
    const terminal = tty !== '0' && input !== null && TERMINAL.test(input);
    return { pid, uid: of.uid, parent: Number(parent), startedAt, exe, arguments: words, cwd, terminal };
  } catch {
    return null;
  }
}

/** Null for what cannot be read, and for a program whose file was replaced or removed since it started. */
async function linkOf(path: string): Promise<string | null> {
  try {
    const target = await readlink(path);
    return target.endsWith(' (deleted)') ? null : target;
  } catch {
    return null;
  }
}

async function commandLine(folder: string): Promise<readonly string[]> {
  const text = await readFile(`${folder}/cmdline`, 'utf8');
  return text.length > LONGEST_COMMAND_LINE ? [] : text.split('\0').slice(0, -1);
}
