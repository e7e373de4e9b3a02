import { describe, expect, it } from 'vitest';
import { ok, type Outcome } from '../shared/fault.ts';
import { RunningCalls } from './running-calls.ts';

describe('calls in progress', () => {
  it('are so many at most: each can hold an answer of megabytes', async () => {
    const running = new RunningCalls();
    const untilCancelled = (signal: AbortSignal): Promise<Outcome<string>> => new Promise((resolve) => { signal.addEventListener('abort', () => { resolve(ok('cancelled')); }); });
    const calls = Array.from({ length: 50 }, (_, at) => running.run(`call ${at}`, untilCancelled));
    expect(await running.run('one more', untilCancelled)).toMatchObject({ ok: false, error: { code: 'too-many-calls' } });
    expect(await running.run('call 3', untilCancelled)).toMatchObject({ ok: false, error: { code: 'call-in-progress' } });
    expect(running.cancel('call 3')).toBe(true);
    expect(await calls[3]).toEqual(ok('cancelled'));
    const again = running.run('one more', untilCancelled);
    running.cancelAll();
    expect(await again).toEqual(ok('cancelled'));
    expect(running.cancel('one more')).toBe(false);
  });
});
