import { describe, expect, it } from 'vitest';
import { addDays, dateAt, dateHeading, momentsOf, rangeOf, startOfDate, startOfWeek, stepped, titleOf } from './view-dates.ts';

const HOUR = 3_600_000;

describe('days of a view', () => {
  it.each([
    ['2026-11-24', 1, '2026-11-23'],
    ['2026-11-22', 1, '2026-11-16'],
    ['2026-11-22', 0, '2026-11-22'],
    ['2026-11-20', 6, '2026-11-14'],
  ])('the week of %s, starting on %i, begins on %s', (date, weekStart, first) => {
    expect(startOfWeek(date, weekStart)).toBe(first);
  });

  it('fills a month up to whole weeks', () => {
    expect(rangeOf('month', '2026-11-24', 1)).toEqual({ first: '2026-10-26', after: '2026-12-07' });
    expect(rangeOf('month', '2027-02-10', 1)).toEqual({ first: '2027-02-01', after: '2027-03-01' });
    expect(rangeOf('month', '2026-11-01', 0)).toEqual({ first: '2026-11-01', after: '2026-12-06' });
  });

  it('steps a month from its end without leaving one out', () => {
    expect(stepped('month', '2026-01-31', 1)).toBe('2026-02-01');
    expect(stepped('month', '2026-03-31', -1)).toBe('2026-02-01');
    expect(stepped('week', '2026-12-30', 1)).toBe('2027-01-06');
    expect(stepped('day', '2024-02-28', 1)).toBe('2024-02-29');
  });

  it('stays within the years it can name', () => {
    expect(addDays('9999-12-31', 5)).toBe('9999-12-31');
    expect(stepped('month', '0001-01-01', -1)).toBe('0001-01-01');
  });
});

describe('days as moments', () => {
  it.each([
    ['Europe/Berlin', '2026-03-29', 23],
    ['Europe/Berlin', '2026-10-25', 25],
    ['America/New_York', '2026-03-08', 23],
    ['America/New_York', '2026-11-01', 25],
    ['Asia/Kathmandu', '2026-03-29', 24],
    // Half an hour of summer time.
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    // Summer time begins at midnight: the day begins at one.
    ['America/Santiago', '2026-09-06', 23],
  ])('in %s, %s has %d hours', (zone, date, hours) => {
    const { from, to } = momentsOf({ first: date, after: addDays(date, 1) }, zone);
    expect((to - from) / HOUR).toBe(hours);
  });

  it('knows the date on both sides of the date line', () => {
    const moment = Date.UTC(2026, 10, 24, 10, 30);
    expect(dateAt(moment, 'Pacific/Kiritimati')).toBe('2026-11-25');
    expect(dateAt(moment, 'Pacific/Pago_Pago')).toBe('2026-11-23');
    expect(startOfDate('2026-11-25', 'Pacific/Kiritimati')).toBe(Date.UTC(2026, 10, 24, 10));
    expect(startOfDate('2026-11-23', 'Pacific/Pago_Pago')).toBe(Date.UTC(2026, 10, 23, 11));
  });

  it('knows the quarter hours of Kathmandu', () => {
    expect(startOfDate('2026-11-24', 'Asia/Kathmandu')).toBe(Date.UTC(2026, 10, 23, 18, 15));
  });

  it('skips a day that a zone never had', () => {
    // Samoa went over the date line: 30 December 2011 did not happen there.
    const { from, to } = momentsOf({ first: '2011-12-30', after: '2011-12-31' }, 'Pacific/Apia');
    expect(to - from).toBe(0);
  });
});

describe('titles', () => {
  it.each([
    ['week', '2026-11-24', '23 – 29 Nov 2026'],
    ['week', '2026-12-01', '30 Nov – 6 Dec'],
    ['week', '2026-12-31', '28 Dec 2026 – 3 Jan 2027'],
    ['month', '2026-11-24', 'November 2026'],
    ['day', '2026-11-24', 'Tue 24 Nov 2026'],
    ['agenda', '2026-11-24', 'November 2026'],
  ] as const)('%s of %s is %s', (view, date, title) => {
    expect(titleOf(view, date, 1)).toBe(title);
  });

  it('says the year only when it is another one', () => {
    expect(dateHeading('2026-11-24', '2026-01-01')).toBe('Tue 24 Nov');
    expect(dateHeading('2027-01-01', '2026-11-24')).toBe('Fri 1 Jan 2027');
  });
});
