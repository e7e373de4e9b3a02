import { describe, expect, it } from 'vitest';
import type { EventChanges } from './detail-fields.ts';
import { refusedWith } from './testing/fake-google.ts';
import { calendarId, writeWorld } from './testing/write-world.ts';
import type { EventWrite, SeriesScope } from './write-types.ts';

const patch = (eventId: string, etag: unknown, changes: EventChanges, scope: SeriesScope = 'this'): EventWrite => ({
  kind: 'patch',
  calendarId,
  eventId,
  scope,
  sendUpdates: 'none',
  etag: etag as string | null,
  changes,
});
const at = (time: string, zone = 'Europe/Berlin') => ({ dateTime: `2026-11-25T${time}`, zone });
const ben = { email: 'ben@harbor.example', responseStatus: 'accepted', displayName: 'Ben' };

describe('changing an event', () => {
  it('sends what changed, on the version that was seen, and keeps the answer', async () => {
    const { google, shown, write, heldEvent } = writeWorld();
    const { etag } = shown('e1');
    const result = await write(patch('e1', etag, { summary: 'Concert' }));
    expect(result).toMatchObject({ outcome: 'done', event: { eventId: 'e1', title: 'Concert' }, ignored: [] });
    expect(google.calls).toHaveLength(1);
    expect(google.last).toMatchObject({ method: 'calendar.events.patch', body: { summary: 'Concert' }, ifMatch: etag, query: { sendUpdates: 'none' } });
    expect(heldEvent('e1')).toMatchObject({ summary: 'Concert' });
  });

  it('carries out on the new version what does not clash', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.change('e1', { location: 'Church' });
    expect(await write(patch('e1', etag, { summary: 'Concert' }))).toMatchObject({ outcome: 'done', event: { title: 'Concert', location: 'Church' } });
    expect(google.methods).toEqual(['patch', 'get', 'patch']);
  });

  it('hands back what clashes, with what the user saw, and writes nothing', async () => {
    const { google, shown, write, heldEvent } = writeWorld();
    const { etag } = shown('e1');
    const theirs = google.change('e1', { summary: 'Dress rehearsal' });
    const result = await write(patch('e1', etag, { summary: 'Concert', location: 'Church' }));
    expect(result).toMatchObject({
      outcome: 'conflict',
      theirs: { etag: theirs['etag'], title: 'Dress rehearsal', fields: { summary: 'Dress rehearsal' } },
      fields: [{ field: 'summary', before: 'Rehearsal', mine: 'Concert', theirs: 'Dress rehearsal' }],
    });
    expect(google.events.get('e1')).toBe(theirs);
    expect(heldEvent('e1')).toMatchObject({ summary: 'Dress rehearsal' });
    // The answer to it: the changes still wanted, on their version.
    expect(await write(patch('e1', theirs['etag'], { summary: 'Concert' }))).toMatchObject({ outcome: 'done', event: { title: 'Concert' } });
  });

  it('measures a conflict against the version the user saw, although the store moved on', async () => {
    const { google, held, seen, shown, write } = writeWorld();
    const old = shown('e1');
    seen.note('a', calendarId, old);
    held.events.set(`${calendarId}/e1`, google.change('e1', { summary: 'Dress rehearsal' }));
    expect(await write(patch('e1', old['etag'], { summary: 'Concert' }))).toMatchObject({ outcome: 'conflict', fields: [{ before: 'Rehearsal' }] });
  });

  it('writes nothing over what nobody here has seen', async () => {
    const { google, write } = writeWorld();
    google.change('e1', { summary: 'Theirs', start: { date: '2026-11-25' }, end: { date: '2026-11-26' } });
    const result = await write(patch('e1', '"long ago"', { summary: 'Mine' }));
    expect(result).toMatchObject({ outcome: 'conflict', fields: [{ field: 'summary', before: '(not known any more)', theirs: 'Theirs' }] });
    expect(google.methods).not.toContain('patch');
  });

  it('sends nothing when it is like that already', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.change('e1', { summary: 'Concert' });
    expect(await write(patch('e1', etag, { summary: 'Concert' }))).toMatchObject({ outcome: 'done', undoId: null, event: { title: 'Concert' } });
    expect(google.methods).toEqual(['patch', 'get']);
  });

  it('sends nothing when nothing is to change', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', { hangoutLink: 'https://meet.google.com/x' });
    for (const changes of [{}, { summary: undefined }, { addConference: true }, { addConference: false }]) {
      expect(await write(patch('e1', etag, changes))).toMatchObject({ outcome: 'done', undoId: null, ignored: [] });
    }
    expect(google.calls).toEqual([]);
  });

  it('gets over a 412 that has no reason, and gives up when it does not end', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.instead.push(() => refusedWith(412, 'changed-meanwhile'));
    expect(await write(patch('e1', etag, { summary: 'Concert' }))).toMatchObject({ outcome: 'done' });
    google.instead.push(...Array.from({ length: 20 }, () => ({ method }: { method: string }) => (method.endsWith('patch') ? refusedWith(412, 'changed-meanwhile') : null)));
    expect(await write(patch('e1', google.events.get('e1')?.['etag'], { summary: 'x' }))).toMatchObject({ outcome: 'refused', explanation: { code: 'changed-meanwhile' } });
  });

  it('carries an answered conflict out on whatever is there, and never blindly', async () => {
    const { google, shown, write } = writeWorld();
    shown('e1');
    const now = google.change('e1', { summary: 'Theirs', attendees: [ben] });
    expect(await write(patch('e1', null, { summary: 'Mine' }))).toMatchObject({ outcome: 'done' });
    expect(google.methods).toEqual(['get', 'patch']);
    expect(google.last.ifMatch).toBe(now['etag']);
  });

  it('names what Google answered 200 for and did not change', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.ignores = ['summary', 'start', 'end', 'attendees'];
    const changes = { summary: 'Concert', location: 'Church', start: at('12:00'), end: at('13:00'), guests: [{ email: 'ben@harbor.example', optional: false }] };
    expect(await write(patch('e1', etag, changes))).toMatchObject({ outcome: 'done', ignored: ['title', 'time', 'guests'] });
  });

  it('does not call the account itself ignored when it is invited', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.instead.push(() => null, () => ({ kind: 'done', json: google.change('e1', { attendees: [{ email: 'ada@harbor.example', self: true }] }) }));
    expect(await write(patch('e1', etag, { guests: [{ email: 'Ada@harbor.example', optional: false }] }))).toMatchObject({ outcome: 'done', ignored: [] });
  });

  it('keeps the guests who were added meanwhile, and their answers', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', { attendees: [ben] });
    google.change('e1', { attendees: [ben, { email: 'dora@harbor.example', responseStatus: 'declined' }] });
    const guests = [{ email: 'ben@harbor.example', optional: false }, { email: 'cleo@harbor.example', optional: false }];
    expect(await write(patch('e1', etag, { guests }))).toMatchObject({ outcome: 'done' });
    expect(google.last.body).toEqual({ attendees: [ben, { email: 'dora@harbor.example', responseStatus: 'declined' }, { email: 'cleo@harbor.example' }] });
  });

  it.each([
    ['guests that are not shown', { attendeesOmitted: true, attendees: [ben] }, { guests: [] }, 'guests-hidden'],
    ['how one of a series repeats', { recurringEventId: 'm' }, { recurrence: ['RRULE:FREQ=DAILY'] }, 'series-only'],
    ['an end before the start', {}, { end: at('09:00') }, 'invalid-time'],
    ['a date and a time', {}, { start: { date: '2026-11-25' } }, 'invalid-time'],
  ])('refuses %s before it is sent', async (_, fields, changes, code) => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', fields);
    expect(await write(patch('e1', etag, changes as EventChanges))).toMatchObject({ outcome: 'refused', explanation: { code } });
    expect(google.methods).not.toContain('patch');
  });

  it('takes out of the views what is gone', async () => {
    for (const status of [404, 410]) {
      const { google, shown, write, heldEvent } = writeWorld();
      const { etag } = shown('e1');
      google.instead.push(() => refusedWith(status, 'x'));
      expect(await write(patch('e1', etag, { summary: 'x' }))).toEqual({ outcome: 'gone' });
      expect(heldEvent('e1')).toBeUndefined();
    }
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.change('e1', { status: 'cancelled' });
    expect(await write(patch('e1', etag, { summary: 'x' }))).toEqual({ outcome: 'gone' });
  });

  it('leaves the place of one of a series that is gone', async () => {
    const { google, shown, write, heldEvent } = writeWorld();
    const { etag } = shown('m_20261125T090000Z', { recurringEventId: 'm' });
    google.instead.push(() => refusedWith(410, 'x'));
    await write(patch('m_20261125T090000Z', etag, { summary: 'x' }));
    expect(heldEvent('m_20261125T090000Z')).toMatchObject({ status: 'cancelled', summary: 'Rehearsal' });
  });

  it('explains a refusal, changes nothing here, and repeats nothing', async () => {
    const { google, held, shown, write, heldEvent } = writeWorld();
    const raw = shown('e1');
    google.instead.push(() => refusedWith(403, 'not-organizer'));
    expect(await write(patch('e1', raw['etag'], { summary: 'x' }))).toMatchObject({ outcome: 'refused', explanation: { code: 'not-organizer', meaning: 'So it is.' } });
    expect(google.calls).toHaveLength(1);
    expect(heldEvent('e1')).toBe(raw);
    expect(held.readAgain).toEqual([]);
  });

  it('says that nobody knows when no answer came, and looks again', async () => {
    const { google, held, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.instead.push(() => refusedWith(null, 'timeout', true));
    expect(await write(patch('e1', etag, { summary: 'x' }))).toMatchObject({ explanation: { code: 'timeout', meaning: expect.stringContaining('is not known') as string } });
    expect(google.calls).toHaveLength(1);
    expect(held.readAgain).toEqual([calendarId]);
  });

  it('can be cancelled; what became of it is read again', async () => {
    const { abort, held, shown, write } = writeWorld();
    const { etag } = shown('e1');
    abort.abort();
    expect(await write(patch('e1', etag, { summary: 'x' }))).toEqual({ outcome: 'cancelled' });
    expect(held.readAgain).toEqual([calendarId]);
  });

  it('sends two changes of one event one after the other', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    const both = await Promise.all([write(patch('e1', etag, { summary: 'One' })), write(patch('e1', etag, { location: 'Two' }))]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(google.events.get('e1')).toMatchObject({ summary: 'One', location: 'Two' });
  });

  it('takes its own last change for no conflict, but somebody else’s before it', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    await write(patch('e1', etag, { summary: 'One' }));
    expect(await write(patch('e1', etag, { summary: 'Two' }))).toMatchObject({ outcome: 'done', event: { title: 'Two' } });
    const seen = google.events.get('e1')?.['etag'];
    google.change('e1', { location: 'Church' });
    await write(patch('e1', seen, { summary: 'Three' }));
    expect(await write(patch('e1', seen, { location: 'Hall' }))).toMatchObject({ outcome: 'conflict', fields: [{ field: 'location', theirs: 'Church' }] });
  });
});

describe('a series', () => {
  const weekly = { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=WE'] };

  it('is changed as such, and its instances are read again', async () => {
    const { google, held, shown, write } = writeWorld();
    const master = shown('m', weekly);
    shown('m_20261125T090000Z', { recurringEventId: 'm' });
    expect(await write(patch('m_20261125T090000Z', master['etag'], { summary: 'Concert' }, 'series'))).toMatchObject({ outcome: 'done' });
    expect(google.last).toMatchObject({ path: { eventId: 'm' }, ifMatch: master['etag'] });
    expect(held.readAgain).toEqual([calendarId]);
    expect(held.events.has(`${calendarId}/m`)).toBe(false);
  });

  it('lends its version to its instances: what was written into one of them is no change of the others', async () => {
    const { google, held, shown, write } = writeWorld();
    const master = shown('m', weekly);
    const days = ['m_20261125T090000Z', 'm_20261126T090000Z', 'm_20261127T090000Z'] as const;
    const lend = (id: string, etag: unknown): void => {
      const instance = { ...shown(id, { recurringEventId: 'm' }), etag };
      google.events.set(id, instance);
      held.events.set(`${calendarId}/${id}`, instance);
    };
    for (const id of days) lend(id, master['etag']);
    await write(patch(days[0], master['etag'], { summary: 'Concert' }));
    expect(await write(patch(days[1], master['etag'], { location: 'Church' }))).toMatchObject({ outcome: 'done' });
    expect(google.methods).toEqual(['patch', 'patch']);
    // What was written into the series is in all of them, so their version is a new one.
    await write(patch(days[0], master['etag'], { description: 'Bring scores' }, 'series'));
    lend(days[2], google.events.get('m')?.['etag']);
    expect(await write(patch(days[2], master['etag'], { summary: 'Outing' }))).toMatchObject({ outcome: 'done' });
    expect(google.methods).toEqual(['patch', 'patch', 'patch', 'patch']);
  });

  it('is moved by as much as its instance', async () => {
    const { google, shown, write } = writeWorld();
    const master = shown('m', { ...weekly, start: { dateTime: '2026-11-04T10:00:00+01:00', timeZone: 'Europe/Berlin' }, end: { dateTime: '2026-11-04T11:00:00+01:00', timeZone: 'Europe/Berlin' } });
    shown('m_20261125T090000Z', { recurringEventId: 'm' });
    const result = await write({
      kind: 'move',
      calendarId,
      eventId: 'm_20261125T090000Z',
      scope: 'series',
      sendUpdates: 'all',
      etag: master['etag'] as string,
      start: { dateTime: '2026-11-26T12:30', zone: 'Europe/Berlin' },
      end: { dateTime: '2026-11-26T13:30', zone: 'Europe/Berlin' },
    });
    expect(result).toMatchObject({ outcome: 'done' });
    expect(google.last).toMatchObject({
      path: { eventId: 'm' },
      ifMatch: master['etag'],
      body: { start: { dateTime: '2026-11-05T12:30:00', timeZone: 'Europe/Berlin' }, recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=TH'] },
    });
  });

  it('that cannot be moved safely is refused in words', async () => {
    const { google, shown, write } = writeWorld();
    const master = shown('m', { recurrence: ['RRULE:FREQ=MONTHLY;BYDAY=4WE'] });
    shown('m_20261125T090000Z', { recurringEventId: 'm' });
    const move = { kind: 'move', calendarId, eventId: 'm_20261125T090000Z', scope: 'series', sendUpdates: 'none', etag: master['etag'] as string } as const;
    expect(await write({ ...move, start: { dateTime: '2026-11-26T10:00', zone: 'Europe/Berlin' }, end: { dateTime: '2026-11-26T11:00', zone: 'Europe/Berlin' } })).toMatchObject({
      outcome: 'refused',
      explanation: { code: 'series-not-movable' },
    });
    expect(google.calls).toEqual([]);
  });
});

describe('moving one event', () => {
  it('leaves it in its own zone, wherever it is looked at', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    const move = { kind: 'move', calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'none', etag: etag as string } as const;
    await write({ ...move, start: at('17:45', 'Asia/Kathmandu'), end: at('18:45', 'Asia/Kathmandu') });
    expect(google.last.body).toMatchObject({ start: { dateTime: '2026-11-25T13:00:00', timeZone: 'Europe/Berlin' }, end: { dateTime: '2026-11-25T14:00:00' } });
  });

  it('makes it all-day', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    await write({ kind: 'move', calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'none', etag: etag as string, start: { date: '2026-11-27' }, end: { date: '2026-11-28' } });
    expect(google.events.get('e1')).toMatchObject({ start: { date: '2026-11-27' }, end: { date: '2026-11-28' } });
    expect(google.events.get('e1')?.['start']).not.toHaveProperty('dateTime');
  });
});

describe('answering an invitation', () => {
  const me = { email: 'ada@harbor.example', self: true, responseStatus: 'needsAction', displayName: 'Ada' };
  const invitation = { organizer: { email: 'ben@harbor.example' }, attendees: [ben, me] };
  const answer = (etag: unknown, response: 'accepted' | 'declined' = 'accepted', comment: string | null = null): EventWrite => ({
    kind: 'respond',
    calendarId,
    eventId: 'e1',
    scope: 'this',
    sendUpdates: 'all',
    etag: etag as string | null,
    response,
    comment,
  });

  it('sends the own entry and nobody else’s', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', invitation);
    expect(await write(answer(etag, 'declined', 'Ill'))).toMatchObject({ outcome: 'done', event: { response: 'declined' }, ignored: [] });
    expect(google.last.body).toEqual({ attendeesOmitted: true, attendees: [{ ...me, responseStatus: 'declined', comment: 'Ill' }] });
    expect(google.events.get('e1')?.['attendees']).toMatchObject([ben, { responseStatus: 'declined' }]);
  });

  it('is sent again when something else changed', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', invitation);
    google.change('e1', { description: 'Bring scores', attendees: [{ ...ben, responseStatus: 'declined' }, me] });
    expect(await write(answer(etag))).toMatchObject({ outcome: 'done', event: { response: 'accepted' } });
  });

  it('is not sent for another time than the one that was seen', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', invitation);
    const theirs = google.change('e1', { end: { dateTime: '2026-11-25T15:00:00+01:00', timeZone: 'Europe/Berlin' } });
    expect(await write(answer(etag))).toMatchObject({ outcome: 'conflict', fields: [{ field: 'end', before: expect.stringContaining('11:00') as string, theirs: expect.stringContaining('15:00') as string }] });
    expect(google.events.get('e1')).toBe(theirs);
  });

  it('is refused where the account is no guest, and told when Google ignores it', async () => {
    const { google, shown, write } = writeWorld();
    const alone = shown('e1', { attendees: [ben] });
    expect(await write(answer(alone['etag']))).toMatchObject({ outcome: 'refused', explanation: { code: 'not-a-guest' } });
    const { etag } = shown('e1', invitation);
    google.instead.push(() => ({ kind: 'done', json: google.events.get('e1') ?? {} }));
    expect(await write(answer(etag))).toMatchObject({ outcome: 'done', ignored: ['answer'] });
  });
});

describe('deleting', () => {
  const remove = (eventId: string, etag: unknown, scope: SeriesScope = 'this'): EventWrite => ({ kind: 'delete', calendarId, eventId, scope, sendUpdates: 'externalOnly', etag: etag as string | null });

  it('deletes the version that was seen', async () => {
    const { google, shown, write, heldEvent } = writeWorld();
    const { etag } = shown('e1');
    expect(await write(remove('e1', etag))).toMatchObject({ outcome: 'done', event: null, undoId: expect.any(String) as string });
    expect(google.last).toMatchObject({ method: 'calendar.events.delete', ifMatch: etag, query: { sendUpdates: 'externalOnly' } });
    expect(heldEvent('e1')).toBeUndefined();
  });

  it('is done when it was done already', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.instead.push(() => refusedWith(410, 'already-deleted'));
    expect(await write(remove('e1', etag))).toEqual({ outcome: 'done', event: null, undoId: null, ignored: [] });
    google.events.clear();
    expect(await write(remove('e1', '"old"'))).toEqual({ outcome: 'done', event: null, undoId: null, ignored: [] });
  });

  it('shows first what was changed meanwhile', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.change('e1', { location: 'Church' });
    expect(await write(remove('e1', etag))).toMatchObject({ outcome: 'conflict', fields: [{ field: 'location', before: '(nothing)', mine: 'Deleted', theirs: 'Church' }] });
    const seen = google.change('e1', { sequence: 4 });
    expect(await write(remove('e1', seen['etag']))).toMatchObject({ outcome: 'done' });
  });

  it('goes on when what changed is nothing to look at', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', { attendees: [ben] });
    google.change('e1', { attendees: [{ ...ben, responseStatus: 'declined' }] });
    expect(await write(remove('e1', etag))).toMatchObject({ outcome: 'done' });
    expect(google.methods).toEqual(['delete', 'get', 'delete']);
  });

  it('deletes without a version what is there now, and never blindly', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    expect(await write(remove('e1', null))).toMatchObject({ outcome: 'done' });
    expect(google.last.ifMatch).toBe(etag);
    shown('e2');
    const now = google.change('e2', { location: 'Church' });
    expect(await write(remove('e2', null))).toMatchObject({ outcome: 'done' });
    expect(google.methods).toEqual(['delete', 'delete', 'get', 'delete']);
    expect(google.last.ifMatch).toBe(now['etag']);
  });

  it('deletes a whole series', async () => {
    const { google, held, shown, write } = writeWorld();
    const master = shown('m', { recurrence: ['RRULE:FREQ=DAILY'] });
    shown('m_20261125T090000Z', { recurringEventId: 'm' });
    expect(await write(remove('m_20261125T090000Z', master['etag'], 'series'))).toMatchObject({ outcome: 'done' });
    expect(google.last.path).toMatchObject({ eventId: 'm' });
    expect(held.readAgain).toEqual([calendarId]);
  });
});
