import { describe, expect, it } from 'vitest';
import { KeyedQueue } from './keyed-queue.ts';

describe('a keyed queue', () => {
  it('runs one key in order and lets other keys pass', async () => {
    const queue = new KeyedQueue();
    const log: string[] = [];
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => { open = resolve; });
    const first = queue.run('a', async () => {
      await gate;
      log.push('a1');
    });
    const second = queue.run('a', async () => { log.push('a2'); });
    await queue.run('b', async () => { log.push('b1'); });
    open();
    await Promise.all([first, second]);
    expect(log).toEqual(['b1', 'a1', 'a2']);
  });

  it('goes on after a failure, which only its own caller sees', async () => {
    const queue = new KeyedQueue();
    const failing = queue.run('a', () => Promise.reject(new Error('disk')));
    const next = queue.run('a', async () => 'fine');
    await expect(failing).rejects.toThrow('disk');
    expect(await next).toBe('fine');
    await queue.idle();
  });
});
