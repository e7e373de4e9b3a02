import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalendarClient } from '../domain/google/calendar-client.ts';
import { GroupsClient } from '../domain/google/groups-client.ts';
import type { CallResult } from '../domain/google/call-result.ts';
import { TestCalls } from '../domain/google/test-calls.ts';
import { Transport } from '../domain/google/transport.ts';
import { standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { ok, type Outcome } from '../domain/shared/fault.ts';
import type { ActivityEntry, Clock } from '../domain/shared/ports.ts';
import { ada, authorize, prefix, tomas } from '../sandbox/testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';

/** Waits a hundredth of what is asked, so that backoff takes no time. */
const hasty: Clock = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms / 100);
    return () => clearTimeout(timer);
  },
};

let sandbox: TestSandbox;
let activity: ActivityEntry[];
beforeEach(async () => {
  sandbox = await startTestSandbox();
  activity = [];
});
afterEach(async () => sandbox.close());

async function callsFor(scopes: readonly string[], account = ada): Promise<TestCalls> {
  const { access } = await authorize(sandbox.origin, { scopes, account });
  const endpoints = (): GoogleEndpoints => {
    const own = standInEndpoints(sandbox.origin);
    if (own === null) throw new Error('the sandbox is not on a loopback address');
    return own;
  };
  const transport = new Transport({
    fetch: (url, init) => fetch(url, init),
    clock: hasty,
    random: { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    endpoints,
    tokens: { accessToken: async () => ok(access) },
    activity: { record: (entry) => activity.push(entry) },
    accountOf: () => account,
  });
  const needs = { transport, endpoints, clock: hasty };
  return new TestCalls({ calendar: new CalendarClient(needs), groups: new GroupsClient(needs) });
}

function resultOf(outcome: Outcome<CallResult>): CallResult {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

describe('test calls against the sandbox', () => {
  it('list the calendars', async () => {
    const calls = await callsFor(['calendar.readonly']);
    const result = resultOf(await calls.listCalendars('a', '1'));
    expect(result).toMatchObject({ outcome: 'response', status: 200, statusText: 'OK', pages: 1, attempts: 1, explanation: null });
    expect(JSON.parse(result.body)).toMatchObject({ kind: 'calendar#calendarList' });
    expect(activity[0]).toMatchObject({ account: ada, outcome: 'ok' });
    expect(JSON.stringify([result, activity])).not.toMatch(/ya29/);
  });

  it('list them over empty pages', async () => {
    const calls = await callsFor(['calendar.readonly']);
    const whole = JSON.parse(resultOf(await calls.listCalendars('a', '1')).body) as { items: unknown[] };
    await sandbox.faults({ emptyPages: true });
    const result = resultOf(await calls.listCalendars('a', '2'));
    expect(result.pages).toBeGreaterThan(1);
    expect((JSON.parse(result.body) as { items: unknown[] }).items).toEqual(whole.items);
  });

  it('offer the narrowest missing scope', async () => {
    const events = await callsFor(['calendar.events']);
    expect(resultOf(await events.listCalendars('a', '1'))).toMatchObject({
      status: 403,
      explanation: { code: 'scope-missing', remedies: [{ kind: 'grant-scope', scopes: [`${prefix}calendar.calendarlist.readonly`] }] },
    });
    expect(resultOf(await events.readGroupSettings('a', 'choir@harbor.example', '2')).explanation?.remedies).toEqual([
      { kind: 'grant-scope', scopes: [`${prefix}apps.groups.settings`] },
    ]);
  });

  it('read the settings of a group as JSON, and tell who may not', async () => {
    const admin = await callsFor(['apps.groups.settings']);
    const choir = resultOf(await admin.readGroupSettings('a', 'choir@harbor.example', '1'));
    expect(choir).toMatchObject({ status: 200, explanation: null });
    expect(JSON.parse(choir.body)).toMatchObject({ email: 'choir@harbor.example' });
    expect(resultOf(await admin.readGroupSettings('a', 'nobody@harbor.example', '2'))).toMatchObject({ status: 404, explanation: { code: 'not-found' } });
    const outsider = await callsFor(['apps.groups.settings'], tomas);
    const refused = resultOf(await outsider.readGroupSettings('a', 'choir@harbor.example', '3'));
    expect(refused).toMatchObject({ status: 403, explanation: { code: 'not-group-admin' } });
  });

  it.each([
    ['401', 'sign-in-needed', 1],
    ['403scope', 'scope-missing', 1],
    ['accessNotConfigured', 'api-not-enabled', 1],
    ['429', 'rate-limited', 5],
    ['rateLimit403', 'rate-limited', 5],
    ['500', 'google-unavailable', 5],
    ['503', 'google-unavailable', 5],
    ['notAdmin', 'no-rights', 1],
  ] as const)('explain %s: %s', async (kind, code, attempts) => {
    const calls = await callsFor(['calendar.readonly']);
    await sandbox.faults({ api: { kind } });
    expect(resultOf(await calls.listCalendars('a', '1'))).toMatchObject({ outcome: 'response', attempts, explanation: { code } });
  });

  it('explain a web page and an answer that broke off', async () => {
    const calls = await callsFor(['calendar.readonly']);
    await sandbox.faults({ api: { kind: 'html' } });
    expect(resultOf(await calls.listCalendars('a', 'html')).explanation?.code).toBe('google-unavailable');
    await sandbox.faults({ api: { kind: 'cut' } });
    expect(resultOf(await calls.listCalendars('a', 'cut')).explanation?.code).toBe('response-cut-off');
  });

  it('get over a fault that passes', async () => {
    const calls = await callsFor(['calendar.readonly']);
    await sandbox.faults({ api: { kind: '503', times: 2 } });
    expect(resultOf(await calls.listCalendars('a', '1'))).toMatchObject({ status: 200, attempts: 3, explanation: null });
  });

  it('can be cancelled while Google is slow', async () => {
    const calls = await callsFor(['calendar.readonly']);
    await sandbox.faults({ api: { kind: 'slow', slowMs: 20_000 } });
    const running = calls.listCalendars('a', '1');
    await new Promise((resolve) => setTimeout(resolve, 50));
    calls.cancel('1');
    expect(resultOf(await running)).toMatchObject({ outcome: 'cancelled' });
  });
});
