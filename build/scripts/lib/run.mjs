import { spawn } from 'node:child_process';
import { Stop } from './say.mjs';

/**
 * Runs a program to its end and gives its exit code; the program's output goes where ours goes.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { within?: number }} [options] `within` in milliseconds
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  const { within, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...rest });
    const deadline = within === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), within);
    const release = passSignals(child);
    child.on('error', (error) => {
      clearTimeout(deadline);
      release();
      reject(new Stop(`${command} did not start: ${error.message}`));
    });
    child.on('close', (code, signal) => {
      clearTimeout(deadline);
      release();
      resolve(code ?? 128 + (signal === 'SIGKILL' ? 9 : 15));
    });
  });
}

/** Ctrl+C and a polite kill reach the child, so that it can stop what it started.
 * @param {import('node:child_process').ChildProcess} child
 */
function passSignals(child) {
  const names = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  const handlers = names.map((name) => {
    const handler = () => void child.kill(name);
    process.on(name, handler);
    return () => process.off(name, handler);
  });
  return () => handlers.forEach((off) => off());
}

/**
 * Runs a program and gives its standard output.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { within?: number }} [options]
 * @returns {Promise<string>} without the last line break; a program that fails rejects with what it said
 */
export function output(command, args, options = {}) {
  const { within = 60_000, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    child.stdout?.on('data', (chunk) => (out += chunk));
    child.stderr?.on('data', (chunk) => (err += chunk));
    const deadline = setTimeout(() => child.kill('SIGKILL'), within);
    child.on('error', (error) => {
      clearTimeout(deadline);
      reject(error);
    });
    child.on('close', (code) => {
      clearTimeout(deadline);
      if (code === 0) resolve(out.trimEnd());
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${err.trim() || out.trim()}`));
    });
  });
}
