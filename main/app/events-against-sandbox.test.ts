import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventDesk } from '../domain/calendar/detail-desk.ts';
import type { EventFields } from '../domain/calendar/detail-fields.ts';
import type { EventDetail } from '../domain/calendar/detail.ts';
import { berlin, MemoryHeld } from '../domain/calendar/testing/memory-held.ts';
import type { EventWrite, WriteResult } from '../domain/calendar/write-types.ts';
import { EventClient } from '../domain/google/event-client.ts';
import { RunningCalls } from '../domain/google/running-calls.ts';
import { Transport } from '../domain/google/transport.ts';
import { standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { ok, type Outcome } from '../domain/shared/fault.ts';
import type { ActivityEntry, Clock } from '../domain/shared/ports.ts';
import { ada, authorize, full, maya, prefix } from '../sandbox/testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';

/** Waits a tenth of what is asked; the time is the sandbox's. */
const hasty: Clock = {
  now: () => sandbox.clock.now,
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms / 10);
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

const rota = { ...berlin, id: 'c_rota.harbor@group.calendar.example', title: 'Duty rota', primary: false };
const own = { ...berlin, id: ada, title: ada, accountEmail: ada };

async function deskFor(scopes: readonly string[], granted = scopes) {
  const { access } = await authorize(sandbox.origin, { scopes, account: ada });
  const endpoints = (): GoogleEndpoints => {
    const stand = standInEndpoints(sandbox.origin);
    if (stand === null) throw new Error('the sandbox is not on a loopback address');
    return stand;
  };
  const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
  const transport = new Transport({
    fetch: (url, init) => fetch(url, init),
    clock: hasty,
    random,
    endpoints,
    tokens: { accessToken: async () => ok(access) },
    activity: { record: (entry) => activity.push(entry) },
    accountOf: () => ada,
  });
  const held = new MemoryHeld(own, rota);
  const calls = new RunningCalls();
  const client = new EventClient({ transport, endpoints, clock: hasty, granted: () => granted.map(full) });
  const desk = new EventDesk({ client, held, clock: hasty, random, running: calls });
  const write = async (what: EventWrite): Promise<WriteResult> => valueOf(await desk.write('a', what, 'call'));
  const look = async (eventId: string, calendarId = ada): Promise<EventDetail> =>
    valueOf(await desk.event({ authorizationId: 'a', calendarId, eventId }, { fresh: true }));
  return { desk, held, calls, write, look };
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

const target = (detail: EventDetail, eventId = detail.eventId) =>
  ({ calendarId: detail.calendarId, eventId, scope: 'this', sendUpdates: 'none', etag: detail.etag }) as const;

/** An event somebody entered elsewhere. */
async function added(fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const times = { start: { dateTime: '2026-03-17T10:00:00+01:00', timeZone: 'Europe/Berlin' }, end: { dateTime: '2026-03-17T11:00:00+01:00', timeZone: 'Europe/Berlin' } };
  const { id } = await sandbox.act({ type: 'add-event', calendarId: 'primary', account: ada, fields: { summary: 'Rehearsal', ...times, ...fields } });
  return id as string;
}
const changed = async (eventId: string, fields: Readonly<Record<string, unknown>>): Promise<void> => {
  await sandbox.act({ type: 'change-event', calendarId: 'primary', account: ada, eventId, fields });
};

const fields: EventFields = {
  summary: 'Concert',
  location: 'Church',
  description: 'Bring <b>scores</b>',
  start: { dateTime: '2026-03-17T19:00', zone: 'Asia/Kathmandu' },
  end: { dateTime: '2026-03-17T21:00', zone: 'Asia/Kathmandu' },
  recurrence: [],
  guests: [{ email: maya, optional: true }],
  transparency: 'opaque',
  visibility: 'private',
  colorId: '4',
  reminders: [{ method: 'popup', minutes: 10 }],
  addConference: true,
};

describe('events against the sandbox', () => {
  it('are made, with a conference, read again as they were entered, and taken back', async () => {
    const { write, look } = await deskFor(['calendar.events']);
    const made = await write({ kind: 'insert', calendarId: ada, fields, sendUpdates: 'all' });
    expect(made).toMatchObject({ outcome: 'done', ignored: [], event: { title: 'Concert', start: '2026-03-17T13:15:00.000Z', guests: 1 } });
    if (made.outcome !== 'done' || made.event === null) throw new Error('not made');
    const detail = await look(made.event.eventId);
    expect(detail.fields).toEqual({ ...fields, addConference: false });
    expect(detail.conference).toMatchObject({ pending: false, entries: expect.arrayContaining([expect.objectContaining({ kind: 'video' })]) as unknown });
    expect(await write({ kind: 'undo', undoId: made.undoId ?? '' })).toMatchObject({ outcome: 'done', event: null });
    await expect(look(made.event.eventId)).rejects.toThrow('not there any more');
  });

  it('are changed on the version that was seen, merged where nothing clashes, and handed back where something does', async () => {
    const { write, look } = await deskFor(['calendar.events']);
    const eventId = await added({ attendees: [{ email: maya, responseStatus: 'accepted', comment: 'Gladly' }] });
    const seen = await look(eventId);
    await changed(eventId, { location: 'Church' });
    const guests = [...(seen.fields?.guests ?? []), { email: 'new@harbor.example', optional: false }];
    expect(await write({ kind: 'patch', ...target(seen), changes: { summary: 'Concert', guests } })).toMatchObject({
      outcome: 'done',
      event: { title: 'Concert', location: 'Church', guests: 2 },
      ignored: [],
    });
    const now = await look(eventId);
    expect(now.attendees).toMatchObject([{ email: maya, response: 'accepted', comment: 'Gladly' }, { email: 'new@harbor.example', response: 'needsAction' }]);
    await changed(eventId, { summary: 'Gala', start: { dateTime: '2026-03-17T12:00:00+01:00', timeZone: 'Europe/Berlin' }, end: { dateTime: '2026-03-17T13:00:00+01:00', timeZone: 'Europe/Berlin' } });
    const conflict = await write({ kind: 'patch', ...target(now), changes: { summary: 'Ball', location: '' } });
    expect(conflict).toMatchObject({ outcome: 'conflict', fields: [{ field: 'summary', before: 'Concert', mine: 'Ball', theirs: 'Gala' }] });
    if (conflict.outcome !== 'conflict') return;
    expect(await write({ kind: 'patch', ...target(conflict.theirs), changes: { summary: 'Ball' } })).toMatchObject({ outcome: 'done', event: { title: 'Ball' } });
  });

  it('switch between timed and all-day and back, and undo it', async () => {
    const { write, look } = await deskFor(['calendar.events']);
    const seen = await look(await added());
    const moved = await write({ kind: 'move', ...target(seen), start: { date: '2026-03-20' }, end: { date: '2026-03-21' } });
    expect(moved).toMatchObject({ outcome: 'done', event: { allDay: true, start: '2026-03-20', end: '2026-03-21' } });
    if (moved.outcome !== 'done') return;
    expect(await write({ kind: 'undo', undoId: moved.undoId ?? '' })).toMatchObject({ outcome: 'done', event: { allDay: false, start: '2026-03-17T09:00:00.000Z' } });
  });

  it('of a series: one is moved alone, the series by as much, the rule follows', async () => {
    const { desk, write, look } = await deskFor(['calendar.events']);
    const { events } = valueOf(await desk.search({ authorizationId: 'a', calendarIds: [ada], query: 'Week planning', where: 'google' }, 's'));
    const row = events.find((event) => event.start === '2026-03-23T09:00:00.000Z');
    if (row === undefined) throw new Error('the seed has no week planning');
    const seen = await look(row.eventId);
    expect(seen).toMatchObject({ recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO'], series: { eventId: row.seriesId, fields: { start: { dateTime: '2024-01-01T10:00' } } } });
    const move = {
      kind: 'move',
      ...target(seen),
      start: { dateTime: '2026-03-25T11:00', zone: 'Europe/Berlin' },
      end: { dateTime: '2026-03-25T12:00', zone: 'Europe/Berlin' },
    } as const;
    const whole = await write({ ...move, scope: 'series', etag: seen.series?.etag ?? null });
    expect(whole).toMatchObject({ outcome: 'done', ignored: [] });
    expect(await look(row.seriesId ?? '')).toMatchObject({ fields: { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=WE'], start: { dateTime: '2024-01-03T11:00' }, end: { dateTime: '2024-01-03T12:00' } } });
    if (whole.outcome !== 'done') return;
    await write({ kind: 'undo', undoId: whole.undoId ?? '' });
    const again = await look(row.eventId);
    expect(again).toMatchObject({ recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=MO'], start: '2026-03-23T09:00:00.000Z' });
    expect(await write({ ...move, ...target(again) })).toMatchObject({ outcome: 'done', event: { start: '2026-03-25T10:00:00.000Z', seriesId: row.seriesId } });
  });

  it('are answered without touching the other guests, and not changed by a guest', async () => {
    const { write, look } = await deskFor(['calendar.events']);
    const attendees = [{ email: maya, organizer: true, responseStatus: 'accepted', displayName: 'Maya' }, { email: ada, self: true, responseStatus: 'needsAction' }];
    const seen = await look(await added({ organizer: { email: maya }, attendees }));
    expect(seen.rights).toEqual({ edit: false, delete: true, respond: true });
    const answered = await write({ kind: 'respond', ...target(seen), sendUpdates: 'all', response: 'declined', comment: 'Ill' });
    expect(answered).toMatchObject({ outcome: 'done', event: { response: 'declined' }, ignored: [] });
    const after = await look(seen.eventId);
    expect(after.attendees).toMatchObject([{ name: 'Maya', response: 'accepted' }, { self: true, comment: 'Ill' }]);
    expect(await write({ kind: 'patch', ...target(after), changes: { summary: 'Mine' } })).toMatchObject({ outcome: 'refused', explanation: { code: 'not-organizer' } });
    if (answered.outcome !== 'done') return;
    expect(await write({ kind: 'undo', undoId: answered.undoId ?? '' })).toMatchObject({ outcome: 'done', event: { response: 'needsAction' } });
  });

  it('are deleted, brought back, and gone when somebody else deleted them', async () => {
    const { write, look, held } = await deskFor(['calendar.events']);
    const seen = await look(await added({ description: 'Kept' }));
    const deleted = await write({ kind: 'delete', ...target(seen) });
    expect(deleted).toMatchObject({ outcome: 'done', event: null });
    expect(held.events.size).toBe(0);
    if (deleted.outcome !== 'done') return;
    expect(await write({ kind: 'undo', undoId: deleted.undoId ?? '' })).toMatchObject({ outcome: 'done', event: { eventId: seen.eventId }, ignored: [] });
    const again = await look(seen.eventId);
    expect(again.description).toBe('Kept');
    await sandbox.act({ type: 'remove-event', calendarId: 'primary', account: ada, eventId: seen.eventId });
    expect(await write({ kind: 'patch', ...target(again), changes: { summary: 'x' } })).toMatchObject({ outcome: 'gone' });
    expect(await write({ kind: 'delete', ...target(again) })).toMatchObject({ outcome: 'done', undoId: null });
  });

  it('are refused with the scope that is missing, before and after it is sent', async () => {
    const remedies = [{ kind: 'grant-scope', scopes: [`${prefix}calendar.events`] }];
    const before = await deskFor(['calendar.readonly']);
    const eventId = await added();
    const seen = await before.look(eventId);
    expect(await before.write({ kind: 'delete', ...target(seen) })).toMatchObject({ outcome: 'refused', explanation: { code: 'scope-missing', remedies } });
    expect(activity.map(({ what }) => what)).not.toContain('call calendar.events.delete');
    const unaware = await deskFor(['calendar.readonly'], ['calendar.events']);
    expect(await unaware.write({ kind: 'quick-add', calendarId: ada, text: 'Lunch', sendUpdates: 'none' })).toMatchObject({ outcome: 'refused', explanation: { code: 'scope-missing', remedies } });
  });

  it('tell a usage limit from a passing one, and send a refused write once', async () => {
    const { write, look } = await deskFor(['calendar.events']);
    const seen = await look(await added());
    for (const [kind, code] of [['quotaExceeded', 'usage-limit'], ['429', 'rate-limited'], ['503', 'google-unavailable']] as const) {
      await sandbox.faults({ api: { kind } });
      const sent = activity.length;
      expect(await write({ kind: 'patch', ...target(seen), changes: { summary: 'x' } })).toMatchObject({ outcome: 'refused', explanation: { code } });
      expect(activity.length - sent).toBe(1);
    }
  });

  it('can be cancelled while Google is slow', async () => {
    const { desk, look, calls, held } = await deskFor(['calendar.events']);
    const seen = await look(await added());
    await sandbox.faults({ api: { kind: 'slow', slowMs: 20_000 } });
    const running = desk.write('a', { kind: 'delete', ...target(seen) }, 'one');
    expect(await desk.write('a', { kind: 'delete', ...target(seen) }, 'one')).toMatchObject({ ok: false, error: { code: 'call-in-progress' } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    calls.cancel('one');
    expect(valueOf(await running)).toEqual({ outcome: 'cancelled' });
    expect(held.readAgain).toEqual([ada]);
  });

  it('survive bad data, and leave no words of theirs in Activity', async () => {
    const { desk, write } = await deskFor(['calendar']);
    await sandbox.faults({ oddData: true });
    const found = valueOf(await desk.search({ authorizationId: 'a', calendarIds: [ada, rota.id, 'nowhere@harbor.example'], query: 'secret wedding', where: 'google' }, 's'));
    expect(found.problem).toMatchObject({ code: 'not-found' });
    await write({ kind: 'quick-add', calendarId: ada, text: 'Secret wedding at 3pm', sendUpdates: 'none' });
    const log = JSON.stringify(activity);
    expect(log).toContain('calendar.events.quickAdd');
    expect(log).not.toMatch(/wedding/i);
    expect(log).toMatch(/[?&]text=…/);
    const { events } = valueOf(await desk.search({ authorizationId: 'a', calendarIds: [ada], query: 'e', where: 'google' }, 's'));
    for (const { eventId } of events) await desk.event({ authorizationId: 'a', calendarId: ada, eventId }, { fresh: false });
    expect(events.length).toBeGreaterThan(0);
  });

  it('tell when people are busy', async () => {
    const { desk } = await deskFor(['calendar.readonly']);
    const ids = [ada, maya, 'nobody@elsewhere.example'];
    const range = { from: Date.UTC(2026, 2, 16), to: Date.UTC(2026, 2, 21) };
    const { people, problem } = valueOf(await desk.freeBusy({ authorizationId: 'a', ids, ...range }, 'f'));
    expect(problem).toBeNull();
    expect(people.map(({ id }) => id)).toEqual(ids);
    expect(people[0]?.busy.length).toBeGreaterThan(3);
    expect(people[2]).toMatchObject({ busy: [], problem: expect.stringContaining('not shared') as string });
    const missing = await deskFor(['calendar.events']);
    expect(valueOf(await missing.desk.freeBusy({ authorizationId: 'a', ids, ...range }, 'f'))).toMatchObject({ people: [], problem: { code: 'scope-missing' } });
  });
});
