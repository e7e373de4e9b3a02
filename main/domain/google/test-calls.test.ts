import { describe, expect, it } from 'vitest';
import { GOOGLE } from '../oauth/endpoints.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import { json } from '../testing/scripted-fetch.ts';
import { CalendarClient } from './calendar-client.ts';
import { GroupsClient } from './groups-client.ts';
import type { CallResult } from './call-result.ts';
import { TestCalls } from './test-calls.ts';
import { type Answer, FakeTokens, never, QueuedFetch, runOn, settle, transportOver } from './testing/fakes.ts';

function setUp(tokens: FakeTokens, ...answers: Answer[]) {
  const setup = transportOver(new QueuedFetch(...answers), tokens);
  const needs = { transport: setup.transport, clock: setup.clock, endpoints: () => GOOGLE };
  return { ...setup, calls: new TestCalls({ calendar: new CalendarClient(needs), groups: new GroupsClient(needs) }) };
}
const token = (): FakeTokens => new FakeTokens(ok('ya29.secret'));
function resultOf(outcome: Outcome<CallResult>): CallResult {
  if (!outcome.ok) throw new Error(outcome.error.code);
  return outcome.value;
}

describe('TestCalls', () => {
  it('gives all the renderer shows, and no token', async () => {
    const { calls, clock } = setUp(token(), json(200, { items: [] }));
    const result = resultOf(await runOn(clock, calls.listCalendars('authorization-1', 'call-1')));
    expect(result).toEqual({
      callId: 'call-1',
      outcome: 'response',
      status: 200,
      statusText: 'OK',
      durationMs: 0,
      bytes: 12,
      attempts: 1,
      pages: 1,
      request: {
        method: 'GET',
        url: 'https://www.googleapis.com/calendar/v3/users/me/calendarList?maxResults=250&alt=json&prettyPrint=false',
        headers: [['Accept', 'application/json'], ['Authorization', 'Bearer …redacted']],
      },
      contentType: 'application/json; charset=UTF-8',
      body: '{\n  "items": []\n}',
      truncated: false,
      explanation: null,
    });
  });

  it.each(['sign-in-needed', 'revoked'])('offers to re-authorize when the token source says %s', async (code) => {
    const { calls, clock } = setUp(new FakeTokens(fail(code, 'Sign in again.', 'Re-authorize.')));
    const result = resultOf(await runOn(clock, calls.readGroupSettings('authorization-1', 'choir@harbor.example', 'call-1')));
    expect(result).toMatchObject({ outcome: 'failed', status: null, statusText: '', attempts: 0, explanation: { code, remedies: [{ kind: 'reauthorize' }] } });
  });

  it('can be cancelled by its id, once', async () => {
    const { calls, clock } = setUp(token(), never);
    const running = calls.listCalendars('authorization-1', 'call-1');
    await settle();
    expect(calls.cancel('call-2')).toBe(false);
    expect(calls.cancel('call-1')).toBe(true);
    expect(resultOf(await running)).toMatchObject({ outcome: 'cancelled', status: null, explanation: null });
    expect(calls.cancel('call-1')).toBe(false);
    expect(clock.pending).toBe(0);
  });

  it('can be cancelled between pages', async () => {
    const { calls } = setUp(token(), json(200, { nextPageToken: '2' }), never);
    const running = calls.listCalendars('authorization-1', 'call-1');
    await settle();
    calls.cancelAll();
    expect(resultOf(await running)).toMatchObject({ outcome: 'cancelled', pages: 1, attempts: 2 });
  });

  it('runs two calls beside each other, but not two under one id', async () => {
    const { calls } = setUp(token(), never);
    const first = calls.listCalendars('authorization-1', 'call-1');
    const second = calls.listCalendars('authorization-1', 'call-2');
    expect(await calls.listCalendars('authorization-1', 'call-1')).toMatchObject({ ok: false, error: { code: 'call-in-progress' } });
    calls.cancelAll();
    expect([resultOf(await first).callId, resultOf(await second).callId]).toEqual(['call-1', 'call-2']);
  });

  it('frees the id of a call that was refused at once', async () => {
    const { calls, clock } = setUp(token(), json(200, {}));
    expect(await calls.readGroupSettings('authorization-1', 'choir', 'call-1')).toMatchObject({ ok: false, error: { code: 'group-email-invalid' } });
    expect(resultOf(await runOn(clock, calls.readGroupSettings('authorization-1', 'choir@harbor.example', 'call-1'))).status).toBe(200);
  });
});
