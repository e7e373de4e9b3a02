import { spawn } from 'node:child_process';
import { Stop } from '../lib/say.mjs';

const START_WITHIN = 20_000;

/**
 * Starts a virtual display on a free number.
 * @param {string} folder for its temporary files
 * @returns {Promise<{ name: string, stop: () => Promise<void> }>}
 */
export async function startXvfb(folder) {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset', '-fbdir', folder];
  // A group of its own: Ctrl+C reaches the app first, and the display outlives it.
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
  let said = '';
  server.stderr?.on('data', (chunk) => (said += chunk));
  const gone = new Promise((resolve) => server.once('close', resolve));
  const killNow = () => void server.kill('SIGKILL');
  process.once('exit', killNow);

  const number = await new Promise((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Stop('the virtual display (Xvfb) did not start in time.')), START_WITHIN);
    const settle = (/** @type {() => void} */ how) => {
      clearTimeout(deadline);
      how();
    };
    let text = '';
    server.stdio[3]?.on('data', (chunk) => {
      text += chunk;
      if (text.endsWith('\n')) settle(() => resolve(text.trim()));
    });
    server.once('error', (error) => settle(() => reject(new Stop(`Xvfb did not start: ${error.message}`))));
    server.once('close', () => settle(() => reject(new Stop(`Xvfb ended at once: ${said.trim()}`))));
  });

  return {
    name: `:${number}`,
    async stop() {
      process.off('exit', killNow);
      server.kill('SIGTERM');
      const hard = setTimeout(killNow, 3_000);
      await gone;
      clearTimeout(hard);
    },
  };
}
