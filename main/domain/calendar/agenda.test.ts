import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../shared/guards.ts';
import { countDays, MOST_DAYS, rowsOfDays, type AgendaFilter } from './agenda.ts';
import { dayOf, DAY_MS } from './event-span.ts';
import { entryOf, type IndexEntry } from './index-entry.ts';
import { knownZone, ZoneDays } from './zones.ts';

const all = (zone: string): AgendaFilter => ({ zone, showDeclined: true, showCancelled: true });

function timed(start: string, end: string, more: JsonObject = {}): IndexEntry {
  return entryOf({ id: 'e', start: { dateTime: start }, end: { dateTime: end }, ...more }, null);
}

function dates(start: string, end: string): IndexEntry {
  return entryOf({ id: 'e', start: { date: start }, end: { date: end } }, null);
}

function daysOf(entry: IndexEntry, zone: string): readonly string[] {
  return countDays([[entry]], all(zone)).map(([date]) => date);
}

describe('the days of an event', () => {
  it.each([
    ['New York, the night the clock goes back', 'America/New_York', timed('2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'), ['2026-11-01']],
    ['New York, up to midnight exactly', 'America/New_York', timed('2026-11-02T03:00:00Z', '2026-11-02T05:00:00Z'), ['2026-11-01']],
    ['New York, a minute past midnight', 'America/New_York', timed('2026-11-02T03:00:00Z', '2026-11-02T05:01:00Z'), ['2026-11-01', '2026-11-02']],
    ['Berlin, the night the clock goes forward', 'Europe/Berlin', timed('2026-03-28T22:30:00Z', '2026-03-29T01:30:00Z'), ['2026-03-28', '2026-03-29']],
    ['Kathmandu, a quarter to midnight in UTC', 'Asia/Kathmandu', timed('2026-11-23T18:15:00Z', '2026-11-23T19:00:00Z'), ['2026-11-24']],
    ['Kiritimati, fourteen hours ahead', 'Pacific/Kiritimati', timed('2026-11-23T10:00:00Z', '2026-11-23T10:30:00Z'), ['2026-11-24']],
    // From the 29th to the 31st by the calendar on the wall: the day between was left out there, and the event does not leave a gap.
    ['Apia, which left out 30 December 2011', 'Pacific/Apia', timed('2011-12-30T09:00:00Z', '2011-12-30T11:00:00Z'), ['2011-12-29', '2011-12-30', '2011-12-31']],
    ['an event without length', 'UTC', timed('2026-11-23T00:00:00Z', '2026-11-23T00:00:00Z'), ['2026-11-23']],
    ['an all-day event, west of UTC', 'America/New_York', dates('2026-11-23', '2026-11-25'), ['2026-11-23', '2026-11-24']],
    ['an all-day event, east of UTC', 'Pacific/Kiritimati', dates('2026-11-23', '2026-11-24'), ['2026-11-23']],
  ])('are right: %s', (_, zone, entry, expected) => {
    expect(daysOf(entry, zone)).toEqual(expected);
  });

  it('are sixty at most', () => {
    expect(daysOf(dates('2020-01-01', '2030-01-01'), 'UTC')).toHaveLength(MOST_DAYS);
  });

  it('leave out what is not shown, and what has no place in time', () => {
    const entries = [
      timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z', { status: 'cancelled' }),
      timed('2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z', { attendees: [{ self: true, responseStatus: 'declined' }] }),
      entryOf({ id: 'x' }, null),
    ];
    expect(countDays([entries], { zone: 'UTC', showCancelled: false, showDeclined: false })).toEqual([]);
    expect(countDays([entries], { zone: 'UTC', showCancelled: true, showDeclined: false })).toEqual([['2026-11-23', 1]]);
    expect(countDays([entries], all('UTC'))).toEqual([['2026-11-23', 2]]);
  });
});

const moments = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });
const zones = fc.constantFrom('UTC', 'America/New_York', 'Asia/Kathmandu', 'Europe/Berlin', 'Pacific/Apia', 'Africa/Casablanca', 'America/Sao_Paulo', 'Australia/Lord_Howe');

describe('zones', () => {
  it('give the day that Temporal gives, in any order of asking', () => {
    fc.assert(
      fc.property(zones, fc.array(moments, { maxLength: 60 }), (zone, asked) => {
        const days = new ZoneDays(zone);
        for (const at of asked) {
          const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
          expect(days.dayOf(at) * DAY_MS, `${zone} ${String(at)}`).toBe(dayOf(date));
        }
      }),
    );
  });

  it('stay within the years that can be written', () => {
    const east = new ZoneDays('Pacific/Kiritimati');
    expect(east.dayOf(253_402_300_799_999) * DAY_MS).toBe(dayOf('9999-12-31') ?? Date.UTC(9999, 11, 31));
    expect(new ZoneDays('America/New_York').dayOf(-62_135_596_800_000) * DAY_MS).toBe(-62_135_596_800_000);
  });

  it('that nobody knows count as UTC', () => {
    for (const odd of ['Not/AZone', '', '+02:00', 'x'.repeat(200), 7, null]) expect(knownZone(odd)).toBeNull();
    expect(knownZone('Asia/Kathmandu')).toBe('Asia/Kathmandu');
    expect(new ZoneDays('Not/AZone').dayOf(Date.UTC(2026, 0, 1))).toBe(Date.UTC(2026, 0, 1) / DAY_MS);
  });
});

describe('the rows of days', () => {
  it('are exactly those that are counted, however the days are cut', () => {
    const base = Date.UTC(2026, 9, 20);
    const span = fc.record({
      at: fc.integer({ min: 0, max: 30 * 24 * 4 }),
      length: fc.integer({ min: 0, max: 5 * 24 * 4 }),
      allDay: fc.boolean(),
      status: fc.constantFrom('confirmed', 'cancelled'),
    });
    const entry = ({ at, length, allDay, status }: { at: number; length: number; allDay: boolean; status: string }): IndexEntry => {
      const from = base + at * 900_000;
      const to = from + length * 900_000;
      const text = (moment: number): string => new Date(moment).toISOString();
      return allDay
        ? entryOf({ id: 'e', status, start: { date: text(from).slice(0, 10) }, end: { date: text(to).slice(0, 10) } }, null)
        : entryOf({ id: 'e', status, start: { dateTime: text(from) }, end: { dateTime: text(to) } }, null);
    };
    fc.assert(
      fc.property(zones, fc.array(span, { maxLength: 30 }), fc.boolean(), fc.integer({ min: 1, max: 9 }), (zone, spans, showCancelled, step) => {
        const filter = { zone, showCancelled, showDeclined: true };
        const entries = spans.map(entry);
        const counted = countDays([entries], filter);
        const found: [string, number][] = [];
        for (let first = base / DAY_MS - 3; first < base / DAY_MS + 45; first += step) {
          for (const { date, rows } of rowsOfDays(entries.map((one) => [one, one] as const), { first, last: first + step - 1 }, filter)) found.push([date, rows.length]);
        }
        expect(found).toEqual(counted);
      }),
    );
  });

  it('have all-day events first, then by start', () => {
    const entries = [timed('2026-11-23T12:00:00Z', '2026-11-23T13:00:00Z'), timed('2026-11-22T08:00:00Z', '2026-11-23T09:00:00Z'), dates('2026-11-23', '2026-11-24')];
    const today = Date.UTC(2026, 10, 23) / DAY_MS;
    const [day] = rowsOfDays(entries.map((one, at) => [at, one] as const), { first: today, last: today }, all('UTC'));
    expect(day?.rows.map(({ of }) => of)).toEqual([2, 1, 0]);
  });
});
