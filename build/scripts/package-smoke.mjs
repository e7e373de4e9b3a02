/** `npm run package:smoke`: the packaged app must start, say so and end. Playwright cannot drive it: its fuses are set. */
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
 * @param {string} profile
 * @returns {Promise<void>}
 */
function start(executable, profile) {
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  const args = [...(root ? ['--no-sandbox'] : []), `--user-data-dir=${profile}`, '--smoke'];
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
      if (code === 0 && out.split(/\r?\n/).includes(LINE)) return resolve();
      const end = signal === 'SIGKILL' ? `did not end within ${WITHIN / 1000} s` : `ended with ${code ?? signal}`;
      reject(new Stop(`the packaged app ${end} and did not say "${LINE}". It said: ${`${out}${err}`.trim() || 'nothing'}`));
    });
  });
}

try {
  const [flag, executable = ''] = process.argv.slice(2);
  if (flag === '--inside') {
    const profile = await mkdtemp(join(tmpdir(), 'grantdesk-smoke-'));
    await start(executable, profile).finally(() => rm(profile, { recursive: true, force: true, maxRetries: 3 }));
    say('The packaged app starts.');
  } else {
    const { argv } = process;
    const app = unpackedApp();
    const inside = [argv[1] ?? '', '--inside', app.executable];
    process.exitCode = await inSession(process.execPath, inside, { within: WITHIN + 30_000 });
  }
} catch (error) {
  fail(error);
}
