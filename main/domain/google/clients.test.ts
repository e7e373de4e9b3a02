import { describe, expect, it } from 'vitest';
import { GOOGLE } from '../oauth/endpoints.ts';
import { json } from '../testing/scripted-fetch.ts';
import { apiUrl } from './api-url.ts';
import { CalendarClient } from './calendar-client.ts';
import type { CallReport } from './call-report.ts';
import { GroupsClient } from './groups-client.ts';
import { MAX_PAGES } from './paging.ts';
import { type Answer, QueuedFetch, refusal, runOn, transportOver } from './testing/fakes.ts';

const P = 'https://www.googleapis.com/auth/';

async function list(...answers: Answer[]): Promise<{ report: CallReport; urls: readonly string[] }> {
  const fetch = new QueuedFetch(...answers);
  const { transport, clock } = transportOver(fetch);
  const report = await runOn(clock, new CalendarClient({ transport, clock, endpoints: () => GOOGLE }).listCalendars('authorization-1'));
  return { report, urls: fetch.seen.map(({ url }) => url) };
}

async function readGroup(email: string, ...answers: Answer[]) {
  const fetch = new QueuedFetch(...answers);
  const { transport, clock } = transportOver(fetch);
  const outcome = await runOn(clock, new GroupsClient({ transport, clock, endpoints: () => GOOGLE }).readSettings('authorization-1', email));
  return { outcome, urls: fetch.seen.map(({ url }) => url) };
}

describe('listCalendars', () => {
  it('asks for JSON without line breaks, and indents it itself', async () => {
    const { report, urls } = await list(json(200, { kind: 'calendar#calendarList', items: [{ id: 'a' }] }));
    expect(urls).toEqual(['https://www.googleapis.com/calendar/v3/users/me/calendarList?maxResults=250&alt=json&prettyPrint=false']);
    expect(report).toMatchObject({ pages: 1, truncated: false, explanation: null, attempts: 1 });
    expect(report.body).toBe('{\n  "kind": "calendar#calendarList",\n  "items": [\n    {\n      "id": "a"\n    }\n  ]\n}');
  });

  it('goes on over empty pages until there is no next one', async () => {
    const { report, urls } = await list(
      json(200, { items: [], nextPageToken: 'p/2' }),
      json(200, { items: [{ id: 'a' }], nextPageToken: 'p3' }),
      json(200, { nextPageToken: 'p4' }),
      json(200, { items: [{ id: 'b' }], nextSyncToken: 's' }),
    );
    expect(urls.map((url) => new URL(url).searchParams.get('pageToken'))).toEqual([null, 'p/2', 'p3', 'p4']);
    expect(urls.every((url) => new URL(url).searchParams.get('maxResults') === '250')).toBe(true);
    expect(JSON.parse(report.body)).toEqual({ items: [{ id: 'a' }, { id: 'b' }], nextSyncToken: 's' });
    expect(report).toMatchObject({ pages: 4, attempts: 4, truncated: false, explanation: null });
    expect(report.bytes).toBeGreaterThan(100);
  });

  it('does not indent what would become a thousand times longer by it', async () => {
    const deep = `{"items":[${Array.from({ length: 8 }, () => '['.repeat(3000) + ']'.repeat(3000)).join(',')}]}`;
    const answer = (): Response => new Response(deep, { headers: { 'content-type': 'application/json' } });
    expect((await list(answer)).report.body === deep).toBe(true);
    const { report } = await list(json(200, { items: [1], nextPageToken: 'p2' }), answer);
    expect(report).toMatchObject({ pages: 2, explanation: null });
    expect(report.body.length).toBeLessThan(2 * deep.length);
    expect(report.body.startsWith('{"items":[1,[[')).toBe(true);
  });

  it('shows the last page where the pages are nested too deeply to be joined', async () => {
    const deep = `{"items":[${'['.repeat(20_000)}${']'.repeat(20_000)}]}`;
    const { report } = await list(json(200, { items: [1], nextPageToken: 'p2' }), () => new Response(deep, { headers: { 'content-type': 'application/json' } }));
    expect(report.pages).toBe(2);
    expect(report.body === deep).toBe(true);
  });

  it('stops at a page token it has seen, and says there was more', async () => {
    const { report, urls } = await list(json(200, { items: [], nextPageToken: 'again' }));
    expect(urls).toHaveLength(2);
    expect(report).toMatchObject({ pages: 2, truncated: true, explanation: null });
  });

  it('stops after many pages', async () => {
    let page = 0;
    const { report } = await list(() => json(200, { items: [], nextPageToken: String(++page) }));
    expect(report).toMatchObject({ pages: MAX_PAGES, truncated: true });
  });

  it('shows the page that failed', async () => {
    const { report } = await list(json(200, { items: [], nextPageToken: '2' }), refusal(403, 'quotaExceeded'));
    expect(report).toMatchObject({ pages: 1, attempts: 2, exchange: { status: 403 }, explanation: { code: 'usage-limit' } });
    expect(report.body).toContain('"reason": "quotaExceeded"');
  });

  it('offers the narrowest scope when one is missing', async () => {
    const { report } = await list(refusal(403, 'insufficientPermissions'));
    expect(report.explanation).toMatchObject({ code: 'scope-missing', remedies: [{ kind: 'grant-scope', scopes: [`${P}calendar.calendarlist.readonly`] }] });
    expect(report.pages).toBe(0);
  });

  it.each([
    ['<html>Log in</html>', 'text/html', 'web-page-instead'],
    ['<!doctype html>', 'application/json', 'web-page-instead'],
    ['{"items":', 'application/json', 'unreadable'],
    ['', 'application/json', 'unreadable'],
  ])('does not take %s for a list', async (body, type, code) => {
    const { report } = await list(new Response(body, { headers: { 'content-type': type } }));
    expect(report).toMatchObject({ explanation: { code }, pages: 0, body });
  });

  it('shows JSON that is not an object as it is', async () => {
    const { report } = await list(json(200, [1]));
    expect(report).toMatchObject({ explanation: { code: 'unreadable' } });
  });

  it('keeps names that look like prototypes', async () => {
    const { report } = await list(new Response('{"__proto__":{"x":1},"items":[]}', { headers: { 'content-type': 'application/json' } }));
    expect(report.body).toContain('"__proto__"');
  });
});

describe('readSettings', () => {
  it('puts the whole address into one encoded segment, and asks for JSON', async () => {
    const { outcome, urls } = await readGroup('rota/1#x@harbor.example', json(200, { kind: 'groupsSettings#groups' }));
    expect(urls).toEqual(['https://www.googleapis.com/groups/v1/groups/rota%2F1%23x%40harbor.example?alt=json&prettyPrint=false']);
    expect(outcome).toMatchObject({ ok: true, value: { explanation: null, pages: 1 } });
  });

  it('sends nothing for what is no address', async () => {
    const { outcome, urls } = await readGroup('choir@harbor', json(200, {}));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'group-email-invalid' } });
    expect(urls).toEqual([]);
  });

  it('fails clearly when XML comes', async () => {
    const atom = new Response('<?xml version="1.0"?><entry/>', { headers: { 'content-type': 'application/atom+xml; charset=UTF-8' } });
    const { outcome } = await readGroup('choir@harbor.example', atom);
    expect(outcome).toMatchObject({ ok: true, value: { explanation: { code: 'xml-instead' }, body: '<?xml version="1.0"?><entry/>' } });
  });

  it('tells an administrator’s missing right from a missing scope', async () => {
    const denied = await readGroup('choir@harbor.example', refusal(403, 'forbidden'));
    expect(denied.outcome).toMatchObject({ value: { explanation: { code: 'not-group-admin' } } });
    const bare = await readGroup('choir@harbor.example', new Response('Invalid domain.', { status: 403, headers: { 'content-type': 'text/plain' } }));
    expect(bare.outcome).toMatchObject({ value: { explanation: { code: 'group-domain-foreign' }, body: 'Invalid domain.' } });
  });
});

describe('apiUrl', () => {
  it('encodes what would end or leave the path', () => {
    expect(apiUrl('https://x/', 'calendars/{id}/events', { id: 'de#holiday@group.v.calendar.google.com' }, {})).toBe(
      'https://x/calendars/de%23holiday%40group.v.calendar.google.com/events?alt=json&prettyPrint=false',
    );
    for (const id of ['', '.', '..']) expect(() => apiUrl('https://x/', '{id}', { id }, {})).toThrow(RangeError);
  });

  it('does not let a query change how the answer comes', () => {
    expect(new URL(apiUrl('https://x/', 'a', {}, { alt: 'atom', q: 'a b&c' })).search).toBe('?alt=json&q=a+b%26c&prettyPrint=false');
  });
});
