import { describe, expect, it } from 'vitest';
import type { EventFields } from './detail-fields.ts';
import { refusedWith } from './testing/fake-google.ts';
import { calendarId, undoIdOf, writeWorld } from './testing/write-world.ts';

const target = { calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'all' } as const;
const at = (time: string) => ({ dateTime: `2026-11-25T${time}`, zone: 'Europe/Berlin' });
const ben = { email: 'ben@harbor.example', responseStatus: 'accepted', displayName: 'Ben' };
const me = { email: 'ada@harbor.example', self: true, responseStatus: 'tentative' };

describe('taking back', () => {
  it('a change puts the old values back, on the version it made', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', { location: 'Hall', attendees: [ben], colorId: '3' });
    const changes = { summary: 'Concert', location: '', start: { date: '2026-11-25' }, end: { date: '2026-11-26' }, guests: [], colorId: null };
    const undoId = undoIdOf(await write({ kind: 'patch', ...target, etag: etag as string, changes }));
    const made = google.events.get('e1');
    expect(made).toMatchObject({ summary: 'Concert', attendees: [] });
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'done', undoId: null, ignored: [], event: { title: 'Rehearsal' } });
    expect(google.last).toMatchObject({ ifMatch: made?.['etag'], query: { sendUpdates: 'all' } });
    // Ben has his answer again.
    expect(google.events.get('e1')).toMatchObject({ summary: 'Rehearsal', location: 'Hall', colorId: '3', attendees: [ben], start: { dateTime: '2026-11-25T10:00:00', timeZone: 'Europe/Berlin' } });
  });

  it('does not write over what was changed since', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    const undoId = undoIdOf(await write({ kind: 'patch', ...target, etag: etag as string, changes: { summary: 'Concert' } }));
    const theirs = google.change('e1', { summary: 'Gala' });
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'conflict', fields: [{ field: 'summary', before: 'Concert', mine: 'Rehearsal', theirs: 'Gala' }] });
    expect(google.events.get('e1')).toBe(theirs);
  });

  it('a move of a series moves it back', async () => {
    const { google, shown, write } = writeWorld();
    const master = shown('m', { recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=WE'] });
    shown('e1', { recurringEventId: 'm' });
    const moved = await write({ kind: 'move', ...target, scope: 'series', etag: master['etag'] as string, start: { dateTime: '2026-11-26T12:00', zone: 'Europe/Berlin' }, end: { dateTime: '2026-11-26T13:00', zone: 'Europe/Berlin' } });
    await write({ kind: 'undo', undoId: undoIdOf(moved) });
    expect(google.events.get('m')).toMatchObject({ start: { dateTime: '2026-11-25T10:00:00' }, recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=WE'] });
  });

  it('a conference takes it away', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1');
    google.instead.push(() => ({ kind: 'done', json: google.change('e1', { conferenceData: { conferenceId: 'x' } }) }));
    const undoId = undoIdOf(await write({ kind: 'patch', ...target, etag: etag as string, changes: { addConference: true } }));
    await write({ kind: 'undo', undoId });
    expect(google.last).toMatchObject({ body: { conferenceData: null }, query: { conferenceDataVersion: '1' } });
  });

  it('an answer gives the earlier one', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', { attendees: [ben, me] });
    const undoId = undoIdOf(await write({ kind: 'respond', ...target, etag: etag as string, response: 'declined', comment: 'Ill' }));
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'done', event: { response: 'tentative' } });
    expect(google.events.get('e1')?.['attendees']).toMatchObject([ben, { responseStatus: 'tentative', comment: '' }]);
  });

  it('an insert deletes it, once', async () => {
    const { google, write } = writeWorld();
    const fields: EventFields = { summary: 'Concert', location: '', description: '', start: at('10:00'), end: at('11:00'), recurrence: [], guests: [], transparency: 'opaque', visibility: 'default', colorId: null, reminders: null, addConference: false };
    const undoId = undoIdOf(await write({ kind: 'insert', calendarId, fields, sendUpdates: 'all' }));
    expect(await write({ kind: 'undo', undoId })).toEqual({ outcome: 'done', event: null, undoId: null, ignored: [] });
    expect(google.last).toMatchObject({ method: 'calendar.events.delete', query: { sendUpdates: 'all' } });
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'refused', explanation: { code: 'undo-unknown' } });
  });

  it('an insert that others have changed since is told', async () => {
    const { google, write } = writeWorld();
    const undoId = undoIdOf(await write({ kind: 'quick-add', calendarId, text: 'Lunch', sendUpdates: 'none' }));
    google.change('quick', { location: 'Canteen' });
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'conflict', fields: [{ field: 'location', theirs: 'Canteen' }] });
    expect(google.events.get('quick')).not.toMatchObject({ status: 'cancelled' });
  });

  it('a delete brings the event back under its own id', async () => {
    const { google, shown, write, heldEvent } = writeWorld();
    const { etag } = shown('e1', { attendees: [ben] });
    const undoId = undoIdOf(await write({ kind: 'delete', ...target, etag: etag as string }));
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'done', event: { eventId: 'e1', status: 'confirmed' }, ignored: [] });
    expect(google.last).toMatchObject({ method: 'calendar.events.patch', body: { status: 'confirmed' }, query: { sendUpdates: 'all' } });
    expect(heldEvent('e1')).toMatchObject({ attendees: [ben] });
  });

  it('a delete makes a copy of an own event where Google refuses', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', { attendees: [ben], iCalUID: 'x', sequence: 3, hangoutLink: 'https://meet.google.com/x' });
    const undoId = undoIdOf(await write({ kind: 'delete', ...target, etag: etag as string }));
    google.instead.push(() => refusedWith(403, 'forbidden'));
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'done', event: { title: 'Rehearsal' } });
    expect(google.last.method).toBe('calendar.events.insert');
    expect(google.last.body).toMatchObject({ summary: 'Rehearsal', attendees: [ben], id: expect.stringMatching(/^[a-v0-9]{26}$/) as string });
    for (const name of ['etag', 'iCalUID', 'sequence', 'status', 'organizer', 'hangoutLink']) expect(google.last.body).not.toHaveProperty(name);
  });

  it('makes no copy of somebody else’s event, and none while Google cannot be reached', async () => {
    const { google, shown, write } = writeWorld();
    const foreign = shown('e1', { organizer: { email: 'ben@harbor.example' } });
    const undoId = undoIdOf(await write({ kind: 'delete', ...target, etag: foreign['etag'] as string }));
    google.instead.push(() => refusedWith(403, 'forbidden'));
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'refused', explanation: { code: 'forbidden' } });
    google.instead.push(() => refusedWith(null, 'offline', true));
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'refused', explanation: { code: 'offline' } });
    expect(google.methods).not.toContain('insert');
    // What was not taken back can be tried again.
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'done' });
  });

  it('is known to the account that wrote, of the last fifty, until the profile is closed', async () => {
    const { google, shown, write, writer, abort } = writeWorld();
    shown('e1');
    const ids: string[] = [];
    for (let at = 0; at <= 50; at += 1) {
      const etag = google.events.get('e1')?.['etag'] as string;
      ids.push(undoIdOf(await write({ kind: 'patch', ...target, etag, changes: { summary: `No. ${at}` } })));
    }
    const unknown = { outcome: 'refused', explanation: { code: 'undo-unknown' } };
    expect(await write({ kind: 'undo', undoId: ids[0] ?? '' })).toMatchObject(unknown);
    expect(await writer.write('b', { kind: 'undo', undoId: ids[50] ?? '' }, abort.signal)).toMatchObject(unknown);
    expect(await write({ kind: 'undo', undoId: ids[50] ?? '' })).toMatchObject({ outcome: 'done', event: { title: 'No. 49' } });
    writer.clear();
    expect(await write({ kind: 'undo', undoId: ids[49] ?? '' })).toMatchObject(unknown);
  });

  it('is gone with the account, and so is what was seen of its events', async () => {
    const { shown, seen, write, writer } = writeWorld();
    const { etag } = shown('e1');
    const undoId = undoIdOf(await write({ kind: 'patch', ...target, etag: etag as string, changes: { summary: 'Concert' } }));
    const theirs = { id: 'e1', etag: '"1"' };
    seen.note('b', calendarId, theirs);
    expect(seen.get('a', calendarId, 'e1', null)).toMatchObject({ summary: 'Concert' });
    writer.forget('a');
    expect(seen.get('a', calendarId, 'e1', null)).toBeNull();
    expect(seen.get('b', calendarId, 'e1', null)).toEqual(theirs);
    expect(await write({ kind: 'undo', undoId })).toMatchObject({ outcome: 'refused', explanation: { code: 'undo-unknown' } });
  });
});
