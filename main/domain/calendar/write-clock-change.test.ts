import { describe, expect, it } from 'vitest';
import type { EditedTime } from './detail-time.ts';
import { calendarId, undoIdOf, writeWorld } from './testing/write-world.ts';
import type { EventWrite, SeriesScope } from './write-types.ts';

/** The clocks of Berlin go back on 25 October 2026: 02:30 comes twice, at +02:00 and at +01:00. */
const at = (time: string, zone = 'Europe/Berlin'): EditedTime => ({ dateTime: `2026-10-25T${time}`, zone });
const exact = (dateTime: string, timeZone = 'Europe/Berlin') => ({ dateTime: `2026-10-25T${dateTime}`, timeZone });
const second = { start: exact('02:30:00+01:00'), end: exact('03:30:00+01:00') };

const move = (eventId: string, etag: unknown, start: EditedTime, end: EditedTime, scope: SeriesScope = 'this'): EventWrite => ({
  kind: 'move',
  calendarId,
  eventId,
  scope,
  sendUpdates: 'none',
  etag: etag as string,
  start,
  end,
});

describe('in the night the clocks go back', () => {
  it('an event that is made longer still starts when it did', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', second);
    expect(await write(move('e1', etag, at('02:30'), at('04:00')))).toMatchObject({ outcome: 'done', event: { start: '2026-10-25T01:30:00.000Z', end: '2026-10-25T03:00:00.000Z' } });
    expect(google.last.body).toMatchObject({ start: exact('02:30:00+01:00'), end: exact('04:00:00') });
  });

  it('so it does when it is seen on the clock of another zone', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', { start: exact('01:30:00Z', 'UTC'), end: exact('02:30:00Z', 'UTC') });
    await write(move('e1', etag, at('02:30'), at('04:00')));
    expect(google.last.body).toMatchObject({ start: exact('01:30:00', 'UTC'), end: exact('03:00:00', 'UTC') });
  });

  it('an end in the second hour stays there when the start moves', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', { start: exact('02:45:00+02:00'), end: exact('02:15:00+01:00') });
    expect(await write(move('e1', etag, at('02:30'), at('02:15')))).toMatchObject({ outcome: 'done', event: { start: '2026-10-25T00:30:00.000Z', end: '2026-10-25T01:15:00.000Z' } });
    const now = google.events.get('e1')?.['etag'] as string;
    const patch = { kind: 'patch', calendarId, eventId: 'e1', scope: 'this', sendUpdates: 'none', etag: now } as const;
    await write({ ...patch, changes: { start: at('01:00'), end: at('02:15') } });
    expect(google.last.body).toMatchObject({ end: exact('02:15:00+01:00') });
  });

  it('a start that is moved away comes back to the same one with an undo', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', second);
    const undoId = undoIdOf(await write(move('e1', etag, at('05:00'), at('06:00'))));
    await write({ kind: 'undo', undoId });
    expect(google.events.get('e1')).toMatchObject({ start: second.start, end: exact('03:30:00') });
  });

  it('a time that is another one is read as any other', async () => {
    const { google, shown, write } = writeWorld();
    const { etag } = shown('e1', second);
    await write(move('e1', etag, at('02:45'), at('03:30')));
    expect(google.last.body).toMatchObject({ start: exact('02:45:00'), end: exact('03:30:00') });
  });

  it('a series moves by what its instance was really moved', async () => {
    const { google, shown, write } = writeWorld();
    // Kept at UTC; its instance of that night was put onto the clock of Berlin.
    const master = shown('m', { recurrence: ['RRULE:FREQ=DAILY'], start: { dateTime: '2026-10-20T01:30:00Z', timeZone: 'UTC' }, end: { dateTime: '2026-10-20T02:00:00Z', timeZone: 'UTC' } });
    shown('m_20261025T013000Z', { recurringEventId: 'm', ...second });
    await write(move('m_20261025T013000Z', master['etag'], at('04:30'), at('05:30'), 'series'));
    expect(google.last).toMatchObject({
      path: { eventId: 'm' },
      body: { start: { dateTime: '2026-10-20T03:30:00', timeZone: 'UTC' }, end: { dateTime: '2026-10-20T04:00:00', timeZone: 'UTC' } },
    });
  });

  it('a series that only becomes longer starts when it did', async () => {
    const { google, shown, write } = writeWorld();
    const master = shown('m', { recurrence: ['RRULE:FREQ=DAILY'], ...second });
    shown('m_20261025T013000Z', { recurringEventId: 'm', ...second });
    await write(move('m_20261025T013000Z', master['etag'], at('02:30'), at('04:30'), 'series'));
    expect(google.last.body).toMatchObject({ start: exact('02:30:00+01:00'), end: exact('04:30:00') });
  });
});
