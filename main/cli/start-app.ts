import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fault, type Fault } from '../domain/shared/fault.ts';
import { SWITCHED_OFF } from '../domain/scripting/background.ts';
import { answers } from './talk.ts';

const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 100;
/** After another instance turned out to be running: its socket would be there by now. */
const GRACE_MS = 1_000;

const OFF = fault('scripts-off', 'Scripts may not ask Grantdesk.', 'Open Grantdesk, For scripts, and switch on “Let scripts ask”.');
const NOT_STARTED = fault('not-reached', 'Grantdesk is not running and could not be started.', 'Start it, then run this again.');

export interface AppStart {
  readonly executable: string;
  /** In a checkout the app's folder, then the profile. */
  readonly arguments: readonly string[];
  readonly hasDisplay: boolean;
}

/** Starts the app without a window and waits until it listens. @returns why it does not */
export async function startApp(path: string, start: AppStart): Promise<Fault | null> {
  const problem = await startOnce(path, start);
  // The instance that has the profile may have been about to end: once more tells.
  return problem?.code === OFF.code ? await startOnce(path, start) : problem;
}

async function startOnce(path: string, start: AppStart): Promise<Fault | null> {
  const env = { ...process.env };
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(start.executable, [...start.arguments, '--background', ...(start.hasDisplay ? [] : ['--ozone-platform=headless'])], {
    detached: true,
    stdio: 'ignore',
    env,
  });
  let ended: { readonly code: number | null; readonly at: number } | null = null;
  const end = (code: number | null): void => void (ended ??= { code, at: Date.now() });
  child.once('error', () => end(null));
  child.once('exit', (code) => end(code));
  child.unref();
  const until = Date.now() + PATIENCE_MS;
  while (Date.now() < until) {
    if (await answers(path)) return null;
    const how = ended as { readonly code: number | null; readonly at: number } | null;
    if (how?.code === SWITCHED_OFF) return OFF;
    if (how !== null && how.code !== 0) return NOT_STARTED;
    // Another instance has this profile: it runs, and does not listen.
    if (how !== null && Date.now() - how.at > GRACE_MS) return OFF;
    await sleep(LOOK_EVERY_MS);
  }
  return NOT_STARTED;
}
