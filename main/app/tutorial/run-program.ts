import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { ada, full, walk } from '../../sandbox/testing/consent.ts';

export interface Ran {
  readonly code: number | null;
  /** What it printed, line by line, without the address to open. */
  readonly lines: readonly string[];
  readonly stderr: string;
  /** Addresses that it wanted opened. */
  readonly opened: readonly URL[];
}

export interface Run {
  readonly command: readonly [string, ...string[]];
  /** Where it runs. */
  readonly folder: string;
  readonly origin: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What a person does with the address that consent ended at. */
  readonly comeBack: (redirect: URL, type: (line: string) => void) => Promise<void>;
}

const OPEN = /^(?:OPEN|Open in a browser:) (http.*)$/;
/** Milliseconds a program may take. */
const DEADLINE = 30_000;

/** Runs a program; when it wants an address opened, consents there as Ada does, to all that is asked. */
export async function runProgram({ command: [file, ...args], folder, origin, env = {}, comeBack }: Run): Promise<Ran> {
  const child = spawn(file, args, { cwd: folder, env: { PATH: process.env['PATH'] ?? '', HOME: folder, no_proxy: '*', PYTHONDONTWRITEBYTECODE: '1', ...env }, timeout: DEADLINE });
  const lines: string[] = [];
  const opened: URL[] = [];
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = OPEN.exec(line)?.[1];
    if (address === undefined) {
      lines.push(line);
      continue;
    }
    const url = new URL(address);
    // One that prints its address and opens it too is asked once.
    if (opened.some((one) => one.href === url.href)) continue;
    opened.push(url);
    const scopes = (url.searchParams.get('scope') ?? '').split(' ');
    const { redirect } = await walk(origin, url, { scopes: scopes.map(full), account: ada });
    await comeBack(redirect, (text) => child.stdin.write(`${text}\n`));
  }
  return { code: await ended, lines, stderr, opened };
}
