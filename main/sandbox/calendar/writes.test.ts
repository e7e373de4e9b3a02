import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, itemsOf, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { ada, authorize, maya } from '../testing/consent.ts';
import { monday, startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
let token: string;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  ({ access: token } = await authorize(sandbox.origin, { scopes: ['calendar'] }));
});
afterEach(() => sandbox.close());

const base = '/calendar/v3/calendars/primary/events';
const rota = encodeURIComponent('c_rota.harbor@group.calendar.example');
const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<ApiAnswer> =>
  call(sandbox.origin, token, path, { method, headers, ...(body === undefined ? {} : { body }) });
const nine = { start: { dateTime: '2026-03-17T09:00:00+01:00' }, end: { dateTime: '2026-03-17T10:00:00+01:00' } };
const insert = async (fields: Record<string, unknown> = {}): Promise<ApiAnswer> => send('POST', base, { summary: 'New', ...nine, ...fields });
const day = 86_400_000;

describe('events.insert', () => {
  it('makes an event that get and list know', async () => {
    const made = await insert({ organizer: { email: 'x@y.example' }, extendedProperties: { private: { a: '1' } } });
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ summary: 'New', status: 'confirmed', creator: { email: ada }, organizer: { email: ada, self: true } });
    const id = String(made.body['id']);
    expect((await send('GET', `${base}/${id}`)).body).toEqual(made.body);
    const found = itemsOf(await send('GET', `${base}?q=new&privateExtendedProperty=a%3D1&singleEvents=true`));
    expect(found.map((event) => event['id'])).toEqual([id]);
  });

  it('refuses what makes no event', async () => {
    const refused: [Record<string, unknown>, string][] = [
      [{ start: null }, 'required'],
      [{ end: { date: '2026-03-18' } }, 'invalid'],
      [{ end: { dateTime: '2026-03-17T08:00:00+01:00' } }, 'timeRangeEmpty'],
      [{ start: { dateTime: '2026-03-17T09:00:00', timeZone: 'Mars/Base' } }, 'invalid'],
      [{ recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] }, 'required'],
      [{ id: 'UPPER' }, 'invalid'],
      [{ status: 'maybe' }, 'invalid'],
      [{ recurrence: 'RRULE:FREQ=DAILY' }, 'invalid'],
      [{ attendees: [{ name: 'x' }] }, 'invalid'],
      [{ summary: 5 }, 'invalid'],
    ];
    for (const [fields, reason] of refused) {
      const answer = await insert(fields);
      expect([answer.status, reasonOf(answer)], JSON.stringify(fields)).toEqual([400, reason]);
    }
  });

  it('keeps a chosen id taken, even after deletion', async () => {
    expect((await insert({ id: 'abcde12345' })).body['id']).toBe('abcde12345');
    await send('DELETE', `${base}/abcde12345`);
    const again = await insert({ id: 'abcde12345' });
    expect([again.status, reasonOf(again)]).toEqual([409, 'duplicate']);
  });

  it('reads a wall-clock time in its own zone', async () => {
    const made = await insert({
      start: { dateTime: '2026-03-17T09:00:00', timeZone: 'America/New_York' },
      end: { dateTime: '2026-03-17T10:00:00', timeZone: 'America/New_York' },
    });
    expect(made.body['start']).toEqual({ dateTime: '2026-03-17T14:00:00+01:00', timeZone: 'America/New_York' });
  });

  it('opens a series into its instances', async () => {
    const start = { dateTime: '2026-03-27T09:00:00', timeZone: 'Europe/Berlin' };
    const end = { dateTime: '2026-03-27T09:30:00', timeZone: 'Europe/Berlin' };
    await insert({ summary: 'Daily thing', start, end, recurrence: ['RRULE:FREQ=DAILY;INTERVAL=2;COUNT=3', 'EXDATE:20260329T070000Z'] });
    const found = itemsOf(await send('GET', `${base}?q=daily+thing&singleEvents=true&orderBy=startTime`));
    expect(found.map((event) => (event['start'] as { dateTime: string }).dateTime)).toEqual(['2026-03-27T09:00:00+01:00', '2026-03-31T09:00:00+02:00']);
  });
});

describe('events.patch and update', () => {
  it('patch keeps, null clears, lists are replaced; update clears', async () => {
    const guests = [{ email: 'a@b.example' }, { email: 'c@d.example' }];
    const made = await insert({ location: 'Quay', description: 'x', attendees: guests });
    const path = `${base}/${String(made.body['id'])}`;
    const patched = await send('PATCH', path, { description: null, attendees: [guests[0]] });
    expect(patched.body).toMatchObject({ summary: 'New', location: 'Quay', attendees: [guests[0]] });
    expect(patched.body).not.toHaveProperty('description');
    const put = await send('PUT', path, { summary: 'Put', ...nine });
    expect(put.body).toMatchObject({ id: made.body['id'], summary: 'Put', iCalUID: made.body['iCalUID'] });
    expect(put.body).not.toHaveProperty('location');
    const cut = await send('PUT', path, { summary: 'No times' });
    expect([cut.status, reasonOf(cut)]).toEqual([400, 'required']);
  });

  it('give 412 for another version and a new etag for a write', async () => {
    const made = await insert();
    const path = `${base}/${String(made.body['id'])}`;
    const etag = String(made.body['etag']);
    const first = await send('PATCH', path, { summary: 'One' }, { 'if-match': etag });
    expect(first.status).toBe(200);
    expect(first.body['etag']).not.toBe(etag);
    const second = await send('PATCH', path, { summary: 'Two' }, { 'if-match': etag });
    expect([second.status, reasonOf(second)]).toEqual([412, 'conditionNotMet']);
    expect((await send('GET', path)).body['summary']).toBe('One');
  });

  it('change one instance of a series only', async () => {
    const week = `timeMin=${new Date(monday - day).toISOString()}&timeMax=${new Date(monday + 13 * day).toISOString()}`;
    const before = itemsOf(await send('GET', `${base}?q=week+planning&singleEvents=true&orderBy=startTime&${week}`));
    expect(before).toHaveLength(2);
    await send('PATCH', `${base}/${String(before[0]?.['id'])}`, { summary: 'Week planning, short' });
    const after = itemsOf(await send('GET', `${base}?q=week+planning&singleEvents=true&orderBy=startTime&${week}`));
    expect(after.map((event) => event['summary'])).toEqual(['Week planning, short', 'Week planning']);
    expect(after[0]).toMatchObject({ recurringEventId: before[0]?.['recurringEventId'], originalStartTime: before[0]?.['start'] });
  });
});

describe('events.delete, quickAdd and move', () => {
  it('delete answers empty, then 410; a sync tells of it', async () => {
    const start = await send('GET', `${base}?maxResults=2500`);
    const made = await insert();
    const path = `${base}/${String(made.body['id'])}`;
    const gone = await send('DELETE', path);
    expect([gone.status, gone.text]).toEqual([204, '']);
    const again = await send('DELETE', path);
    expect([again.status, reasonOf(again)]).toEqual([410, 'deleted']);
    const news = itemsOf(await send('GET', `${base}?syncToken=${String(start.body['nextSyncToken'])}`));
    expect(news).toEqual([expect.objectContaining({ id: made.body['id'], status: 'cancelled' })]);
    expect(news[0]).not.toHaveProperty('summary');
  });

  it('quickAdd reads a time', async () => {
    const made = await send('POST', `${base}/quickAdd?text=${encodeURIComponent('Tea with Piet tomorrow at 3:30pm')}`);
    expect(made.body).toMatchObject({ summary: 'Tea with Piet', start: { dateTime: '2026-03-17T15:30:00+01:00' } });
    const missing = await send('POST', `${base}/quickAdd`);
    expect([missing.status, reasonOf(missing)]).toEqual([400, 'required']);
  });

  it('move takes an event along and changes its organizer', async () => {
    const id = String((await insert()).body['id']);
    const moved = await send('POST', `${base}/${id}/move?destination=${rota}`);
    expect(moved.body).toMatchObject({ id, organizer: { email: decodeURIComponent(rota) } });
    expect((await send('GET', `${base}/${id}`)).body['status']).toBe('cancelled');
    expect((await send('GET', `/calendar/v3/calendars/${rota}/events/${id}`)).body['summary']).toBe('New');
  });

  it('survive in what others share', async () => {
    const path = `/calendar/v3/calendars/${rota}/events`;
    const made = await send('POST', path, { summary: 'Swap', ...nine });
    const other = await authorize(sandbox.origin, { scopes: ['calendar.events.readonly'], account: maya });
    expect((await call(sandbox.origin, other.access, `${path}/${String(made.body['id'])}`)).body['summary']).toBe('Swap');
  });
});

describe('the right to write', () => {
  it('needs a writable calendar', async () => {
    for (const id of ['c_launch.harbor@group.calendar.example', 'c_room.harbor@resource.calendar.example', maya]) {
      const answer = await send('POST', `/calendar/v3/calendars/${encodeURIComponent(id)}/events`, { summary: 'No', ...nine });
      expect([answer.status, reasonOf(answer)], id).toEqual([403, 'requiredAccessLevel']);
    }
  });

  it('needs ownership with calendar.events.owned', async () => {
    const { access } = await authorize(sandbox.origin, { scopes: ['calendar.events.owned'], account: maya });
    const own = await call(sandbox.origin, access, base, { method: 'POST', body: { summary: 'Mine', ...nine } });
    const shared = await call(sandbox.origin, access, `/calendar/v3/calendars/${rota}/events`, { method: 'POST', body: { summary: 'Ours', ...nine } });
    expect([own.status, shared.status]).toEqual([200, 403]);
  });
});
