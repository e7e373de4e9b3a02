/**
 * Entry of the sandbox's own process (Electron utilityProcess). The parent talks over parentPort:
 *   in   { type: 'start', controlKey, stateFile?, rememberSecrets? }   once, first
 *   out  { type: 'ready', origin }  or  { type: 'failed', message }
 *   in   { type: 'stop' }
 * The process ends by itself when it is told to stop or when its parent is gone, so that no server is left behind.
 */
import { startSandbox, type Sandbox, type SandboxOptions } from './server.ts';

interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };
let starting: Promise<Sandbox> | undefined;

function readStart(message: Readonly<Record<string, unknown>>): SandboxOptions | undefined {
  const { controlKey, stateFile, rememberSecrets } = message;
  if (typeof controlKey !== 'string' || controlKey === '') return undefined;
  return {
    controlKey,
    ...(typeof stateFile === 'string' ? { stateFile } : {}),
    ...(rememberSecrets === true ? { rememberSecrets } : {}),
  };
}

async function start(port: ParentPort, message: Readonly<Record<string, unknown>>): Promise<void> {
  const options = readStart(message);
  if (starting !== undefined || options === undefined) {
    port.postMessage({ type: 'failed', message: starting === undefined ? 'No control key.' : 'Started already.' });
    return;
  }
  try {
    starting = startSandbox(options);
    port.postMessage({ type: 'ready', origin: (await starting).origin });
  } catch (error) {
    starting = undefined;
    port.postMessage({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

async function stop(): Promise<never> {
  try {
    await (await starting)?.close();
  } catch {
    // It never listened; nothing to close.
  }
  process.exit(0);
}

if (parentPort === undefined) {
  process.exitCode = 2;
} else {
  parentPort.on('message', ({ data }) => {
    if (typeof data !== 'object' || data === null) return;
    const message = data as Readonly<Record<string, unknown>>;
    if (message['type'] === 'start') void start(parentPort, message);
    if (message['type'] === 'stop') void stop();
  });
  parentPort.on('close', () => void stop());
  // The parent's end closes the channel; should that be missed, the parent's id changes when it dies.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop();
  }, 2000).unref();
}
