import { spawn } from 'node:child_process';
import { Stop, say } from './say.mjs';

/**
 * Runs a program in a process group of its own, to its end or to the deadline; then the whole group goes, so that no
 * grandchild (a browser, a bus) stays behind.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, stdio?: import('node:child_process').StdioOptions, within: number }} options
 * @returns {Promise<number>} its exit code; 124 when the deadline passed
 */
export function runGroup(command, args, { within, ...options }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options, detached: process.platform !== 'win32' });
    let late = false;
    const signal = (/** @type {NodeJS.Signals} */ name) => {
      try {
        if (child.pid !== undefined) process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
      } catch {
        // The group is gone already.
      }
    };
    const killNow = () => signal('SIGKILL');
    const deadline = setTimeout(() => {
      late = true;
      say(`${command} ${args.join(' ')} did not end within ${Math.round(within / 1000)} s; stopping it.`);
      signal('SIGTERM');
      setTimeout(killNow, 5_000).unref();
    }, within);
    const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
    const pass = names.map((name) => {
      const handler = () => signal(name);
      process.on(name, handler);
      return () => process.off(name, handler);
    });
    process.once('exit', killNow);
    const release = () => {
      clearTimeout(deadline);
      process.off('exit', killNow);
      pass.forEach((off) => off());
    };
    child.once('error', (error) => {
      release();
      reject(new Stop(`${command} did not start: ${error.message}`));
    });
    child.once('exit', (code, by) => {
      release();
      killNow();
      resolve(late ? 124 : (code ?? (by === 'SIGINT' ? 130 : 143)));
    });
  });
}
