import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call, itemsOf, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { ada, authorize, tomas } from '../testing/consent.ts';
import { monday, startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
let token: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  ({ access: token } = await authorize(sandbox.origin, { scopes: ['calendar.readonly', 'calendar.acls.readonly'], account: ada }));
});
beforeEach(() => sandbox.faults({}));
afterAll(() => sandbox.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<ApiAnswer> =>
  call(sandbox.origin, token, `/calendar/v3/${path}`, { headers });
const events = (query: Record<string, string>, calendar = 'primary'): Promise<ApiAnswer> =>
  get(`calendars/${encodeURIComponent(calendar)}/events?${new URLSearchParams(query).toString()}`);
const rota = 'c_rota.harbor@group.calendar.example';
const day = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString();

describe('the seeded calendars', () => {
  it('hold about 300 single events of one account in three months, the same on every start', async () => {
    const first = itemsOf(await events({ singleEvents: 'true', maxResults: '2500' }));
    expect(first.length).toBeGreaterThanOrEqual(280);
    expect(first.length).toBeLessThanOrEqual(420);
    const other = await startTestSandbox();
    const again = await authorize(other.origin, { scopes: ['calendar.readonly'], account: ada });
    const second = await call(other.origin, again.access, '/calendar/v3/calendars/primary/events?singleEvents=true&maxResults=2500');
    await other.close();
    expect(itemsOf(second)).toEqual(first);
  });

  it('have every kind that trips a client up', async () => {
    const all = itemsOf(await events({ singleEvents: 'true', maxResults: '2500', showDeleted: 'true' }));
    const some = (test: (event: Readonly<Record<string, unknown>>) => boolean): number => all.filter(test).length;
    const text = (event: Readonly<Record<string, unknown>>): string => JSON.stringify(event);
    expect(some((event) => /"start":{"date":"2026-\d\d-\d\d"}/.test(text(event)))).toBeGreaterThan(8);
    expect(some((event) => event['status'] === 'cancelled')).toBeGreaterThan(3);
    expect(some((event) => event['status'] === 'tentative')).toBeGreaterThan(3);
    expect(some((event) => event['status'] !== 'cancelled' && !('summary' in event))).toBeGreaterThan(3);
    expect(some((event) => /"self":true[^}]*"declined"/.test(text(event)))).toBeGreaterThan(0);
    expect(some((event) => /"timeZone":"(America|Asia)/.test(text(event)))).toBeGreaterThan(3);
    expect(some((event) => /<(b|p|i|ul|a)[ >]/.test(text(event)))).toBeGreaterThan(3);
    expect(some((event) => event['visibility'] === 'private')).toBeGreaterThan(1);
    expect(some((event) => 'recurringEventId' in event)).toBeGreaterThan(60);
    expect(some((event) => String(event['summary']).endsWith('(moved)'))).toBeGreaterThan(1);
  });

  it('list primary first, hidden ones on request, and say the role', async () => {
    const shown = itemsOf(await get('users/me/calendarList'));
    expect(shown.map((entry) => entry['accessRole'])).toEqual(['owner', 'owner', 'reader', 'freeBusyReader', 'reader']);
    expect(shown[0]).toMatchObject({ id: ada, primary: true });
    expect(itemsOf(await get('users/me/calendarList?showHidden=true'))).toHaveLength(6);
    expect(itemsOf(await get('users/me/calendarList?minAccessRole=owner'))).toHaveLength(2);
    expect((await get('users/me/calendarList?minAccessRole=king')).status).toBe(400);
  });

  it('find a calendar by an id with # and refuse an unknown one', async () => {
    const holidays = await get(`calendars/${encodeURIComponent('en.coast#holiday@group.v.calendar.example')}`);
    expect(holidays.body).toMatchObject({ kind: 'calendar#calendar', summary: 'Coastal holidays' });
    const other = await get(`calendars/${encodeURIComponent(tomas)}`);
    expect([other.status, reasonOf(other)]).toEqual([404, 'notFound']);
  });

  it('show only busy times of a free/busy calendar', async () => {
    const booked = itemsOf(await events({ singleEvents: 'true' }, 'c_room.harbor@resource.calendar.example'));
    expect(booked.length).toBeGreaterThan(30);
    expect(booked[0]).not.toHaveProperty('summary');
    expect(booked[0]).toMatchObject({ visibility: 'private' });
  });
});

describe('events.list', () => {
  it('compares timeMin with the end and timeMax with the start, both exclusive', async () => {
    const early = iso(monday - 60 * 60_000);
    const list = itemsOf(await events({ singleEvents: 'true', orderBy: 'startTime', timeMin: early, timeMax: iso(monday + day) }, rota));
    // Berlin 06:00–14:00 is running, 14:00 and 22:00 follow, and the next 06:00 starts before the end.
    expect(list.map((event) => String(event['summary']).split(':')[0])).toEqual(['Early', 'Late', 'Night', 'Early']);
    expect((list[0]?.['start'] as { dateTime: string }).dateTime).toBe('2026-03-16T06:00:00+01:00');
  });

  it('leaves out what ends exactly at timeMin or starts exactly at timeMax', async () => {
    // 14:00 to 22:00 in Berlin: Early ends and Night starts on the bounds.
    const bounds = { timeMin: '2026-03-16T14:00:00+01:00', timeMax: '2026-03-16T22:00:00+01:00' };
    const list = itemsOf(await events({ singleEvents: 'true', ...bounds }, rota));
    expect(list.map((event) => String(event['summary']).split(':')[0])).toEqual(['Late']);
  });

  it('refuses what Google refuses', async () => {
    const refused: [Record<string, string>, string][] = [
      [{ orderBy: 'startTime' }, 'invalid'],
      [{ timeMin: iso(monday), timeMax: iso(monday) }, 'timeRangeEmpty'],
      [{ timeMin: '2026-03-16T08:00:00' }, 'invalid'],
      [{ maxResults: 'many' }, 'invalid'],
      [{ singleEvents: 'yes' }, 'invalid'],
      [{ timeZone: 'Mars/Base' }, 'invalid'],
      [{ pageToken: 'nonsense' }, 'invalid'],
    ];
    for (const [query, reason] of refused) {
      const answer = await events(query);
      expect([answer.status, reasonOf(answer)], JSON.stringify(query)).toEqual([400, reason]);
    }
    const old = await events({ updatedMin: iso(monday - 40 * day) });
    expect([old.status, reasonOf(old)]).toEqual([410, 'updatedMinTooLongAgo']);
  });

  it('gives masters and exceptions without singleEvents', async () => {
    const list = itemsOf(await events({ maxResults: '2500' }));
    const masters = list.filter((event) => Array.isArray(event['recurrence']));
    expect(masters.map((event) => event['summary'])).toContain('Stand-up');
    const cancelled = list.filter((event) => event['status'] === 'cancelled');
    expect(cancelled.length).toBeGreaterThan(0);
    expect(cancelled.every((event) => 'originalStartTime' in event)).toBe(true);
    const standUp = masters.find((event) => event['summary'] === 'Stand-up');
    const instances = itemsOf(await get(`calendars/primary/events/${String(standUp?.['id'])}/instances?timeMin=${iso(monday)}&timeMax=${iso(monday + 7 * day)}`));
    expect(instances.length).toBeGreaterThanOrEqual(4);
    expect(instances.every((event) => event['recurringEventId'] === standUp?.['id'])).toBe(true);
    const one = await get(`calendars/primary/events/${String(instances[0]?.['id'])}`);
    expect(one.body).toEqual(instances[0]);
  });

  it('pages without losing or repeating, and syncs from the last page on', async () => {
    const seen: unknown[] = [];
    let pageToken: string | undefined;
    let last: ApiAnswer;
    let pages = 0;
    do {
      last = await events({ singleEvents: 'true', maxResults: '100', ...(pageToken === undefined ? {} : { pageToken }) });
      seen.push(...itemsOf(last).map((event) => event['id']));
      pageToken = last.body['nextPageToken'] as string | undefined;
      pages += 1;
      expect('nextSyncToken' in last.body).toBe(pageToken === undefined);
    } while (pageToken !== undefined);
    expect(pages).toBeGreaterThan(2);
    expect(new Set(seen).size).toBe(seen.length);
    const syncToken = String(last.body['nextSyncToken']);
    const news = await events({ singleEvents: 'true', syncToken });
    expect(itemsOf(news)).toEqual([]);
    expect(news.body).toHaveProperty('nextSyncToken');

    const mixed = await events({ singleEvents: 'true', syncToken, q: 'x' });
    expect([mixed.status, reasonOf(mixed)]).toEqual([400, 'syncTokenWithRequestRestrictions']);
    await sandbox.faults({ syncTokenGone: true });
    const gone = await events({ singleEvents: 'true', syncToken });
    expect([gone.status, reasonOf(gone)]).toEqual([410, 'fullSyncRequired']);
    await sandbox.faults({});
    expect((await events({ singleEvents: 'true', syncToken: 'AAAA' })).status).toBe(410);
    expect((await events({ syncToken })).status, 'made with other parameters').toBe(410);
  });

  it('can send an empty first page that has a next one', async () => {
    await sandbox.faults({ emptyPages: true });
    const first = await events({ singleEvents: 'true', maxResults: '5' });
    expect(itemsOf(first)).toEqual([]);
    const next = await events({ singleEvents: 'true', maxResults: '5', pageToken: String(first.body['nextPageToken']) });
    expect(itemsOf(next)).toHaveLength(5);
  });

  it('gives no sync token when ordered', async () => {
    const list = await events({ singleEvents: 'true', orderBy: 'startTime', maxResults: '2500' });
    expect(list.body).not.toHaveProperty('nextSyncToken');
    const starts = itemsOf(list).map((event) => event['start'] as { date?: string; dateTime?: string });
    const moments = starts.map((start) => Date.parse(start.dateTime ?? `${start.date ?? ''}T00:00:00+01:00`));
    expect([...moments].sort((a, b) => a - b).length).toBe(moments.length);
    expect(moments.every((moment, index) => index === 0 || moment >= (moments[index - 1] ?? 0) - 60 * 60_000)).toBe(true);
  });

  it('searches words and speaks another zone', async () => {
    const found = itemsOf(await events({ singleEvents: 'true', q: 'choir', timeZone: 'Asia/Tokyo' }));
    expect(found.length).toBeGreaterThan(8);
    expect(found.every((event) => String(event['summary']).startsWith('Choir'))).toBe(true);
    expect((found[0]?.['start'] as { dateTime: string }).dateTime).toMatch(/\+09:00$/);
  });

  it('keeps a series at its wall-clock time over the change to summer time', async () => {
    const found = itemsOf(await events({ singleEvents: 'true', orderBy: 'startTime', q: 'Week planning', timeMax: iso(monday + 20 * day) }));
    expect(found.slice(-3).map((event) => (event['start'] as { dateTime: string }).dateTime)).toEqual([
      '2026-03-16T10:00:00+01:00',
      '2026-03-23T10:00:00+01:00',
      '2026-03-30T10:00:00+02:00',
    ]);
  });
});

describe('other reads', () => {
  it('answer 304 to a known etag', async () => {
    const [one] = itemsOf(await events({ singleEvents: 'true', maxResults: '1' }));
    const path = `calendars/primary/events/${String(one?.['id'])}`;
    const fresh = await get(path);
    expect(fresh.headers.get('etag')).toBe(one?.['etag']);
    const known = await get(path, { 'if-none-match': String(one?.['etag']) });
    expect([known.status, known.text]).toEqual([304, '']);
  });

  it('answer free/busy with merged times, and errors beside them', async () => {
    const answer = await call(sandbox.origin, token, '/calendar/v3/freeBusy', {
      method: 'POST',
      body: { timeMin: iso(monday), timeMax: iso(monday + day), items: [{ id: rota }, { id: 'nobody@nowhere.example' }] },
    });
    expect(answer.body['calendars']).toEqual({
      [rota]: { busy: [{ start: '2026-03-16T08:00:00Z', end: '2026-03-17T08:00:00Z' }] },
      'nobody@nowhere.example': { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] },
    });
  });

  it('answer settings, colours and sharing', async () => {
    const settings = itemsOf(await get('users/me/settings'));
    expect(settings).toContainEqual(expect.objectContaining({ id: 'timezone', value: 'Europe/Berlin' }));
    expect((await get('users/me/settings/weekStart')).body).toMatchObject({ value: '1' });
    expect(Object.keys((await get('colors')).body['event'] as object)).toHaveLength(11);
    expect(itemsOf(await get('calendars/primary/acl'))[0]).toMatchObject({ id: `user:${ada}`, role: 'owner' });
    const launch = await get(`calendars/${encodeURIComponent('c_launch.harbor@group.calendar.example')}/acl`);
    expect([launch.status, reasonOf(launch)]).toEqual([403, 'requiredAccessLevel']);
  });

  it('cut an answer down to the asked fields', async () => {
    const some = await get('users/me/calendarList?fields=kind,items(id,primary)&prettyPrint=false');
    expect(Object.keys(some.body)).toEqual(['kind', 'items']);
    expect(itemsOf(some)[0]).toEqual({ id: ada, primary: true });
    expect(some.text).not.toContain('\n');
    expect((await get('users/me/calendarList?fields=items(id')).status).toBe(400);
  });
});
