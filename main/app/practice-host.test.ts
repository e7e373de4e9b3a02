import { describe, expect, it } from 'vitest';
import type { GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { fault, FaultError, type Outcome } from '../domain/shared/fault.ts';
import { ManualClock } from '../domain/testing/manual-clock.ts';
import { PracticeHost } from './practice-host.ts';

function setUp(origins: readonly (string | null)[]) {
  const waiting = [...origins];
  const ends: (() => void)[] = [];
  const stopped: string[] = [];
  const restarts: Outcome<GoogleEndpoints>[] = [];
  const clock = new ManualClock();
  const errors: unknown[] = [];
  const host = new PracticeHost({
    start: async (onGone) => {
      const origin = waiting.shift();
      if (origin === undefined || origin === null) throw new FaultError(fault('practice-failed', 'It did not start.'));
      if (origin === 'no disk') throw new Error('ENOSPC');
      ends.push(onGone);
      return { origin, controlKey: 'k', stop: async () => void stopped.push(origin) };
    },
    fetch: async (url, init) => Response.json({ url, key: new Headers(init?.headers).get('x-sandbox-key') }),
    clock,
    onRestarted: (outcome) => restarts.push(outcome),
    reportError: (error) => errors.push(error),
  });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return { clock, errors, host, ends, stopped, restarts, settle };
}

describe('the practice host', () => {
  it('gives the endpoints of the sandbox and the door to it', async () => {
    const { host } = setUp(['http://127.0.0.1:4000']);
    expect(host.control()).toMatchObject({ ok: false, error: { code: 'practice-off' } });
    expect(await host.start()).toMatchObject({ ok: true, value: { token: 'http://127.0.0.1:4000/token', google: false } });
    const control = host.control();
    expect(control.ok && (await control.value.faults())).toEqual({
      ok: true,
      value: { url: 'http://127.0.0.1:4000/__control/faults', key: 'k' },
    });
  });

  it('starts it again when it ends by itself', async () => {
    const { clock, host, ends, restarts, settle } = setUp(['http://127.0.0.1:4000', 'http://127.0.0.1:4001']);
    await host.start();
    clock.advance(60_000);
    ends[0]?.();
    await settle();
    expect(restarts).toMatchObject([{ ok: true, value: { accountsOrigin: 'http://127.0.0.1:4001' } }]);
  });

  it('says so when it cannot be started again', async () => {
    const { clock, host, ends, restarts, settle } = setUp(['http://127.0.0.1:4000', null]);
    await host.start();
    clock.advance(60_000);
    ends[0]?.();
    await settle();
    expect(restarts).toMatchObject([{ ok: false, error: { code: 'practice-failed' } }]);
    expect(host.control().ok).toBe(false);
  });

  it('says so too when starting it again goes wrong in a way nobody foresaw', async () => {
    const { clock, errors, host, ends, restarts, settle } = setUp(['http://127.0.0.1:4000', 'no disk']);
    await host.start();
    clock.advance(60_000);
    ends[0]?.();
    await settle();
    expect(restarts).toMatchObject([{ ok: false, error: { code: 'practice-failed' } }]);
    expect(errors).toMatchObject([{ message: 'ENOSPC' }]);
  });

  it('says nothing of a second start that was overtaken by leaving practice', async () => {
    const { clock, host, ends, stopped, restarts, settle } = setUp(['http://127.0.0.1:4000', 'http://127.0.0.1:4001']);
    await host.start();
    clock.advance(60_000);
    ends[0]?.();
    await host.stop();
    await settle();
    expect(stopped).toEqual(['http://127.0.0.1:4001']);
    expect(restarts).toEqual([]);
  });

  it('does not start one again and again that ends at once', async () => {
    const { clock, host, ends, restarts, settle } = setUp(['http://127.0.0.1:4000', 'http://127.0.0.1:4001']);
    await host.start();
    clock.advance(1000);
    ends[0]?.();
    await settle();
    expect(restarts).toMatchObject([{ ok: false, error: { code: 'practice-failed' } }]);
  });

  it('leaves it stopped when it was stopped', async () => {
    const { host, ends, stopped, restarts, settle } = setUp(['http://127.0.0.1:4000', 'http://127.0.0.1:4001']);
    await host.start();
    await host.stop();
    ends[0]?.();
    await settle();
    expect(stopped).toEqual(['http://127.0.0.1:4000']);
    expect(restarts).toEqual([]);
  });

  it('does not keep one that came up after it was stopped', async () => {
    const { host, stopped } = setUp(['http://127.0.0.1:4000']);
    const starting = host.start();
    await host.stop();
    expect(await starting).toMatchObject({ ok: false, error: { code: 'practice-off' } });
    expect(stopped).toEqual(['http://127.0.0.1:4000']);
  });

  it('takes no address of another computer', async () => {
    const { host, stopped } = setUp(['http://192.168.0.9:4000']);
    expect(await host.start()).toMatchObject({ ok: false, error: { code: 'practice-failed' } });
    expect(stopped).toHaveLength(1);
  });
});
