import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Explorer, type MethodCall, type MethodCallInput } from '../domain/explorer/explorer.ts';
import { calendarV3, groupsSettingsV1 } from '../domain/google/methods/method-table.ts';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { Transport } from '../domain/google/transport.ts';
import { GOOGLE, standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { ok } from '../domain/shared/fault.ts';
import type { ActivityEntry, Clock, Random } from '../domain/shared/ports.ts';
import { MemoryRecords } from '../domain/testing/memory-records.ts';
import { ada, authorize } from '../sandbox/testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms / 100);
    return () => clearTimeout(timer);
  },
};
const random: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };
const tables = new Map([calendarV3, groupsSettingsV1].map((table) => [`${table.api}:${table.version}`, table]));

let sandbox: TestSandbox;
let activity: ActivityEntry[];
beforeEach(async () => {
  sandbox = await startTestSandbox();
  activity = [];
});
afterEach(async () => sandbox.close());

async function explorerFor(scopes: readonly string[]): Promise<Explorer> {
  const { access } = await authorize(sandbox.origin, { scopes, account: ada });
  const endpoints = (): GoogleEndpoints => standInEndpoints(sandbox.origin) ?? GOOGLE;
  const transport = new Transport({
    fetch: (url, init) => fetch(url, init),
    clock,
    random,
    endpoints,
    tokens: { accessToken: async () => ok(access) },
    activity: { record: (entry) => activity.push(entry) },
    accountOf: () => ada,
  });
  const find = (id: string): never => (tables.has(id) ? { id, title: id, table: tables.get(id) } : null) as never;
  return new Explorer({ transport, endpoints, apis: { find }, records: new MemoryRecords(), clock, random, running: new RunningCalls(), reportError: (error) => { throw error; } });
}

async function send(explorer: Explorer, methodId: string, over: Partial<MethodCallInput> = {}): Promise<Extract<MethodCall, { outcome: 'called' }>> {
  const apiId = methodId.startsWith('calendar') ? 'calendar:v3' : 'groupssettings:v1';
  const called = await explorer.send({ authorizationId: 'a', callId: 'c', apiId, methodId, parameters: {}, body: null, allPages: false, ...over });
  if (!called.ok || called.value.outcome !== 'called') throw new Error(JSON.stringify(called));
  return called.value;
}

describe('calls by hand against the sandbox', () => {
  it('load one page, then all of them', async () => {
    const explorer = await explorerFor(['calendar.readonly']);
    const parameters = { maxResults: ['1'] };
    const one = await send(explorer, 'calendar.calendarList.list', { parameters });
    expect(one).toMatchObject({ morePages: true, result: { status: 200, pages: 1 } });
    const all = await send(explorer, 'calendar.calendarList.list', { parameters, allPages: true });
    expect(all.morePages).toBe(false);
    expect((JSON.parse(all.result.body) as { items: unknown[] }).items).toHaveLength(all.result.pages);
    expect(all.result.pages).toBeGreaterThan(1);
    expect(all.headers.map(([name]) => name)).toContain('content-type');
    expect(new Set(activity.map(({ what }) => what))).toEqual(new Set(['call calendar.calendarList.list']));
    expect(JSON.stringify([one, all, activity, await explorer.history.list('a')])).not.toMatch(/ya29/);
  });

  it('write, and delete what was written with an empty answer', async () => {
    const explorer = await explorerFor(['calendar']);
    const body = '{"summary":"Rota ü","start":{"date":"2026-11-26"},"end":{"date":"2026-11-27"}}';
    const made = await send(explorer, 'calendar.events.insert', { parameters: { calendarId: ['primary'] }, body });
    expect(made.result).toMatchObject({ status: 200, explanation: null });
    const { id } = JSON.parse(made.result.body) as { id: string };
    const gone = await send(explorer, 'calendar.events.delete', { parameters: { calendarId: ['primary'], eventId: [id] } });
    expect(gone.result).toMatchObject({ outcome: 'response', status: 204, body: '', explanation: null });
    expect(await explorer.history.list('a')).toMatchObject([{ httpMethod: 'DELETE', body: null }, { httpMethod: 'POST', body }]);
  });

  it('explain a scope that is missing', async () => {
    const explorer = await explorerFor(['calendar.readonly']);
    const refused = await send(explorer, 'calendar.calendars.insert', { body: '{"summary":"Rota"}' });
    expect(refused.result).toMatchObject({ status: 403, explanation: { code: 'scope-missing', remedies: [{ kind: 'grant-scope' }] } });
    expect(refused.headers.map(([name]) => name)).toContain('www-authenticate');
  });
});
