import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, itemsOf, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { ada, authorize } from '../testing/consent.ts';
import { monday, startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
let token: string;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  ({ access: token } = await authorize(sandbox.origin, { scopes: ['calendar'] }));
});
afterEach(() => sandbox.close());

type Item = Readonly<Record<string, unknown>>;
const base = '/calendar/v3/calendars/primary/events';
const send = (method: string, path: string, body?: unknown): Promise<ApiAnswer> =>
  call(sandbox.origin, token, base + path, { method, ...(body === undefined ? {} : { body }) });
const list = (query: Record<string, string>): Promise<ApiAnswer> => send('GET', `?${new URLSearchParams({ maxResults: '2500', ...query }).toString()}`);
const syncTokenOf = (answer: ApiAnswer): string => String(answer.body['nextSyncToken']);
const daily = (hour: number): Item => ({
  summary: 'Patrol',
  start: { dateTime: `2026-03-17T${String(hour).padStart(2, '0')}:00:00`, timeZone: 'Europe/Berlin' },
  end: { dateTime: `2026-03-17T${String(hour + 1).padStart(2, '0')}:00:00`, timeZone: 'Europe/Berlin' },
  recurrence: ['RRULE:FREQ=DAILY;COUNT=4'],
});
const startsOf = (items: readonly Item[], status: string): string[] =>
  items
    .filter((event) => event['status'] === status)
    .map((event) => (event['originalStartTime'] as { readonly dateTime: string }).dateTime.slice(8, 16))
    .sort();

describe('a sync with singleEvents', () => {
  it('tells of the instances of a new series', async () => {
    const syncToken = syncTokenOf(await list({ singleEvents: 'true' }));
    await send('POST', '', daily(9));
    const news = itemsOf(await list({ singleEvents: 'true', syncToken }));
    expect(startsOf(news, 'confirmed')).toEqual(['17T09:00', '18T09:00', '19T09:00', '20T09:00']);
  });

  it('tells which instances are no more when the series moved or became shorter', async () => {
    const id = String((await send('POST', '', daily(9))).body['id']);
    const before = syncTokenOf(await list({ singleEvents: 'true' }));
    await send('PATCH', `/${id}`, { recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] });
    const shorter = await list({ singleEvents: 'true', syncToken: before });
    expect(startsOf(itemsOf(shorter), 'confirmed')).toEqual(['17T09:00', '18T09:00']);
    expect(startsOf(itemsOf(shorter), 'cancelled')).toEqual(['19T09:00', '20T09:00']);
    const { start, end } = daily(11);
    await send('PATCH', `/${id}`, { start, end });
    const moved = itemsOf(await list({ singleEvents: 'true', syncToken: syncTokenOf(shorter) }));
    expect(startsOf(moved, 'confirmed')).toEqual(['17T11:00', '18T11:00']);
    expect(startsOf(moved, 'cancelled')).toEqual(['17T09:00', '18T09:00']);
    // Whoever was away for both is told the sum of it.
    const both = itemsOf(await list({ singleEvents: 'true', syncToken: before }));
    expect(startsOf(both, 'cancelled')).toEqual(['17T09:00', '18T09:00', '19T09:00', '20T09:00']);
  });

  it('tells of a deleted series instance by instance, the changed ones too, and of its return', async () => {
    const id = String((await send('POST', '', daily(9))).body['id']);
    const [first] = itemsOf(await send('GET', `/${id}/instances`));
    await send('PATCH', `/${String(first?.['id'])}`, { summary: 'Patrol, moved', start: { dateTime: '2026-03-17T15:00:00+01:00' }, end: { dateTime: '2026-03-17T16:00:00+01:00' } });
    const before = await list({ singleEvents: 'true' });
    expect((await send('DELETE', `/${id}`)).status).toBe(204);
    const gone = await list({ singleEvents: 'true', syncToken: syncTokenOf(before) });
    expect(startsOf(itemsOf(gone), 'cancelled')).toEqual(['17T09:00', '18T09:00', '19T09:00', '20T09:00']);
    expect(startsOf(itemsOf(gone), 'confirmed')).toEqual([]);
    expect(itemsOf(await list({ singleEvents: 'true', q: 'Patrol' }))).toEqual([]);

    expect((await send('PATCH', `/${id}`, { status: 'confirmed' })).status).toBe(200);
    const back = itemsOf(await list({ singleEvents: 'true', syncToken: syncTokenOf(gone) }));
    expect(startsOf(back, 'confirmed')).toEqual(['17T09:00', '18T09:00', '19T09:00', '20T09:00']);
    expect(back.map((event) => event['summary'])).toContain('Patrol, moved');
  });

  it('cancels one instance and leaves its series alone', async () => {
    const id = String((await send('POST', '', daily(9))).body['id']);
    const syncToken = syncTokenOf(await list({ singleEvents: 'true' }));
    await send('DELETE', `/${id}_20260318T080000Z`);
    const news = itemsOf(await list({ singleEvents: 'true', syncToken }));
    expect(news).toMatchObject([{ id: `${id}_20260318T080000Z`, status: 'cancelled', recurringEventId: id }]);
    expect(itemsOf(await list({ singleEvents: 'true', q: 'Patrol' }))).toHaveLength(3);
  });

  it('keeps to the time range of the first list', async () => {
    const timeMin = new Date(monday).toISOString();
    const timeMax = new Date(monday + 2 * 86_400_000).toISOString();
    const syncToken = syncTokenOf(await list({ singleEvents: 'true', timeMin, timeMax }));
    await send('POST', '', daily(9));
    const news = await list({ singleEvents: 'true', syncToken });
    expect(startsOf(itemsOf(news), 'confirmed')).toEqual(['17T09:00']);
    await send('POST', '', { ...daily(9), summary: 'Second patrol' });
    expect(itemsOf(await list({ singleEvents: 'true', syncToken: syncTokenOf(news) }))).toHaveLength(1);
  });

  it('takes what changed while pages were read as news', async () => {
    const first = await list({ singleEvents: 'true', maxResults: '200' });
    await send('POST', '', { ...daily(9), recurrence: undefined, id: 'abcde00000' });
    let last = first;
    while (last.body['nextPageToken'] !== undefined) {
      last = await list({ singleEvents: 'true', maxResults: '200', pageToken: last.body['nextPageToken'] as string });
    }
    expect(itemsOf(await list({ singleEvents: 'true', syncToken: syncTokenOf(last) })).map((event) => event['id'])).toContain('abcde00000');
  });
});

describe('a sync without singleEvents', () => {
  it('tells of the deleted master and its exceptions', async () => {
    const id = String((await send('POST', '', daily(9))).body['id']);
    await send('PATCH', `/${id}_20260318T080000Z`, { summary: 'Other' });
    const syncToken = syncTokenOf(await list({}));
    await send('DELETE', `/${id}`);
    const news = itemsOf(await list({ syncToken }));
    expect(news.map((event) => [event['id'], event['status']])).toEqual([
      [id, 'cancelled'],
      [`${id}_20260318T080000Z`, 'cancelled'],
    ]);
  });
});

describe('changes from elsewhere', () => {
  it('change, remove and add events behind the client’s back', async () => {
    const made = await send('POST', '', { ...daily(9), recurrence: undefined });
    const id = String(made.body['id']);
    const syncToken = syncTokenOf(await list({}));
    const changed = await sandbox.act({ type: 'change-event', calendarId: 'primary', account: ada, eventId: id, fields: { summary: 'Theirs', location: null } });
    const read = await send('GET', `/${id}`);
    expect(read.body).toMatchObject({ summary: 'Theirs', etag: changed['etag'] });
    expect(read.body['etag']).not.toBe(made.body['etag']);
    const stale = await call(sandbox.origin, token, `${base}/${id}`, { method: 'PATCH', body: { summary: 'Mine' }, headers: { 'if-match': String(made.body['etag']) } });
    expect([stale.status, reasonOf(stale)]).toEqual([412, 'conditionNotMet']);
    const added = await sandbox.act({ type: 'add-event', calendarId: ada, fields: { summary: 'Added', start: { date: '2026-03-18' }, end: { date: '2026-03-19' } } });
    expect((await send('GET', `/${String(added['id'])}`)).body).toMatchObject({ summary: 'Added', organizer: { email: ada } });
    await sandbox.act({ type: 'remove-event', calendarId: 'primary', account: ada, eventId: id });
    const news = itemsOf(await list({ syncToken }));
    expect(news.map((event) => event['status']).sort()).toEqual(['cancelled', 'confirmed']);
  });

  it.each([
    [{ type: 'change-event', calendarId: 'primary', eventId: 'x', fields: {} }, 'unknown_calendar'],
    [{ type: 'remove-event', calendarId: ada, eventId: 'nosuchevent' }, 'unknown_event'],
    [{ type: 'fill-calendar', calendarId: ada, events: -1, days: 5 }, 'bad_action'],
    [{ type: 'fill-calendar', calendarId: ada, events: 5, days: 0 }, 'bad_action'],
    [{ type: 'add-event', calendarId: ada, fields: [] }, 'bad_action'],
    [{ type: 'add-event', calendarId: ada, fields: {}, more: 1 }, 'bad_action'],
  ] as const)('refuse %j', async (action, error) => {
    await expect(sandbox.act(action as never)).rejects.toThrow(error);
  });
});

describe('a filled calendar', () => {
  it('holds every event once, page by page, and the same ones another time', { timeout: 30_000 }, async () => {
    await sandbox.act({ type: 'fill-calendar', calendarId: 'primary', account: ada, events: 20_000, days: 200 });
    const readAll = async (): Promise<Set<string>> => {
      const ids = new Set<string>();
      let pageToken = '';
      do {
        const page = await list({ singleEvents: 'true', prettyPrint: 'false', ...(pageToken === '' ? {} : { pageToken }) });
        for (const { id } of itemsOf(page)) ids.add(String(id));
        pageToken = (page.body['nextPageToken'] ?? '') as string;
      } while (pageToken !== '');
      return ids;
    };
    const first = await readAll();
    expect(first.size).toBeGreaterThanOrEqual(20_000);
    expect(await readAll()).toEqual(first);
  });

  it('is news for a sync, and its events can be changed like others', async () => {
    const syncToken = syncTokenOf(await list({}));
    await sandbox.act({ type: 'fill-calendar', calendarId: ada, events: 40, days: 4 });
    const news = await list({ syncToken });
    expect(itemsOf(news)).toHaveLength(40);
    const id = String(itemsOf(news)[0]?.['id']);
    expect(id).toMatch(/^[a-v0-9]{5,}$/);
    await send('PATCH', `/${id}`, { summary: 'Changed' });
    expect(itemsOf(await list({ syncToken: syncTokenOf(news) })).map((event) => event['summary'])).toEqual(['Changed']);
    const days = new Set(itemsOf(news).map((event) => (event['start'] as { readonly dateTime: string }).dateTime.slice(0, 10)));
    expect([...days].sort()).toEqual(['2026-03-14', '2026-03-15', '2026-03-16', '2026-03-17']);
  });
});
