import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApiLibrary, changesOf } from '../domain/google/library/api-library.ts';
import { apiRoot } from '../domain/google/library/api-root.ts';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { MemoryCache } from '../domain/testing/memory-cache.ts';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';
import { systemClock } from '../adapters/system-clock.ts';

let sandbox: TestSandbox;
let running: RunningCalls;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  running = new RunningCalls();
});
afterEach(async () => sandbox.close());

function endpoints(): GoogleEndpoints {
  const own = standInEndpoints(sandbox.origin);
  if (own === null) throw new Error('the sandbox is not on a loopback address');
  return own;
}

function library(cache = new MemoryCache()): ApiLibrary {
  return new ApiLibrary({ fetch: (url, init) => fetch(url, init), clock: systemClock, endpoints, cache, running, onChange: () => undefined, reportError: () => undefined });
}

describe('the library of APIs against the sandbox', () => {
  it('finds nothing changed in the documents of what is shipped, and gets words with them', async () => {
    const apis = library();
    for (const [name, version] of [['calendar', 'v3'], ['groupssettings', 'v1']] as const) {
      const fetched = await apis.fetch(name, version, 'c');
      expect(fetched).toMatchObject({ ok: true, value: { problem: null } });
      expect(fetched.ok && changesOf(fetched.value)).toEqual([]);
    }
    const list = apis.find('calendar:v3')?.table.methods.find(({ id }) => id === 'calendar.events.list');
    expect(list?.parameters['maxResults']?.description).toMatch(/one page/);
  });

  it('adds an API from the directory, and calls it where the stand-in is', async () => {
    const apis = library();
    const listed = await apis.directory('c');
    expect(listed.ok && listed.value.map(({ id }) => id)).toEqual(expect.arrayContaining(['oauth2:v2', 'drive:v3']));
    const added = await apis.fetch('oauth2', 'v2', 'c');
    expect(added.ok && apiRoot(endpoints(), added.value.table)).toBe(`${sandbox.origin}/`);
    expect(await apis.fetch('drive', 'v3', 'c')).toMatchObject({ ok: false, error: { message: 'Google has no API of this name and version.' } });
    expect(apis.find('drive:v3')).toBeNull();
  });

  it('says what changed', async () => {
    await sandbox.faults({ discovery: 'changed' });
    const apis = library();
    const fetched = await apis.fetch('calendar', 'v3', 'c');
    expect(fetched.ok && changesOf(fetched.value).map(({ kind, subject }) => [kind, subject])).toEqual([
      ['method-added', 'calendar.practice.peek'],
      ['method-closed', 'calendar.events.list'],
      ['method-changed', 'calendar.events.list'],
    ]);
  });

  it('comes through a hostile document, and through a start with it', async () => {
    await sandbox.faults({ discovery: 'hostile' });
    const cache = new MemoryCache();
    const before = Date.now();
    expect((await library(cache).fetch('calendar', 'v3', 'c')).ok).toBe(true);
    const apis = library(cache);
    await apis.load();
    expect(Date.now() - before).toBeLessThan(5000);
    const methods = apis.find('calendar:v3')?.table.methods ?? [];
    expect(methods.length).toBeGreaterThan(10_000);
    expect(methods.some(({ path }) => path.includes('attacker'))).toBe(false);
  });

  it('uses on what it has when a document is refused', async () => {
    const apis = library();
    await apis.fetch('calendar', 'v3', 'c');
    const hash = apis.find('calendar:v3')?.document?.hash;
    await sandbox.faults({ discovery: 'refused' });
    expect(await apis.fetch('calendar', 'v3', 'c')).toMatchObject({ ok: false, error: { code: 'document-unavailable' } });
    expect(apis.find('calendar:v3')).toMatchObject({ document: { hash }, problem: { code: 'document-unavailable' } });
  });

  it('lets a slow document be cancelled, which is no problem of the API', async () => {
    await sandbox.faults({ discovery: 'slow' });
    const apis = library();
    const fetching = apis.fetch('calendar', 'v3', 'c');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(running.cancel('c')).toBe(true);
    expect(await fetching).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(apis.find('calendar:v3')).toMatchObject({ document: null, problem: null });
  });
});
