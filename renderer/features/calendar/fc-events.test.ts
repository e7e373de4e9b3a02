import { describe, expect, it } from 'vitest';
import { editedSpan, sameRows, toEvents } from './fc-events.ts';
import { rowSample } from './testing/samples.ts';

const one = (row = rowSample(), conflicts: ReadonlySet<string> = new Set()) =>
  toEvents([row], new Map([['ada@harbor.example', 'petrol' as const]]), new Map([['ada@harbor.example', 'Ada']]), conflicts, ({ hue, look }) => `${hue} ${look}`)[0];

describe('rows for FullCalendar', () => {
  it('hands all-day dates and timed moments on as they are', () => {
    expect(one(rowSample({ allDay: true, start: '2026-03-29', end: '2026-03-30' }))).toMatchObject({ allDay: true, start: '2026-03-29', end: '2026-03-30' });
    expect(one()).toMatchObject({ allDay: false, start: '2026-11-24T09:00:00Z', end: '2026-11-24T10:00:00Z' });
  });

  it('gives each its name, colour, look and whether it moves', () => {
    expect(one(rowSample({ title: null, editable: false, status: 'tentative' }))).toMatchObject({ title: '(No title)', editable: false, className: 'petrol tentative' });
    expect(one(rowSample({ colorId: '10' }))).toMatchObject({ className: 'moss plain' });
    expect(one(rowSample({ colorId: '99', calendarId: 'unknown' }))).toMatchObject({ className: 'slate plain' });
  });

  it('names one event on two calendars twice', () => {
    expect(one(rowSample({ eventId: 'x' }))?.id).not.toBe(one(rowSample({ eventId: 'x', calendarId: 'other' }))?.id);
  });
});

describe('what was drawn, as it is edited', () => {
  it('is a wall-clock time in the zone of the view, whatever the offset', () => {
    expect(editedSpan({ allDay: false, startStr: '2026-03-29T01:30:00+01:00', endStr: '2026-03-29T03:30:00+02:00' }, 'Europe/Berlin')).toEqual({
      start: { dateTime: '2026-03-29T01:30', zone: 'Europe/Berlin' },
      end: { dateTime: '2026-03-29T03:30', zone: 'Europe/Berlin' },
    });
    expect(editedSpan({ allDay: false, startStr: '2026-11-24T14:45:00+05:45', endStr: '2026-11-24T15:45:00+05:45' }, 'Asia/Kathmandu').start).toEqual({
      dateTime: '2026-11-24T14:45',
      zone: 'Asia/Kathmandu',
    });
  });

  it('is dates for all-day spans, the end exclusive', () => {
    expect(editedSpan({ allDay: true, startStr: '2026-11-24', endStr: '2026-11-26' }, 'Pacific/Kiritimati')).toEqual({
      start: { date: '2026-11-24' },
      end: { date: '2026-11-26' },
    });
  });
});

describe('sameRows', () => {
  it('looks at what rows hold, not at who they are', () => {
    const row = rowSample();
    expect(sameRows([row], [{ ...row }])).toBe(true);
    expect(sameRows([row], [{ ...row, location: 'Room 4' }])).toBe(false);
    expect(sameRows([row], [row, row])).toBe(false);
  });
});
