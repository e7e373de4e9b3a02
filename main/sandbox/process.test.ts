import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The parent's end, as Electron gives it to a utilityProcess. */
class FakePort extends EventEmitter {
  readonly sent: Record<string, unknown>[] = [];

  postMessage(message: Record<string, unknown>): void {
    this.sent.push(message);
    this.emit('sent', message);
  }

  tell(data: unknown): void {
    this.emit('message', { data });
  }

  answer(): Promise<Record<string, unknown>> {
    return new Promise((resolve) => this.once('sent', resolve));
  }
}

const host = process as unknown as { parentPort?: FakePort };
let port: FakePort;
let left: Promise<number>;
beforeEach(async () => {
  port = new FakePort();
  host.parentPort = port;
  left = new Promise((resolve) => {
    vi.spyOn(process, 'exit').mockImplementation((code) => {
      resolve(Number(code));
      return undefined as never;
    });
  });
  vi.resetModules();
  await import('./process.ts');
});
afterEach(() => {
  delete host.parentPort;
  vi.restoreAllMocks();
});

describe('the sandbox process', () => {
  it('starts on a message, says where it listens, and stops on another', async () => {
    const ready = port.answer();
    port.tell({ type: 'start', controlKey: 'key' });
    const message = await ready;
    expect(message['type']).toBe('ready');
    const origin = String(message['origin']);
    expect((await fetch(`${origin}/__control/faults`, { headers: { 'x-sandbox-key': 'key' } })).status).toBe(200);
    port.tell({ type: 'stop' });
    expect(await left).toBe(0);
    await expect(fetch(`${origin}/__control/faults`)).rejects.toThrow();
  });

  it('leaves when its parent is gone', async () => {
    const ready = port.answer();
    port.tell({ type: 'start', controlKey: 'key' });
    const origin = String((await ready)['origin']);
    port.emit('close');
    expect(await left).toBe(0);
    await expect(fetch(origin)).rejects.toThrow();
  });

  it('says why it cannot start', async () => {
    const noKey = port.answer();
    port.tell({ type: 'start' });
    expect(await noKey).toMatchObject({ type: 'failed' });
    const noFile = port.answer();
    port.tell({ type: 'start', controlKey: 'key', stateFile: '/nowhere/at/all/sandbox.json' });
    expect(await noFile).toEqual({ type: 'failed', message: expect.stringContaining('ENOENT') as string });
    const second = port.answer();
    port.tell({ type: 'start', controlKey: 'key' });
    expect(await second).toMatchObject({ type: 'ready' });
    port.tell({ type: 'stop' });
    await left;
  });
});
