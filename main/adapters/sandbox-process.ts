import { randomBytes } from 'node:crypto';
import { utilityProcess, type UtilityProcess } from 'electron';
import { fault, FaultError } from '../domain/shared/fault.ts';

export interface SandboxStart {
  /** Built entry of the stand-in: out/main/sandbox.js. */
  readonly entry: string;
  /** Null: the state lives in memory. */
  readonly stateFile: string | null;
  /** Lets a journey ask which secrets were issued. */
  readonly rememberSecrets: boolean;
}

/** How long the stand-in may take to listen, and to stop, in milliseconds. */
const startMs = 15_000;
const stopMs = 2_000;

/** The stand-in for Google in a process of its own. One start, one process; make a new one to start again. */
export class SandboxProcess {
  readonly origin: string;
  readonly controlKey: string;
  readonly #child: UtilityProcess;
  #stopping = false;

  private constructor(child: UtilityProcess, origin: string, controlKey: string) {
    this.#child = child;
    this.origin = origin;
    this.controlKey = controlKey;
  }

  /**
   * Resolves once it listens. Rejects with a FaultError `practice-failed`.
   * @param onGone called when the process ends without stop()
   */
  static async start(options: SandboxStart, onGone: () => void): Promise<SandboxProcess> {
    const controlKey = randomBytes(32).toString('base64url');
    const child = utilityProcess.fork(options.entry, [], { serviceName: 'Grantdesk sandbox', stdio: 'ignore', env: {} });
    const started = await firstWord(child, {
      type: 'start',
      ...(options.stateFile === null ? {} : { stateFile: options.stateFile }),
      controlKey,
      rememberSecrets: options.rememberSecrets,
    });
    if (!('origin' in started)) {
      child.kill();
      throw new FaultError(fault('practice-failed', `The sandbox did not start: ${started.message}`, 'Try again; the rest of Grantdesk works without it.'));
    }
    const sandbox = new SandboxProcess(child, started.origin, controlKey);
    child.once('exit', () => {
      if (!sandbox.#stopping) onGone();
    });
    return sandbox;
  }

  /** Asks it to save and leave, and makes it leave. Resolves when it is gone. */
  async stop(): Promise<void> {
    if (this.#stopping || this.#child.pid === undefined) return;
    this.#stopping = true;
    await new Promise<void>((resolve) => {
      const late = setTimeout(() => this.#child.kill(), stopMs);
      this.#child.once('exit', () => {
        clearTimeout(late);
        resolve();
      });
      this.#child.postMessage({ type: 'stop' });
    });
  }
}

type FirstWord = { readonly origin: string } | { readonly message: string };

async function firstWord(child: UtilityProcess, start: object): Promise<FirstWord> {
  return await new Promise((resolve) => {
    const late = setTimeout(() => settle({ message: 'it took too long.' }), startMs);
    const settle = (word: FirstWord): void => {
      clearTimeout(late);
      child.removeAllListeners();
      resolve(word);
    };
    child.on('spawn', () => child.postMessage(start));
    child.on('exit', (code) => settle({ message: `its process ended with code ${code}.` }));
    child.on('message', (message: unknown) => {
      const word = readWord(message);
      if (word !== null) settle(word);
    });
  });
}

/** `{type:'ready', origin}` or `{type:'failed', message}`; null for anything else. */
function readWord(message: unknown): FirstWord | null {
  if (typeof message !== 'object' || message === null || !('type' in message)) return null;
  if (message.type === 'ready' && 'origin' in message && typeof message.origin === 'string') return { origin: message.origin };
  if (message.type === 'failed' && 'message' in message && typeof message.message === 'string') return { message: message.message };
  return null;
}
