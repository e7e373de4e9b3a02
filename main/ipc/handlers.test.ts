import { describe, expect, it } from 'vitest';
import { fault, FaultError } from '../domain/shared/fault.ts';
import { CHANNEL } from '../../preload/contract/channels.ts';
import { guarded } from './guarded.ts';
import { allHandlers } from './handlers.ts';
import type { Services } from './services.ts';

/** Touching a service would throw: what is refused must be refused before. */
const untouchable = new Proxy({} as Services, {
  get: (_target, name) => {
    if (name === 'keyring' || name === 'practice') return new Proxy({}, { get: () => reached(String(name)) });
    return reached(String(name));
  },
});
function reached(name: string): () => never {
  return () => {
    throw new Error(`the service ${name} was reached`);
  };
}

const handlers = allHandlers(untouchable);
const names = Object.keys(CHANNEL) as (keyof typeof CHANNEL)[];

describe('the handlers', () => {
  it('cover every channel of the contract, and nothing else', () => {
    expect(Object.keys(handlers).sort()).toEqual([...names].sort());
    expect(new Set(Object.values(CHANNEL)).size).toBe(names.length);
  });

  it.each(names)('%s refuses what it does not take before anything happens', async (name) => {
    for (const raw of [42, 'text', null, [], { unknown: 1 }, { id: 1 }, { id: 'x', unknown: 'x' }]) {
      expect(await handlers[name](raw), JSON.stringify(raw)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
  });

  it.each(names)('%s refuses more than it takes', async (name) => {
    const larger: Partial<Record<typeof name, number>> = {
      syncCalendars: 2 * 1024 * 1024,
      calendarEvents: 2 * 1024 * 1024,
      agendaDays: 2 * 1024 * 1024,
      agenda: 2 * 1024 * 1024,
      searchEvents: 2 * 1024 * 1024,
      importClientText: 17 * 1024 * 1024,
      writeEvent: 1_500_000,
      saveGroup: 1_000_000,
      keepGroupSnapshot: 1_000_000,
      narrower: 200_000,
      sendMethod: 4_000_000,
      callSnippet: 4_000_000,
      copyLiveSnippet: 4_000_000,
    };
    const cap = larger[name] ?? 64 * 1024;
    const answer = await handlers[name]({ id: 'x'.repeat(cap + 1) });
    expect(answer).toMatchObject({ ok: false, error: { message: expect.stringMatching(/more than this call takes|no argument/) as string } });
  });

  it('refuse an argument that is no plain value', async () => {
    const cyclic: Record<string, unknown> = { id: 'x' };
    cyclic['self'] = cyclic;
    expect(await handlers.removeClient(cyclic)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(await handlers.removeClient({ id: 1n })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it('let a client text of some megabytes through to the domain, which says it in words', async () => {
    const reading = handlers.importClientText({ text: '"'.repeat(8 * 1024 * 1024) });
    await expect(reading).rejects.toThrow('the service workspace was reached');
  });
});

describe('a handler that throws', () => {
  it('answers with the fault’s own code', async () => {
    const reports: unknown[] = [];
    const thrown = guarded(() => Promise.reject(new FaultError(fault('vault-locked', 'Locked.', 'Unlock.'))), (error) => reports.push(error));
    expect(await thrown).toEqual({ ok: false, error: { code: 'vault-locked', message: 'Locked.', hint: 'Unlock.', problems: [] } });
    expect(reports).toEqual([]);
  });

  it('answers `internal` without a word of the error, and reports it', async () => {
    const reports: unknown[] = [];
    const error = new Error('ENOENT /home/ada/.config token=ya29.secret');
    const answer = await guarded(() => Promise.reject(error), (reported) => reports.push(reported));
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(answer)).not.toMatch(/ENOENT|ada|ya29|stack/);
    expect(reports).toEqual([error]);
  });
});
