import { describe, expect, it } from 'vitest';
import { ManualClock } from '../testing/manual-clock.ts';
import { CountingRandom } from '../testing/counting-random.ts';
import { MemoryRecords } from '../testing/memory-records.ts';
import { calendarV3, groupsSettingsV1 } from '../google/methods/method-table.ts';
import { RunningCalls } from '../google/running-calls.ts';
import type { ApiRequest, Exchange } from '../google/exchange.ts';
import { GOOGLE } from '../oauth/endpoints.ts';
import { Explorer, type MethodCallInput } from './explorer.ts';

const tables = { 'calendar:v3': calendarV3, 'groupssettings:v1': groupsSettingsV1 };

function setUp(answer: (request: ApiRequest) => Partial<Extract<Exchange, { kind: 'response' }>> = () => ({})) {
  const sent: ApiRequest[] = [];
  const records = new MemoryRecords();
  const errors: unknown[] = [];
  const explorer = new Explorer({
    transport: {
      send: async (request) => {
        sent.push(request);
        const response = { status: 200, contentType: 'application/json', challenge: null, retryAfter: null, headers: [['etag', '"1"']] as const, body: '{}', bytes: 2, truncated: false, cutOff: false, tokenFault: null };
        return { kind: 'response', request: { method: request.method, url: request.url, headers: [] }, durationMs: 5, attempts: 1, ...response, ...answer(request) };
      },
    },
    endpoints: () => GOOGLE,
    apis: { find: (id) => (Object.hasOwn(tables, id) ? ({ id, title: id, table: tables[id as keyof typeof tables] } as never) : null) },
    records,
    clock: new ManualClock(),
    random: new CountingRandom(),
    running: new RunningCalls(),
    reportError: (error) => errors.push(error),
  });
  return { explorer, sent, records, errors };
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

  it('joins the pages of a list by any name', async () => {
    let page = 0;
    const { explorer } = setUp(() => {
      page += 1;
      return { body: JSON.stringify(page === 1 ? { files: [1], nextPageToken: 'x' } : { files: [2, 3] }) };
    });
    const called = await explorer.send(input({ allPages: true }));
    expect(called.ok && called.value.outcome === 'called' && (JSON.parse(called.value.result.body) as unknown)).toEqual({ files: [1, 2, 3] });
  });

  it('takes what looks like a secret out of the history, and says so', async () => {
    const { explorer, records } = setUp();
    await explorer.send(input({ parameters: { calendarId: ['primary'], q: ['ya29.secret-token'] } }));
    const [row] = await explorer.history.list('a');
    expect(row).toMatchObject({ redacted: true, parameters: { q: ['…redacted'] } });
    expect(JSON.stringify(await records.list('call-history'))).not.toContain('secret-token');
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
