import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, itemsOf, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { ada, authorize, maya, tomas } from '../testing/consent.ts';
import { monday, startTestSandbox, type TestSandbox } from '../testing/start.ts';
import type { EventPerson } from './event.ts';

let sandbox: TestSandbox;
let token: string;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  ({ access: token } = await authorize(sandbox.origin, { scopes: ['calendar'] }));
});
afterEach(() => sandbox.close());

const base = '/calendar/v3/calendars/primary/events';
const send = (method: string, path: string, body?: unknown): Promise<ApiAnswer> =>
  call(sandbox.origin, token, base + path, { method, ...(body === undefined ? {} : { body }) });
const times = { start: { dateTime: '2026-03-17T09:00:00+01:00' }, end: { dateTime: '2026-03-17T10:00:00+01:00' } };
const ADA = ada.toUpperCase();
const boss = 'ines.falk@harbor.example';

/** An event that somebody else invited Ada to. */
async function invited(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const attendees = [{ email: boss, organizer: true, responseStatus: 'accepted' }, { email: ada, self: true, responseStatus: 'needsAction' }];
  const made = await sandbox.act({
    type: 'add-event',
    calendarId: ada,
    fields: { summary: 'Theirs', organizer: { email: boss }, attendees, ...times, ...fields },
  });
  return `/${String(made['id'])}`;
}

describe('a guest', () => {
  it('answers for itself and loses nobody with attendeesOmitted', async () => {
    const path = await invited();
    const answer = await send('PATCH', path, { attendeesOmitted: true, attendees: [{ email: ada, responseStatus: 'declined', comment: 'Away.' }, { email: boss, responseStatus: 'declined' }] });
    expect(answer.body['attendees']).toEqual([
      { email: boss, organizer: true, responseStatus: 'accepted' },
      { email: ada, self: true, responseStatus: 'declined', comment: 'Away.' },
    ]);
    expect(answer.body).not.toHaveProperty('attendeesOmitted');
  });

  it('may set its own matters and nothing shared', async () => {
    const path = await invited();
    const own = { colorId: '4', reminders: { useDefault: false, overrides: [] }, attendees: [{ email: boss, responseStatus: 'accepted' }, { email: ada, responseStatus: 'tentative' }] };
    expect((await send('PATCH', path, own)).body).toMatchObject({ colorId: '4', attendees: [{}, { responseStatus: 'tentative' }] });
    const shared: readonly unknown[] = [
      { summary: 'Mine' },
      { location: 'Here' },
      { end: { dateTime: '2026-03-17T11:00:00+01:00' } },
      { attendees: [{ email: ada, responseStatus: 'accepted' }] },
      { attendees: [{ email: boss, responseStatus: 'declined' }, { email: ada }] },
    ];
    for (const body of shared) {
      const refused = await send('PATCH', path, body);
      expect([refused.status, reasonOf(refused)], JSON.stringify(body)).toEqual([403, 'forbiddenForNonOrganizer']);
    }
    // The same values again change nothing.
    expect((await send('PATCH', path, { summary: 'Theirs', ...times })).status).toBe(200);
    const moved = await send('POST', `${path}/move?destination=c_rota.harbor%40group.calendar.example`);
    expect(reasonOf(moved)).toBe('forbiddenForNonOrganizer');
  });

  it('may change all when guests can modify, and remove it from the own calendar', async () => {
    const path = await invited({ guestsCanModify: true });
    expect((await send('PATCH', path, { summary: 'Ours' })).body['summary']).toBe('Ours');
    expect((await send('DELETE', await invited())).status).toBe(204);
  });
});

describe('an organizer', () => {
  it('cannot say who is self; a new guest has not answered', async () => {
    const made = await send('POST', '', { ...times, attendees: [{ email: ADA }, { email: maya, self: true, organizer: true }] });
    expect(made.body['attendees']).toEqual([
      { email: ADA, self: true, organizer: true, responseStatus: 'needsAction' },
      { email: maya, responseStatus: 'needsAction' },
    ]);
  });
});

describe('a conference', () => {
  const request = { conferenceData: { createRequest: { requestId: 'r1', conferenceSolutionKey: { type: 'hangoutsMeet' } } } };

  it('is pending at first and there at the next read', async () => {
    const made = await send('POST', '?conferenceDataVersion=1', { ...times, ...request });
    expect(made.body).toMatchObject({ conferenceData: { createRequest: { requestId: 'r1', status: { statusCode: 'pending' } } } });
    expect(made.body).not.toHaveProperty('hangoutLink');
    const read = await send('GET', `/${String(made.body['id'])}`);
    expect(read.body).toMatchObject({
      hangoutLink: expect.stringMatching(/^https:\/\/meet\.example\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/) as string,
      conferenceData: { createRequest: { status: { statusCode: 'success' } }, entryPoints: [{ entryPointType: 'video' }, { entryPointType: 'phone' }, {}] },
    });
    const renamed = await send('PATCH', `/${String(made.body['id'])}`, { summary: 'Renamed' });
    expect(renamed.body['conferenceData']).toEqual(read.body['conferenceData']);
    const without = await send('PATCH', `/${String(made.body['id'])}?conferenceDataVersion=1`, { conferenceData: null });
    expect(without.body).not.toHaveProperty('conferenceData');
    expect(without.body).not.toHaveProperty('hangoutLink');
  });

  it('is there in a later sync too', async () => {
    const start = await send('GET', '?maxResults=2500');
    await send('POST', '?conferenceDataVersion=1', { ...times, ...request });
    sandbox.clock.now += 5000;
    const news = itemsOf(await send('GET', `?syncToken=${String(start.body['nextSyncToken'])}`));
    expect(news).toMatchObject([{ hangoutLink: expect.stringContaining('meet.example') as string }]);
  });

  it('is not made without conferenceDataVersion=1, nor without an id', async () => {
    const silent = await send('POST', '', { ...times, ...request });
    expect([silent.status, 'conferenceData' in silent.body]).toEqual([200, false]);
    const refused = await send('POST', '?conferenceDataVersion=1', { ...times, conferenceData: { createRequest: {} } });
    expect([refused.status, reasonOf(refused)]).toEqual([400, 'invalid']);
  });
});

describe('a deleted event', () => {
  it('comes back when it is confirmed again', async () => {
    const id = String((await send('POST', '', { ...times, summary: 'Back' })).body['id']);
    await send('DELETE', `/${id}`);
    expect((await send('PATCH', `/${id}`, { status: 'confirmed' })).body).toMatchObject({ id, status: 'confirmed', summary: 'Back' });
    expect(itemsOf(await send('GET', '?q=back'))).toHaveLength(1);
  });
});

describe('free/busy', () => {
  const ask = async (ids: readonly string[], more: object = {}): Promise<ApiAnswer> =>
    call(sandbox.origin, token, '/calendar/v3/freeBusy', {
      method: 'POST',
      body: { timeMin: new Date(monday).toISOString(), timeMax: new Date(monday + 3 * 86_400_000).toISOString(), items: ids.map((id) => ({ id })), ...more },
    });
  type Busy = Readonly<Record<string, { readonly busy?: readonly unknown[]; readonly errors?: readonly { readonly reason: string }[] }>>;

  it('knows everybody of the domain and no stranger', async () => {
    const calendars = (await ask([maya, boss, tomas, 'nobody@harbor.example'])).body['calendars'] as Busy;
    expect(calendars[maya]?.busy?.length).toBeGreaterThan(2);
    expect(calendars[boss]?.busy?.length).toBeGreaterThan(2);
    expect(calendars[boss]?.busy).not.toEqual(calendars[maya]?.busy);
    expect([calendars[tomas]?.errors, calendars['nobody@harbor.example']?.errors].map((errors) => errors?.[0]?.reason)).toEqual(['notFound', 'notFound']);
  });

  it('opens a group into its members, unless there are too many', async () => {
    const answer = await ask(['choir@harbor.example', 'staff@harbor.example', 'growers@orchard.example']);
    const groups = answer.body['groups'] as Readonly<Record<string, { readonly calendars?: readonly string[]; readonly errors?: unknown }>>;
    expect(groups['choir@harbor.example']?.calendars).toContain(boss);
    expect(groups['staff@harbor.example']).toEqual({ errors: [{ domain: 'calendar', reason: 'groupTooBig' }] });
    const calendars = answer.body['calendars'] as Busy;
    expect(Object.keys(calendars).sort()).toEqual([...(groups['choir@harbor.example']?.calendars ?? []), 'growers@orchard.example'].sort());
    const small = (await ask(['choir@harbor.example'], { groupExpansionMax: 2 })).body['groups'];
    expect(small).toEqual({ 'choir@harbor.example': { errors: [{ domain: 'calendar', reason: 'groupTooBig' }] } });
  });
});

describe('a week of the seed', () => {
  it('shows an overlap, every answer, a conference, attachments and a stay of several days', async () => {
    const week = `timeMin=${new Date(monday - 8 * 3_600_000).toISOString()}&timeMax=${new Date(monday + 13 * 86_400_000).toISOString()}`;
    const events = itemsOf(await send('GET', `?singleEvents=true&orderBy=startTime&maxResults=2500&${week}`));
    const answers = events.flatMap((event) => ((event['attendees'] ?? []) as readonly EventPerson[]).filter(({ self }) => self === true).map(({ responseStatus }) => responseStatus));
    expect([...new Set(answers)].sort()).toEqual(['accepted', 'declined', 'needsAction', 'tentative']);
    const berths = events.find((event) => event['summary'] === 'Berth planning');
    expect(berths).toMatchObject({ hangoutLink: expect.any(String) as string, attachments: [{}, {}], attendees: [{}, {}, {}, {}, {}, {}] });
    expect(events.map((event) => event['summary'])).toEqual(expect.arrayContaining(['Port conference', 'Guests from Lisbon', 'Out of office', 'Shared checklist']));
  });
});
