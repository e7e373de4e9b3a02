import { describe, expect, it } from 'vitest';
import type { EventRowDto } from '../../../preload/contract/calendar.ts';
import { findConflicts } from './conflicts.ts';
import { rowSample } from './testing/samples.ts';

const at = (from: string, to: string, over: Partial<EventRowDto> = {}) => rowSample({ start: `2026-11-24T${from}:00Z`, end: `2026-11-24T${to}:00Z`, ...over });
const titles = (rows: readonly EventRowDto[], zone = 'Europe/Berlin') => findConflicts(rows, zone).pairs.map(({ first, second }) => [first.title, second.title]);

describe('conflicts', () => {
  it('are pairs that overlap, not those that touch', () => {
    const rows = [at('10:00', '11:00', { title: 'b' }), at('09:00', '10:30', { title: 'a' }), at('11:00', '12:00', { title: 'c' })];
    expect(titles(rows)).toEqual([['a', 'b']]);
    expect(findConflicts(rows, 'UTC').pairs[0]).toMatchObject({ from: Date.UTC(2026, 10, 24, 10), to: Date.UTC(2026, 10, 24, 10, 30) });
  });

  it('find every pair under a long event', () => {
    expect(titles([at('09:00', '17:00', { title: 'long' }), at('10:00', '11:00', { title: 'a' }), at('12:00', '13:00', { title: 'b' })])).toEqual([
      ['long', 'a'],
      ['long', 'b'],
    ]);
  });

  it.each([
    ['free time', { busy: false }],
    ['a declined invitation', { response: 'declined' }],
    ['a cancelled event', { status: 'cancelled' }],
    ['a moment', { end: '2026-11-24T10:00:00Z' }],
    ['a broken end', { end: 'x' }],
  ] as const)('do not count %s', (_what, over) => {
    expect(titles([at('09:00', '12:00'), at('10:00', '11:00', over)])).toEqual([]);
  });

  it('take copies of one meeting on two calendars as one', () => {
    const copy = { eventId: 'same', title: 'meeting' };
    expect(titles([at('09:00', '10:00', copy), at('09:00', '10:00', { ...copy, calendarId: 'other' })])).toEqual([]);
  });

  it('hold all-day events against timed ones, by the day of the zone', () => {
    const away = rowSample({ title: 'away', allDay: true, start: '2026-11-25', end: '2026-11-26' });
    // 23:30 UTC on the 24th is the 25th in Berlin and still the 24th in New York.
    const late = at('23:30', '23:45', { title: 'late' });
    expect(titles([away, late])).toEqual([['away', 'late']]);
    expect(titles([away, late], 'America/New_York')).toEqual([]);
    expect(titles([away, { ...away, eventId: 'other' }])).toEqual([]);
  });

  it('stop counting where nobody reads on', () => {
    const many = Array.from({ length: 30 }, () => at('09:00', '10:00'));
    const found = findConflicts(many, 'UTC');
    expect(found.pairs).toHaveLength(200);
    expect(found.more).toBe(true);
    expect(found.keys.size).toBe(30);
  });

  it('of thousands of events at one time are told at once, each event as one that has some', () => {
    const rows = Array.from({ length: 5000 }, (_, n) => at('09:00', '10:00', { eventId: `e${n}` }));
    const began = performance.now();
    const { pairs, more, keys } = findConflicts(rows, 'UTC');
    expect(performance.now() - began).toBeLessThan(1500);
    expect([pairs.length, more, keys.size]).toEqual([200, true, 5000]);
  });
});
