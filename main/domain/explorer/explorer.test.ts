import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { CountingRandom } from '../testing/counting-random.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import { calendarV3, groupsSettingsV1 } from '../google/methods/method-table.ts';
import { RunningCalls } from '../google/running-calls.ts';
import type { ApiRequest, Exchange } from '../google/exchange.ts';
import { GOOGLE } from '../oauth/endpoints.ts';
import { fault } from '../shared/fault.ts';
import { Explorer, type MethodCallInput } from './explorer.ts';

const tables = { 'calendar:v3': calendarV3, 'groupssettings:v1': groupsSettingsV1 };

type Part = Partial<Extract<Exchange, { kind: 'response' }>>;

function setUp(answer: (request: ApiRequest, signal: AbortSignal | undefined) => Part | Exchange | Promise<Part | Exchange> = () => ({})) {
  const sent: ApiRequest[] = [];
  const records = new MemoryRecords();
  const errors: unknown[] = [];
  const running = new RunningCalls();
  const explorer = new Explorer({
    transport: {
      send: async (request, options) => {
        sent.push(request);
        const response = { status: 200, contentType: 'application/json', challenge: null, retryAfter: null, headers: [['etag', '"1"']] as const, body: '{}', bytes: 2, truncated: false, cutOff: false, tokenFault: null };
        return { kind: 'response', request: { method: request.method, url: request.url, headers: [] }, durationMs: 5, attempts: 1, ...response, ...(await answer(request, options?.signal)) };
      },
    },
    endpoints: () => GOOGLE,
    apis: { find: (id) => (Object.hasOwn(tables, id) ? ({ id, title: id, table: tables[id as keyof typeof tables] } as never) : null) },
    records,
    clock: new ManualClock(),
    random: new CountingRandom(),
    running,
    reportError: (error) => errors.push(error),
  });
  return { explorer, sent, records, errors, running };
}

function input(over: Partial<MethodCallInput> = {}): MethodCallInput {
  return { authorizationId: 'a', callId: 'c', apiId: 'calendar:v3', methodId: 'calendar.events.list', parameters: { calendarId: ['primary'] }, body: null, allPages: false, ...over };
}

describe('the explorer', () => {
  it('sends a call, and keeps it without its answer', async () => {
    const { explorer, sent } = setUp(() => ({ body: '{"items":[],"nextPageToken":"p"}' }));
    const called = await explorer.send(input());
    expect(called).toMatchObject({ ok: true, value: { outcome: 'called', morePages: true, headers: [['etag', '"1"']], result: { status: 200 } } });
    expect(sent).toMatchObject([{ authorizationId: 'a', methodId: 'calendar.events.list', method: 'GET' }]);
    expect(await explorer.history.list('a')).toMatchObject([{ methodId: 'calendar.events.list', path: '/calendar/v3/calendars/primary/events?alt=json&prettyPrint=false', status: 200, redacted: false }]);
    expect(JSON.stringify(await explorer.history.list('a'))).not.toContain('nextPageToken');
  });

  it('sends nothing that is not complete', async () => {
    const { explorer, sent } = setUp();
    expect(await explorer.send(input({ parameters: {} }))).toMatchObject({ ok: true, value: { outcome: 'invalid', problems: [{ field: 'calendarId' }] } });
    expect(await explorer.send(input({ methodId: 'calendar.events.teleport' }))).toMatchObject({ ok: false, error: { code: 'method-missing' } });
    expect(await explorer.send(input({ apiId: 'constructor' }))).toMatchObject({ ok: false, error: { code: 'method-missing' } });
    expect(sent).toEqual([]);
    expect(await explorer.history.list('a')).toEqual([]);
  });

  it('follows pages up to its cap, and says that there is more', async () => {
    let page = 0;
    const { explorer, sent } = setUp(() => {
      page += 1;
      return { body: JSON.stringify({ items: [page], nextPageToken: `p${page}` }) };
    });
    const called = await explorer.send(input({ allPages: true }));
    expect(sent).toHaveLength(50);
    expect(sent[1]?.url).toContain('pageToken=p1');
    expect(called).toMatchObject({ ok: true, value: { morePages: true, result: { pages: 50 } } });
  });

  it.each<[string, object, object, object]>([
    ['a list by any name', { files: [1] }, { files: [2, 3] }, { files: [1, 2, 3] }],
    ['a list that the first page does not have', {}, { files: [1] }, { files: [1] }],
    ['a list that the last page does not have', { files: [1] }, {}, { files: [1] }],
    ['several lists, so that none gets lost', { unreachable: ['a'], jobs: [1] }, { unreachable: ['b'], jobs: [2] }, { unreachable: ['a', 'b'], jobs: [1, 2] }],
    ['items, and not what comes with every page', { items: [1], defaultReminders: [9] }, { items: [2], defaultReminders: [9] }, { items: [1, 2], defaultReminders: [9] }],
    ['items by key', { items: { a: 1 }, warnings: [] }, { items: { b: 2 }, warnings: [] }, { items: { a: 1, b: 2 }, warnings: [] }],
  ])('joins the pages of %s', async (_what, first, second, whole) => {
    let page = 0;
    const { explorer } = setUp(() => {
      page += 1;
      return { body: JSON.stringify(page === 1 ? { ...first, nextPageToken: 'x' } : second) };
    });
    const called = await explorer.send(input({ allPages: true }));
    expect(called).toMatchObject({ ok: true, value: { morePages: false, result: { pages: 2 } } });
    expect(called.ok && called.value.outcome === 'called' && (JSON.parse(called.value.result.body) as unknown)).toEqual(whole);
  });

  it('sends a write once, whatever its answer says', async () => {
    const { explorer, sent } = setUp(() => ({ body: '{"nextPageToken":"p"}' }));
    const called = await explorer.send(input({ methodId: 'calendar.calendars.insert', parameters: {}, body: '{"summary":"Rota"}', allPages: true }));
    expect(called).toMatchObject({ ok: true, value: { morePages: false } });
    expect(sent).toMatchObject([{ method: 'POST', body: '{"summary":"Rota"}' }]);
  });

  it('is cancelled by the id of the call, in the middle of its pages too', async () => {
    const { explorer, running, sent } = setUp((_request, signal) => {
      if (sent.length === 3) running.cancel('c');
      return signal?.aborted === true ? ({ kind: 'cancelled' } as Exchange) : { body: JSON.stringify({ items: [1], nextPageToken: `p${sent.length}` }) };
    });
    const called = await explorer.send(input({ allPages: true }));
    expect(sent).toHaveLength(3);
    expect(called).toMatchObject({ ok: true, value: { outcome: 'called', headers: [], morePages: false, result: { outcome: 'cancelled', status: null, explanation: null } } });
    expect(await explorer.history.list('a')).toMatchObject([{ outcome: 'cancelled', status: null }]);
  });

  it('tells the failure of a later page', async () => {
    let page = 0;
    const { explorer } = setUp(() => {
      page += 1;
      return page === 1 ? { body: '{"items":[1],"nextPageToken":"p"}' } : { status: 403, body: '{"error":{"errors":[{"reason":"forbidden"}]}}' };
    });
    expect(await explorer.send(input({ allPages: true }))).toMatchObject({ ok: true, value: { morePages: false, result: { status: 403, pages: 1, explanation: { code: 'no-rights' } } } });
  });

  it('takes what looks like a secret out of the history, and says so', async () => {
    const { explorer, records } = setUp();
    await explorer.send(input({ parameters: { calendarId: ['primary'], q: ['ya29.secret-token'] } }));
    const [row] = await explorer.history.list('a');
    expect(row).toMatchObject({ redacted: true, parameters: { q: ['…redacted'] } });
    expect(JSON.stringify(await records.list('call-history'))).not.toContain('secret-token');
  });

  it.each<[string, Partial<MethodCallInput>]>([
    ['in the path', { methodId: 'calendar.events.list', parameters: { calendarId: ['1//refresh token/x'] } }],
    ['by its name, percent-encoded in the address', { parameters: { calendarId: ['primary'], q: ['"refresh_token": "hush hush"'] } }],
    ['in the body', { methodId: 'calendar.calendars.insert', parameters: {}, body: '{"summary":"ya29.refresh-hush"}' }],
  ])('takes a secret out %s', async (_where, over) => {
    const { explorer, records } = setUp();
    expect(await explorer.send(input(over))).toMatchObject({ ok: true, value: { outcome: 'called' } });
    expect(await explorer.history.list('a')).toMatchObject([{ redacted: true }]);
    expect(JSON.stringify(await records.list('call-history'))).not.toMatch(/hush|refresh(%20|\+| )token|ya29/);
  });

  it('keeps as many large bodies as there is room for', async () => {
    const { explorer } = setUp();
    const body = JSON.stringify({ summary: 'x'.repeat(70_000) });
    for (let index = 0; index < 20; index += 1) await explorer.send(input({ methodId: 'calendar.calendars.insert', parameters: {}, body }));
    const rows = await explorer.history.list('a');
    expect(rows.length).toBe(15);
    expect(Math.max(...rows.map((row) => row.body?.length ?? 0))).toBe(64_000);
  });

  it('leaves no trace of a call that comes back after its account was forgotten', async () => {
    const { explorer, records } = setUp(async () => {
      await explorer.forgetAccount('a');
      return {};
    });
    expect(await explorer.send(input())).toMatchObject({ ok: true, value: { outcome: 'called' } });
    expect(await records.list('call-history')).toEqual([]);
  });

  it('keeps nothing of an account that is not there', async () => {
    const { explorer, records } = setUp(() => ({ kind: 'failed', failure: { kind: 'token', fault: fault('authorization-missing', 'Gone.') } }) as Exchange);
    expect(await explorer.send(input())).toMatchObject({ ok: true, value: { result: { outcome: 'failed' } } });
    expect(await records.list('call-history')).toEqual([]);
  });

  it('keeps 200 calls of each account, forgets one or all, and goes with the account', async () => {
    const { explorer } = setUp();
    for (let index = 0; index < 203; index += 1) await explorer.send(input());
    await explorer.send(input({ authorizationId: 'b' }));
    const rows = await explorer.history.list('a');
    expect(rows).toHaveLength(200);
    await explorer.history.forget('a', rows[0]?.id ?? '');
    expect(await explorer.history.list('a')).toHaveLength(199);
    await explorer.forgetAccount('a');
    expect(await explorer.history.list('a')).toEqual([]);
    expect(await explorer.history.list('b')).toHaveLength(1);
  });

  it('tells the call even when the history cannot be written', async () => {
    const { explorer, records, errors } = setUp();
    records.full = true;
    expect(await explorer.send(input())).toMatchObject({ ok: true, value: { outcome: 'called' } });
    expect(errors).toHaveLength(1);
  });

  it('names the first thing that is missing for a snippet', () => {
    expect(setUp().explorer.build(input({ parameters: {} }))).toMatchObject({ ok: false, error: { code: 'call-invalid', message: 'calendarId: calendarId is needed: fill it in.' } });
  });
});
