import { describe, expect, it } from 'vitest';
import { GOOGLE } from '../oauth/endpoints.ts';
import { fail, ok } from '../shared/fault.ts';
import { json } from '../testing/scripted-fetch.ts';
import { EventClient, type EventAnswer, type EventCall } from './event-client.ts';
import { type Answer, FakeTokens, QueuedFetch, refusal, runOn, transportOver } from './testing/fakes.ts';

const P = 'https://www.googleapis.com/auth/';

async function send(call: Partial<EventCall>, answer: Answer, granted: readonly string[] | null = [`${P}calendar`], tokens = new FakeTokens(ok('ya29.fake-token'))) {
  const fetch = new QueuedFetch(answer);
  const { transport, clock, activity } = transportOver(fetch, tokens);
  const client = new EventClient({ transport, clock, endpoints: () => GOOGLE, granted: () => granted });
  const whole: EventCall = {
    authorizationId: 'a',
    method: 'calendar.events.patch',
    path: { calendarId: 'de#holiday@group.v.calendar.google.com', eventId: 'e1' },
    query: { sendUpdates: 'none' },
    signal: new AbortController().signal,
    ...call,
  };
  return { answer: await runOn(clock, client.send(whole)), seen: fetch.seen, activity };
}
const codeOf = (answer: EventAnswer): string => (answer.kind === 'refused' ? answer.explanation.code : answer.kind);

describe('the event client', () => {
  it('sends body and condition, and shows both as sent', async () => {
    const { answer, seen } = await send({ body: { summary: 'Concert' }, ifMatch: '"33"' }, json(200, { id: 'e1' }));
    expect(answer).toEqual({ kind: 'done', json: { id: 'e1' } });
    expect(seen[0]?.url).toBe(
      'https://www.googleapis.com/calendar/v3/calendars/de%23holiday%40group.v.calendar.google.com/events/e1?sendUpdates=none&alt=json&prettyPrint=false',
    );
    const headers = new Headers(seen[0]?.init.headers);
    expect([seen[0]?.init.method, seen[0]?.init.body, headers.get('if-match')]).toEqual(['PATCH', '{"summary":"Concert"}', '"33"']);
  });

  it('sends no condition when there is none', async () => {
    for (const ifMatch of [null, undefined]) {
      const { seen } = await send({ body: {}, ...(ifMatch === undefined ? {} : { ifMatch }) }, json(200, {}));
      expect(new Headers(seen[0]?.init.headers).has('if-match')).toBe(false);
    }
  });

  it('takes an empty answer where none is promised', async () => {
    expect((await send({ method: 'calendar.events.delete' }, new Response(null, { status: 204 }))).answer).toEqual({ kind: 'done', json: {} });
  });

  it('sends nothing when no granted scope is enough, and names the narrowest', async () => {
    const { answer, seen } = await send({}, json(200, {}), [`${P}calendar.readonly`, 'openid']);
    expect(answer).toMatchObject({
      kind: 'refused',
      status: null,
      uncertain: false,
      explanation: { code: 'scope-missing', remedies: [{ kind: 'grant-scope', scopes: [`${P}calendar.events`] }] },
    });
    expect(seen).toEqual([]);
    expect((await send({}, json(200, {}), [`${P}calendar.events`])).answer.kind).toBe('done');
    expect((await send({}, json(200, {}), null)).answer.kind).toBe('done');
  });

  it.each([
    [412, 'conditionNotMet', 'changed-meanwhile'],
    [403, 'forbiddenForNonOrganizer', 'not-organizer'],
    [403, 'quotaExceeded', 'usage-limit'],
    [403, 'requiredAccessLevel', 'no-rights'],
    [404, 'notFound', 'not-found'],
    [409, 'duplicate', 'already-exists'],
    [410, 'deleted', 'already-deleted'],
    [400, 'timeRangeEmpty', 'time-range-empty'],
  ])('hands on %i %s', async (status, reason, code) => {
    const { answer, seen } = await send({ body: {} }, refusal(status, reason));
    expect(answer).toMatchObject({ kind: 'refused', status, reasons: [reason], uncertain: false, explanation: { code } });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['a failure of the server', () => refusal(503, 'backendError'), 'google-unavailable'],
    ['a connection that breaks', new TypeError('fetch failed'), 'network-failed'],
    ['an answer that cannot be read', () => new Response('{"id":', { headers: { 'content-type': 'application/json' } }), 'unreadable'],
    ['a web page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'web-page-instead'],
  ] as const)('does not know how a write ended after %s, and does not repeat it', async (_, scripted, code) => {
    const { answer, seen } = await send({ body: {} }, scripted);
    expect(answer).toMatchObject({ kind: 'refused', uncertain: true });
    expect(codeOf(answer)).toBe(code);
    expect(seen).toHaveLength(1);
  });

  it('knows that nothing was sent without a token', async () => {
    const { answer, seen } = await send({}, json(200, {}), null, new FakeTokens(fail('sign-in-needed', 'Sign in.')));
    expect(answer).toMatchObject({ kind: 'refused', uncertain: false, explanation: { code: 'sign-in-needed' } });
    expect(seen).toEqual([]);
  });

  it('leaves the user’s words out of Activity, and nothing else', async () => {
    const query = { text: 'Lunch with Ben & code=4/0secret', sendUpdates: 'none' };
    const { activity, seen } = await send({ method: 'calendar.events.quickAdd', path: { calendarId: 'a@b.example' }, query }, json(200, {}));
    expect(new URL(seen[0]?.url ?? '').searchParams.get('text')).toBe(query.text);
    expect(activity[0]?.detail).toContain('/calendars/a%40b.example/events/quickAdd?text=…&sendUpdates=none&alt=json');
    expect(JSON.stringify(activity)).not.toMatch(/Lunch|Ben/);
    const search = await send({ method: 'calendar.events.list', path: { calendarId: 'x' }, query: { maxResults: '5', q: 'wedding' } }, json(200, {}));
    expect(search.activity[0]?.detail).toContain('events?maxResults=5&q=…&alt=json');
  });

  it('asks for nothing whose id would lead elsewhere', async () => {
    for (const eventId of ['', '.', '..']) {
      const { answer, seen } = await send({ path: { calendarId: 'x', eventId } }, json(200, {}));
      expect(answer).toMatchObject({ kind: 'refused', status: 404, uncertain: false, explanation: { code: 'not-found' } });
      expect(seen).toEqual([]);
    }
  });

  it('can be cancelled', async () => {
    const abort = new AbortController();
    abort.abort();
    expect((await send({ signal: abort.signal }, json(200, {}))).answer).toEqual({ kind: 'cancelled' });
  });
});
