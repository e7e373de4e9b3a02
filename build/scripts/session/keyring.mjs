/**
 * `keyring.mjs <folder> <command> [args…]`, inside dbus-run-session: unlocks a throw-away keyring, then runs the command.
 * The keyring's files live in <folder>, so a person's own keyring is neither needed nor touched. Standard error is file
 * number 3: number 2 belongs to the bus.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { output, run } from '../lib/run.mjs';
import { Stop } from '../lib/say.mjs';

const STDERR = 3;
const [folder = '', command = '', ...args] = process.argv.slice(2);

/** @returns {Promise<number>} the daemon's process number */
async function unlock() {
  const data = join(folder, 'data');
  const runtime = join(folder, 'runtime');
  mkdirSync(data, { mode: 0o700 });
  mkdirSync(runtime, { mode: 0o700 });
  // Not in the foreground: that form does not take the password from a pipe.
  const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--components=secrets'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { ...process.env, XDG_DATA_HOME: data, XDG_RUNTIME_DIR: runtime },
  });
  daemon.stdin?.end('test');
  const until = Date.now() + 15_000;
  for (;;) {
    const pid = await owner();
    if (pid !== undefined) return pid;
    if (Date.now() > until) throw new Stop('the keyring daemon did not come up within 15 s.');
    await sleep(100);
  }
}

/** Who answers for the secret service on this session's bus. */
async function owner() {
  const bus = 'org.freedesktop.DBus';
  const ask = ['--session', '--print-reply=literal', `--dest=${bus}`, '/', `${bus}.GetConnectionUnixProcessID`];
  const reply = await output('dbus-send', [...ask, 'string:org.freedesktop.secrets'], { within: 5_000 }).catch(() => '');
  const pid = /uint32 (\d+)/.exec(reply)?.[1];
  return pid === undefined ? undefined : Number(pid);
}

try {
  const pid = await unlock();
  try {
    process.exitCode = await run(command, args, { stdio: ['inherit', 'inherit', STDERR] });
  } finally {
    process.kill(pid, 'SIGTERM');
  }
} catch (error) {
  writeSync(STDERR, `grantdesk: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
