import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDay, NO_REPEAT, readRepeat, repeatFault, writeRepeat, type RepeatForm } from './repeat-form.ts';
import { occurrencesLeft, recurrenceWords, seriesWords } from './recurrence-words.ts';

/** A Tuesday, the fourth and last of its month. */
const TUESDAY = { dateTime: '2026-11-24T10:00', zone: 'Europe/London' };
const words = (...lines: string[]) => recurrenceWords(lines, TUESDAY, 2026);

describe('recurrenceWords', () => {
  it.each([
    ['RRULE:FREQ=DAILY', 'Every day'],
    ['RRULE:FREQ=DAILY;INTERVAL=3;COUNT=10', 'Every 3 days, 10 times'],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO', 'Every Monday'],
    ['RRULE:FREQ=WEEKLY', 'Every Tuesday'],
    ['RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;WKST=MO', 'Every weekday, Monday to Friday'],
    ['RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,MO,TU', 'Every 2 weeks on Monday, Tuesday and Friday'],
    ['RRULE:FREQ=MONTHLY;BYMONTHDAY=24', 'Every month on day 24'],
    ['RRULE:FREQ=MONTHLY;BYDAY=4TU;UNTIL=20270601T225959Z', 'Every month on the fourth Tuesday, until Tue 1 Jun 2027'],
    ['RRULE:FREQ=MONTHLY;BYDAY=-1TU', 'Every month on the last Tuesday'],
    ['RRULE:FREQ=YEARLY', 'Every year'],
    ['RRULE:FREQ=MONTHLY;BYMONTHDAY=-1', 'Every month on the last day of the month'],
    ['RRULE:FREQ=FORTNIGHTLY', 'RRULE:FREQ=FORTNIGHTLY'],
    ['X-SOMETHING:1', 'X-SOMETHING:1'],
    ['', ''],
  ])('%s: %s', (line, said) => {
    expect(words(line)).toBe(said);
  });

  it('says what is left out and added', () => {
    expect(words('RRULE:FREQ=DAILY', 'EXDATE;TZID=Europe/London:20261201T100000,20261202T100000')).toBe('Every day, without 2 dates');
    expect(words('RDATE;VALUE=DATE:20261201')).toBe('and on 1 date more');
  });

  it('throws on nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 40 }).map((text) => `RRULE:FREQ=WEEKLY;${text}`), { maxLength: 3 }), (lines) => {
        expect(typeof recurrenceWords(lines, TUESDAY, 2026)).toBe('string');
      }),
    );
  });
});

describe('what is left of a series', () => {
  const now = Date.UTC(2026, 10, 24, 12);
  it('is counted when it ends', () => {
    expect(occurrencesLeft(['RRULE:FREQ=WEEKLY;COUNT=13'], TUESDAY, now)).toBe(12);
    expect(occurrencesLeft(['RRULE:FREQ=DAILY;UNTIL=20261126T235959Z'], TUESDAY, now)).toBe(2);
    expect(seriesWords(['RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=13'], TUESDAY, now)).toBe('Every Tuesday, 13 times, 12 more to come');
    expect(occurrencesLeft(['RRULE:FREQ=DAILY;COUNT=2'], { date: '2026-11-01' }, now)).toBe(0);
  });

  it('is not counted when it does not end, or takes too long', () => {
    expect(occurrencesLeft(['RRULE:FREQ=WEEKLY'], TUESDAY, now)).toBeNull();
    expect(occurrencesLeft(['RRULE:FREQ=SECONDLY;COUNT=100000000'], TUESDAY, now)).toBeNull();
    expect(occurrencesLeft(['RRULE:FREQ=DAILY;COUNT=100000000'], TUESDAY, now)).toBeNull();
    expect(occurrencesLeft(['RRULE:FREQ=NEVER;COUNT=1'], TUESDAY, now)).toBeNull();
  });

  it('holds up nothing, however a rule is made', () => {
    const upTo = (most: number): string => Array.from({ length: most }, (_, at) => at).join(',');
    const times = `BYHOUR=${upTo(24)};BYMINUTE=${upTo(60)};BYSECOND=${upTo(60)}`;
    const long = { dateTime: '1970-01-01T09:00', zone: 'Europe/Berlin' };
    const began = performance.now();
    expect(seriesWords([`RRULE:FREQ=DAILY;${times};COUNT=100000`], long, now)).toContain('BYHOUR');
    expect(occurrencesLeft(['RRULE:FREQ=DAILY;UNTIL=21000101T000000Z'], long, now)).toBeNull();
    expect(occurrencesLeft(['RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5'], long, now)).toBeNull();
    expect(performance.now() - began).toBeLessThan(5000);
    // What was counted once in a minute is not counted again.
    const again = performance.now();
    for (let times = 0; times < 100; times += 1) occurrencesLeft(['RRULE:FREQ=DAILY;UNTIL=21000101T000000Z'], long, now);
    expect(performance.now() - again).toBeLessThan(200);
  });
});

describe('the form of a repetition', () => {
  const back = (line: string) => writeRepeat(readRepeat([line], TUESDAY), TUESDAY);

  it.each([
    'RRULE:FREQ=DAILY',
    'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=5',
    'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU',
    'RRULE:FREQ=MONTHLY;BYMONTHDAY=24',
    'RRULE:FREQ=MONTHLY;BYDAY=4TU;UNTIL=20270601T225959Z',
    'RRULE:FREQ=MONTHLY;BYDAY=-1TU',
    'RRULE:FREQ=YEARLY',
    // No fields for these: they stay as they are.
    'RRULE:FREQ=MONTHLY;BYDAY=2FR',
    'RRULE:FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    'RRULE:FREQ=YEARLY;BYMONTH=3',
    'RRULE:FREQ=DAILY;INTERVAL=0',
    'RRULE:FREQ=DAILY;COUNT=2;UNTIL=20270101',
    'nonsense',
  ])('keeps %s', (line) => {
    expect(back(line)).toEqual([line]);
  });

  it('keeps exceptions beside the rule', () => {
    const lines = ['EXDATE:20261201T100000Z', 'RRULE:FREQ=DAILY'];
    expect(writeRepeat(readRepeat(lines, TUESDAY), TUESDAY)).toEqual(['RRULE:FREQ=DAILY', 'EXDATE:20261201T100000Z']);
    expect(readRepeat(['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'], TUESDAY).kind).toBe('custom');
  });

  it('ends with the last day in the zone of the series', () => {
    const form: RepeatForm = { ...NO_REPEAT, kind: 'daily', ends: 'on', until: '2026-12-01' };
    expect(writeRepeat(form, { dateTime: '2026-11-24T10:00', zone: 'Asia/Kathmandu' })).toEqual(['RRULE:FREQ=DAILY;UNTIL=20261201T181459Z']);
    expect(writeRepeat(form, { date: '2026-11-24' })).toEqual(['RRULE:FREQ=DAILY;UNTIL=20261201']);
    expect(lastDay('20261201T181459Z', 'Asia/Kathmandu')).toBe('2026-12-01');
    expect(lastDay('20261201T181500Z', 'Asia/Kathmandu')).toBe('2026-12-02');
    expect(lastDay('20261341', null)).toBeNull();
  });

  it.each([
    [{ kind: 'weekly', days: [] }, /at least one day/],
    [{ kind: 'weekly', days: ['MO'] }, /not chosen/],
    [{ kind: 'daily', interval: 0 }, /whole number/],
    [{ kind: 'daily', ends: 'on', until: '2026-11-23' }, /before it starts/],
    [{ kind: 'daily', ends: 'on', until: '' }, /last day/],
    [{ kind: 'daily', ends: 'after', count: 0 }, /whole number of times/],
  ] as const)('%j is named', (over, fault) => {
    expect(repeatFault({ ...NO_REPEAT, ...over }, TUESDAY)).toMatch(fault);
  });

  it('finds nothing wrong with what is right', () => {
    expect(repeatFault({ ...NO_REPEAT, kind: 'weekly', days: ['TU'], ends: 'on', until: '2026-11-24' }, TUESDAY)).toBeNull();
    expect(repeatFault({ ...NO_REPEAT, kind: 'weekdays' }, { date: '2026-11-28' })).toMatch(/weekend/);
    expect(repeatFault({ ...NO_REPEAT, kind: 'monthly-weekday' }, { date: '2026-11-30' })).toMatch(/fifth/);
  });
});
