/**
 * `npm run package:smoke`: the packaged app must start, say so and end, and must refuse to be debugged from outside, which
 * no fuse covers. Playwright cannot drive it: its fuses are set.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stop, fail, say } from './lib/say.mjs';
import { unpackedApp } from './package/unpacked-app.mjs';
import { inSession } from './session.mjs';

const LINE = 'grantdesk smoke ok';
const WITHIN = 60_000;

/**
 * @param {string} executable
 * @param {string[]} extra
 * @returns {Promise<{ end: string, ok: boolean, said: string }>} `ok` when it said the line and ended well
 */
async function start(executable, extra) {
  const profile = await mkdtemp(join(tmpdir(), 'grantdesk-smoke-'));
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const args = [...(root ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, '--smoke', ...extra];
  return ended(executable, args).finally(() => rm(profile, { recursive: true, force: true, maxRetries: 3 }));
}

/**
 * @param {string} executable
 * @param {string[]} args
 * @returns {Promise<{ end: string, ok: boolean, said: string }>}
 */
function ended(executable, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (err += chunk));
    const deadline = setTimeout(() => child.kill('SIGKILL'), WITHIN);
    child.once('error', (error) => reject(new Stop(`the packaged app did not start: ${error.message}`)));
    child.once('close', (code, signal) => {
      clearTimeout(deadline);
      const end = signal === 'SIGKILL' ? `did not end within ${WITHIN / 1000} s` : `ended with ${code ?? signal}`;
      const ok = code === 0 && out.split(/\r?\n/).includes(LINE);
      resolve({ end, ok, said: `${out}${err}`.trim() || 'nothing' });
    });
  });
}

try {
  const [flag, executable = ''] = process.argv.slice(2);
  if (flag === '--inside') {
    const usual = await start(executable, []);
    if (!usual.ok) throw new Stop(`the packaged app ${usual.end} without saying "${LINE}". It said: ${usual.said}`);
    say('The packaged app starts.');
    const debugged = await start(executable, ['--remote-debugging-port=0']);
    if (debugged.ok || debugged.end.startsWith('did not end') || debugged.said.includes('DevTools listening')) {
      throw new Stop(`the packaged app let itself be debugged from outside; it ${debugged.end}.`);
    }
    say('The packaged app refuses to be debugged.');
  } else {
    const { argv } = process;
    const app = unpackedApp();
    const inside = [argv[1] ?? '', '--inside', app.executable];
    process.exitCode = await inSession(process.execPath, inside, { within: 2 * WITHIN + 30_000 });
  }
} catch (error) {
  fail(error);
}
