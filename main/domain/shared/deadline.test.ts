import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { pause, within } from './deadline.ts';

const never = (): Promise<string> => new Promise(() => undefined);

describe('within', () => {
  it('gives the value and leaves no timer', async () => {
    const clock = new ManualClock();
    expect(await within(clock, 1000, undefined, async () => 'done')).toEqual({ kind: 'value', value: 'done' });
    expect(clock.pending).toBe(0);
  });

  it('times out even when the work ignores its signal, and aborts it', async () => {
    const clock = new ManualClock();
    let seen: AbortSignal | undefined;
    const ended = within(clock, 1000, undefined, (signal) => {
      seen = signal;
      return never();
    });
    clock.advance(999);
    expect(seen?.aborted).toBe(false);
    clock.advance(1);
    expect(await ended).toEqual({ kind: 'timeout' });
    expect(seen?.aborted).toBe(true);
  });

  it('is cancelled by its caller, before or during the work', async () => {
    const clock = new ManualClock();
    const caller = new AbortController();
    const ended = within(clock, 1000, caller.signal, never);
    caller.abort();
    expect(await ended).toEqual({ kind: 'cancelled' });
    let ran = false;
    expect(await within(clock, 1000, caller.signal, async () => { ran = true; })).toEqual({ kind: 'cancelled' });
    expect(ran).toBe(false);
    expect(clock.pending).toBe(0);
  });

  it('passes a failure on', async () => {
    const error = new Error('reset');
    expect(await within(new ManualClock(), 1, undefined, () => Promise.reject(error))).toEqual({ kind: 'failed', error });
  });
});

describe('pause', () => {
  it('ends by time or by abort', async () => {
    const clock = new ManualClock();
    const stop = new AbortController();
    const first = pause(clock, 100, stop.signal);
    clock.advance(100);
    expect(await first).toBe(true);
    const second = pause(clock, 100, stop.signal);
    stop.abort();
    expect(await second).toBe(false);
    expect(await pause(clock, 100, stop.signal)).toBe(false);
    expect(clock.pending).toBe(0);
  });
});
