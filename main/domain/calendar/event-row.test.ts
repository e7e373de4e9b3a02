import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../shared/guards.ts';
import { rowOf, type CalendarFacts } from './event-row.ts';

const own: CalendarFacts = { id: 'ada@harbor.example', title: 'Ada', role: 'owner', timeZone: 'Europe/Berlin', primary: true, accountEmail: 'ada@harbor.example' };
const times = { start: { dateTime: '2026-11-23T10:00:00+01:00' }, end: { dateTime: '2026-11-23T11:00:00+01:00' } };

function row(raw: JsonObject, facts: Partial<CalendarFacts> = {}) {
  return rowOf({ id: 'e1', ...times, ...raw }, { ...own, ...facts });
}

describe('a row', () => {
  it('has what a view draws', () => {
    const attendees = [
      { email: 'ada@harbor.example', self: true, responseStatus: 'tentative' },
      { email: 'maya@harbor.example', responseStatus: 'accepted' },
      { email: 'room@resource.example', resource: true },
    ];
    expect(row({ summary: 'Plan', location: 'Room 4', attendees, colorId: '7', recurringEventId: 's', visibility: 'private', transparency: 'transparent' })).toEqual({
      calendarId: 'ada@harbor.example',
      eventId: 'e1',
      title: 'Plan',
      allDay: false,
      start: '2026-11-23T09:00:00.000Z',
      end: '2026-11-23T10:00:00.000Z',
      status: 'confirmed',
      response: 'tentative',
      busyOnly: false,
      busy: false,
      private: true,
      seriesId: 's',
      guests: 1,
      location: 'Room 4',
      colorId: '7',
      editable: true,
    });
  });

  it.each([
    ['the organizer is another', { organizer: { email: 'x@y.z' } }, {}, false],
    ['the organizer has the calendar’s address', { organizer: { email: 'Ada@harbor.example' } }, {}, true],
    ['the organizer lets guests change it', { organizer: { email: 'x@y.z' }, guestsCanModify: true }, {}, true],
    ['the account only reads', {}, { role: 'reader' }, false],
    ['nobody knows the role', {}, { role: 'unknown' }, false],
    ['it is cancelled', { status: 'cancelled' }, {}, false],
    ['it is locked', { locked: true }, {}, false],
    ['it is a birthday', { eventType: 'birthday' }, {}, false],
    ['it is of a kind nobody knows', { eventType: 'teleport' }, {}, false],
    ['it came out of mail', { eventType: 'fromGmail' }, {}, true],
  ] as const)('says whether it may be changed: %s', (_, raw, facts, editable) => {
    expect(row(raw, facts)?.editable).toBe(editable);
  });

  it('knows busy times that nothing else is shared of', () => {
    expect(row({ visibility: 'private' }, { role: 'reader' })).toMatchObject({ busyOnly: true, title: null });
    expect(row({}, { role: 'freeBusyReader' })).toMatchObject({ busyOnly: true });
    expect(row({ visibility: 'private', organizer: { self: true } })).toMatchObject({ busyOnly: false, title: null });
  });

  it('of an answer nobody knows says none was given yet', () => {
    expect(row({ attendees: [{ self: true, responseStatus: 'maybe-later' }] })?.response).toBe('needsAction');
    expect(row({ attendees: [{ self: true }] })?.response).toBe('needsAction');
    expect(row({ attendees: [{ email: 'x@y.z', responseStatus: 'declined' }] })?.response).toBeNull();
  });

  it('takes odd fields for missing ones and cuts long ones', () => {
    expect(row({ summary: 7, location: ['x'], status: 'odd', colorId: 'x'.repeat(20), attendees: 'many', recurringEventId: {} })).toMatchObject({
      title: null,
      location: null,
      status: 'confirmed',
      colorId: null,
      guests: 0,
      seriesId: null,
    });
    expect(row({ summary: 'x'.repeat(1_000_000) })?.title).toHaveLength(1024);
  });
});

describe('the time of a row', () => {
  const span = (start: unknown, end: unknown, timeZone: string | null = 'Europe/Berlin') => {
    const made = rowOf({ id: 'e', start, end }, { ...own, timeZone });
    return made === null ? null : [made.allDay, made.start, made.end];
  };

  it.each([
    ['a day', { date: '2026-07-10' }, { date: '2026-07-11' }, [true, '2026-07-10', '2026-07-11']],
    ['days', { date: '2026-07-10' }, { date: '2026-08-01' }, [true, '2026-07-10', '2026-08-01']],
    ['a day without end', { date: '2026-07-10' }, undefined, [true, '2026-07-10', '2026-07-11']],
    ['a day that ends before it starts', { date: '2026-07-10' }, { date: '2026-07-01' }, [true, '2026-07-10', '2026-07-11']],
    ['a day with an end of the other kind', { date: '2026-07-10' }, { dateTime: '2026-07-12T10:00:00Z' }, [true, '2026-07-10', '2026-07-11']],
    ['an end before the start', { dateTime: '2026-07-10T10:00:00Z' }, { dateTime: '2026-07-10T09:00:00Z' }, [false, '2026-07-10T10:00:00.000Z', '2026-07-10T10:00:00.000Z']],
    ['no offset, its own zone', { dateTime: '2026-07-10T10:00:00', timeZone: 'Asia/Kathmandu' }, undefined, [false, '2026-07-10T04:15:00.000Z', '2026-07-10T04:15:00.000Z']],
    ['no offset, the zone of the calendar', { dateTime: '2026-07-10T10:00:00' }, undefined, [false, '2026-07-10T08:00:00.000Z', '2026-07-10T08:00:00.000Z']],
    ['no offset, a zone nobody knows', { dateTime: '2026-07-10T10:00:00', timeZone: 'W. Europe' }, undefined, [false, '2026-07-10T08:00:00.000Z', '2026-07-10T08:00:00.000Z']],
    ['no offset in the hour the clock skips', { dateTime: '2026-03-29T02:30:00' }, undefined, [false, '2026-03-29T01:30:00.000Z', '2026-03-29T01:30:00.000Z']],
    ['small letters', { dateTime: '2026-07-10t10:00:00.123z' }, undefined, [false, '2026-07-10T10:00:00.123Z', '2026-07-10T10:00:00.123Z']],
  ])('is read: %s', (_, start, end, expected) => {
    expect(span(start, end)).toEqual(expected);
  });

  it.each([[undefined], [null], ['2026-07-10'], [{}], [{ date: '2026-02-30' }], [{ date: '10.7.2026' }], [{ date: 20260710 }], [{ dateTime: 'soon' }],
    [{ dateTime: '2026-13-10T10:00:00Z' }], [{ dateTime: '2026-07-10T25:00:00' }], [{ date: '0000-01-01' }], [{ dateTime: '+275760-09-13T00:00:00Z' }]])(
    'is none: %j',
    (start) => {
      expect(span(start, { date: '2026-07-11' }, 'Not/AZone')).toBeNull();
    },
  );

  it('whatever comes, a row is whole or there is none', () => {
    const odd = fc.oneof(fc.jsonValue(), fc.record({ date: fc.oneof(fc.string(), fc.constant('2026-11-23')), dateTime: fc.jsonValue(), timeZone: fc.jsonValue() }, { requiredKeys: [] }));
    const raw = fc.dictionary(fc.constantFrom('id', 'start', 'end', 'summary', 'status', 'attendees', 'organizer', 'visibility', 'eventType', 'location'), odd);
    fc.assert(
      fc.property(raw, (event) => {
        const made = rowOf(event, own);
        if (made === null) return;
        expect(Date.parse(made.end)).toBeGreaterThanOrEqual(Date.parse(made.start));
        expect(made.eventId).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
