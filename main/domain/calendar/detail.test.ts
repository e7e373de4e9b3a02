import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../shared/guards.ts';
import { detailOf, etagOf, type EventDetail } from './detail.ts';
import type { CalendarRole } from './event-row.ts';
import { anHour } from './testing/fake-google.ts';
import { berlin } from './testing/memory-held.ts';

function detail(fields: JsonObject = {}, role: CalendarRole = 'owner', master: JsonObject | null = null): EventDetail {
  const made = detailOf({ id: 'e1', ...anHour, ...fields }, { ...berlin, role }, master);
  if (made === null) throw new Error('it cannot be placed in time');
  return made;
}

describe('the detail of an event', () => {
  it('reads what Google sends', () => {
    const shown = detail({
      etag: '"7"',
      summary: 'Rehearsal',
      htmlLink: 'https://calendar.google.com/event?eid=x',
      organizer: { email: 'ben@harbor.example', displayName: 'Ben' },
      attendees: [{ email: 'ada@harbor.example', self: true, responseStatus: 'accepted', comment: 'Gladly' }, { email: 'hall@resource.example', resource: true }],
      conferenceData: {
        conferenceSolution: { name: 'Google Meet' },
        entryPoints: [
          { entryPointType: 'video', uri: 'https://meet.google.com/abc', label: 'meet.google.com/abc' },
          { entryPointType: 'phone', uri: 'tel:+49-30-1', pin: '123' },
          { entryPointType: 'more' },
        ],
      },
      attachments: [{ title: 'Notes', fileUrl: 'https://docs.google.com/d/1' }, { title: 'No address' }],
      reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 10 }, { method: 'pigeon', minutes: 5 }] },
      originalStartTime: { dateTime: '2026-11-24T10:00:00+01:00' },
      visibility: 'private',
      updated: '2026-11-20T10:00:00.000Z',
    });
    expect(shown).toMatchObject({
      etag: '"7"',
      hasPage: true,
      startZone: null,
      originalStart: '2026-11-24T09:00:00.000Z',
      organizer: { name: 'Ben', organizer: true },
      attendees: [{ self: true, response: 'accepted', comment: 'Gladly' }, { resource: true, response: null }],
      conference: {
        name: 'Google Meet',
        pending: false,
        entries: [
          { kind: 'video', label: 'meet.google.com/abc', url: 'https://meet.google.com/abc', pin: null },
          { kind: 'phone', label: '+49-30-1', url: 'tel:+49-30-1', pin: '123' },
        ],
      },
      attachments: [
        { title: 'Notes', url: 'https://docs.google.com/d/1' },
        { title: 'No address', url: null },
      ],
      reminders: [
        { method: 'popup', minutes: 10 },
        { method: 'pigeon', minutes: 5 },
      ],
      visibility: 'private',
      updated: '2026-11-20T10:00:00.000Z',
    });
  });

  it('gives a form the wall clock of the event’s own zone, else the calendar’s', () => {
    expect(detail({ start: { dateTime: '2026-11-25T10:00:00Z', timeZone: 'Asia/Kathmandu' } })).toMatchObject({
      startZone: 'Asia/Kathmandu',
      fields: { start: { dateTime: '2026-11-25T15:45', zone: 'Asia/Kathmandu' } },
    });
    expect(detail({ start: { dateTime: '2026-11-25T10:00:00Z', timeZone: 'Mars/Base' } })).toMatchObject({
      startZone: null,
      fields: { start: { dateTime: '2026-11-25T11:00', zone: 'Europe/Berlin' } },
    });
    expect(detail({ start: { date: '2026-11-25' }, end: { date: '2026-11-27' } })).toMatchObject({
      fields: { start: { date: '2026-11-25' }, end: { date: '2026-11-27' } },
    });
  });

  it('shows a form the guests it may take out', () => {
    const attendees = [
      { email: 'ada@harbor.example', self: true },
      { email: 'ben@harbor.example', optional: true },
      { email: 'BEN@harbor.example' },
      { email: 'hall@resource.example', resource: true },
      { displayName: 'No address' },
    ];
    expect(detail({ attendees }).fields?.guests).toEqual([
      { email: 'ben@harbor.example', optional: true },
      { email: 'hall@resource.example', optional: false },
    ]);
  });

  const foreign = { organizer: { email: 'ben@harbor.example' }, attendees: [{ email: 'ada@harbor.example', self: true }] };
  it.each([
    ['an own event', {}, 'owner', { edit: true, delete: true, respond: false }],
    ['another’s event', foreign, 'owner', { edit: false, delete: true, respond: true }],
    ['another’s event that guests may change', { ...foreign, guestsCanModify: true }, 'owner', { edit: true, delete: true, respond: true }],
    ['a calendar to read', foreign, 'reader', { edit: false, delete: false, respond: false }],
    ['a cancelled event', { ...foreign, status: 'cancelled' }, 'owner', { edit: false, delete: false, respond: false }],
    ['busy times', {}, 'freeBusyReader', { edit: false, delete: false, respond: false }],
    ['a locked event', { locked: true }, 'owner', { edit: false, delete: true, respond: false }],
    ['a birthday', { eventType: 'birthday' }, 'owner', { edit: false, delete: false, respond: false }],
    ['a kind unknown here', { eventType: 'seance' }, 'owner', { edit: false, delete: false, respond: false }],
  ] as const)('says what may be done with %s', (_, fields, role, rights) => {
    const shown = detail(fields, role);
    expect(shown.rights).toEqual(rights);
    expect(shown.fields === null).toBe(!rights.edit);
  });

  it('brings the series along', () => {
    const master = { id: 'm', etag: '"9"', ...anHour, summary: 'Series', recurrence: ['RRULE:FREQ=DAILY', 7, ''] };
    const shown = detail({ recurringEventId: 'm' }, 'owner', master);
    expect(shown.recurrence).toEqual(['RRULE:FREQ=DAILY']);
    expect(shown.series).toMatchObject({ eventId: 'm', etag: '"9"', fields: { summary: 'Series', recurrence: ['RRULE:FREQ=DAILY'] } });
    expect(detail({ recurringEventId: 'm' }).series).toBeNull();
    // Who may not edit it may still answer it, or take it out of a calendar: both on the version that was seen.
    expect(detail({ recurringEventId: 'm' }, 'reader', master)).toMatchObject({ series: null, seriesEtag: '"9"' });
    expect(detail({ recurringEventId: 'm' }).seriesEtag).toBeNull();
  });

  it('takes no etag that could not be sent back as a header', () => {
    for (const etag of ['"7\r\nX-Other: 1"', '"ü"', '"a b"', '', 7, `"${'7'.repeat(500)}"`]) expect(etagOf({ id: 'e', etag }), String(etag)).toBeNull();
    expect(etagOf({ id: 'e', etag: '"p33"' })).toBe('"p33"');
  });

  it('caps what is long, and breaks no character', () => {
    const shown = detail({ description: `${'x'.repeat(99_999)}😀`, attendees: Array.from({ length: 600 }, (_, at) => ({ email: `g${at}@harbor.example` })) });
    expect(shown).toMatchObject({ descriptionCut: true, description: 'x'.repeat(99_999) });
    expect(shown.attendees).toHaveLength(500);
    expect(detail({ description: 'x'.repeat(300_000) })).toMatchObject({ rawCut: true });
    expect(detail({ description: 'x'.repeat(300_000) }).rawJson.length).toBe(200_000);
    expect(detail({ description: 'x'.repeat(300_000) }).fields?.description.length).toBe(200_000);
  });

  it('says when the conference is not made yet, and knows the older link', () => {
    expect(detail({ conferenceData: { createRequest: { status: { statusCode: 'pending' } } } }).conference).toEqual({ name: null, entries: [], pending: true });
    expect(detail({ hangoutLink: 'https://meet.google.com/x' }).conference?.entries).toMatchObject([{ kind: 'video', url: 'https://meet.google.com/x' }]);
  });

  it('is broken by no field of any kind', () => {
    const names = ['summary', 'description', 'location', 'attendees', 'organizer', 'conferenceData', 'hangoutLink', 'attachments', 'reminders', 'visibility', 'eventType', 'etag', 'created', 'recurrence', 'originalStartTime', 'colorId', 'status', 'transparency', 'end', 'htmlLink', 'locked', 'guestsCanModify'];
    const odd = fc.oneof(fc.anything(), fc.record({ entryPoints: fc.anything(), overrides: fc.anything(), useDefault: fc.constant(false), dateTime: fc.anything(), timeZone: fc.anything() }), fc.array(fc.dictionary(fc.string(), fc.jsonValue())));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), odd), (fields) => {
        const raw = JSON.parse(JSON.stringify(fields, (_, value: unknown) => (typeof value === 'bigint' ? 1 : value))) as JsonObject;
        const shown = detail(raw);
        expect(shown.eventId).toBe('e1');
        for (const person of shown.attendees) expect(person.email === null || typeof person.email === 'string').toBe(true);
        expect(typeof shown.eventType).toBe('string');
      }),
    );
  });
});
