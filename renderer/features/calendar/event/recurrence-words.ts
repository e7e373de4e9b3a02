import { RRuleTemporal } from 'rrule-temporal';
import { toText } from 'rrule-temporal/totext';
import type { EditedTime } from '../../../../preload/contract/calendar.ts';
import { dayOf, readRepeat, ruleParts, WEEKDAYS, weekdayOf, weekOfMonth, type RepeatForm } from './repeat-form.ts';
import { dateWords, plainDate } from './times.ts';

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** `Monday, Tuesday and Friday` */
function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

function dayName(day: (typeof WEEKDAYS)[number]): string {
  return DAY_NAMES[WEEKDAYS.indexOf(day)] ?? day;
}

const every = (interval: number, unit: string): string => (interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`);

/** A repetition that the form knows, in words: `Every Monday, until Thu 31 Dec`. */
export function repeatWords(form: RepeatForm, start: EditedTime, year: number): string {
  const day = dayOf(start);
  const words = {
    none: () => 'Does not repeat',
    custom: () => form.kept.map(ruleWords).join(' · '),
    daily: () => every(form.interval, 'day'),
    weekdays: () => 'Every weekday, Monday to Friday',
    weekly: () => {
      const days = listed(form.days.map(dayName));
      return form.interval === 1 ? `Every ${days}` : `${every(form.interval, 'week')} on ${days}`;
    },
    'monthly-date': () => `${every(form.interval, 'month')} on day ${Number(day.slice(8, 10))}`,
    'monthly-weekday': () => `${every(form.interval, 'month')} on the ${form.last ? 'last' : (ORDINALS[weekOfMonth(day) - 1] ?? '')} ${dayName(weekdayOf(day))}`,
    yearly: () => every(form.interval, 'year'),
  }[form.kind]();
  return words + endWords(form, year);
}

function endWords({ kind, ends, until, count }: RepeatForm, year: number): string {
  if (kind === 'none' || kind === 'custom' || ends === 'never') return '';
  if (ends === 'after') return `, ${count === 1 ? 'once' : `${count} times`}`;
  const last = plainDate(until);
  return last === null ? '' : `, until ${dateWords(last, year)}`;
}

/** One line of a recurrence the form has no fields for: the library's words, or the line itself. Never throws. */
function ruleWords(line: string): string {
  if (ruleParts(line) === null) return lineWords(line);
  // The library works out every time of a day: lists of hours, minutes and seconds would hold up the window for seconds.
  if (line.length > LONGEST_RULE) return line;
  try {
    const rule = line.trim().replace(/^(RRULE:)?/i, 'RRULE:');
    // Without a time of day, so that none is said: the event's own stands beside the words.
    const words = toText(`DTSTART;VALUE=DATE:20260101\n${rule}`, 'en', { includeDtstart: false, excludeTzAbbreviation: true });
    // On a rule with nothing but a frequency it says less than the line does.
    if (words !== '') return words.charAt(0).toUpperCase() + words.slice(1).replace(/ at (midnight|12 AM)/, '');
  } catch {
    // A rule the library does not know is shown as it is.
  }
  return line;
}

/** `without 2 dates`, `and 1 more date`; any other line as it is. */
function lineWords(line: string): string {
  const match = /^(EXDATE|RDATE)[^:]*:(.*)$/i.exec(line.trim());
  if (match === null) return line;
  const dates = (match[2] ?? '').split(',').length;
  const plural = `${dates} date${dates === 1 ? '' : 's'}`;
  return match[1]?.toUpperCase() === 'EXDATE' ? `without ${plural}` : `and on ${plural} more`;
}

/**
 * The lines of a recurrence (RFC 5545) in words; a line that nothing here understands is shown as it is. Never throws.
 * @param start first start of the series
 * @param year the current one, which is not said
 */
export function recurrenceWords(lines: readonly string[], start: EditedTime, year: number): string {
  const form = readRepeat(lines, start);
  const words = repeatWords(form, start, year);
  return form.kind === 'custom' || form.kept.length === 0 ? words : `${words}, ${form.kept.map(ruleWords).join(', ')}`;
}

/** Characters of a rule that anybody would write. */
const LONGEST_RULE = 200;
/** More than these are not counted: the words would not say more. */
const MOST = 500;
/** The past included: a daily series of half a century takes seconds to count. */
const MOST_LOOKED_AT = 1000;
/** The last answers: a window is drawn again and again, and counting is slow. */
const counted = new Map<string, number | null>();
const MOST_KEPT = 20;

/**
 * How many occurrences a series that ends still has after a moment.
 * @param now milliseconds since the epoch
 * @returns null for a series without an end, with more than 500 left, or that cannot be counted
 */
export function occurrencesLeft(lines: readonly string[], start: EditedTime, now: number): number | null {
  const key = JSON.stringify([lines, start, Math.floor(now / MINUTE_MS)]);
  const known = counted.get(key);
  if (known !== undefined) return known;
  const left = count(lines, start, now);
  counted.set(key, left);
  const [oldest] = counted.keys();
  if (counted.size > MOST_KEPT && oldest !== undefined) counted.delete(oldest);
  return left;
}

const MINUTE_MS = 60_000;
/** Parts that make many occurrences of one day. */
const WITHIN_A_DAY = ['BYHOUR', 'BYMINUTE', 'BYSECOND'];

function count(lines: readonly string[], start: EditedTime, now: number): number | null {
  const rule = lines.find((line) => ruleParts(line) !== null);
  const parts = rule === undefined ? null : ruleParts(rule);
  if (rule === undefined || parts === null || !(parts.has('COUNT') || parts.has('UNTIL'))) return null;
  if (['HOURLY', 'MINUTELY', 'SECONDLY'].includes(parts.get('FREQ') ?? '') || WITHIN_A_DAY.some((part) => parts.has(part))) return null;
  try {
    const wall = ('date' in start ? `${start.date}T00:00` : start.dateTime).replaceAll(/[-:]/g, '') + '00';
    const zone = 'date' in start ? 'UTC' : start.zone;
    const others = lines.filter((line) => /^(EXDATE|RDATE)/i.test(line));
    const series = new RRuleTemporal({
      rruleString: [`DTSTART;TZID=${zone}:${wall}`, rule.replace(/^(RRULE:)?/i, 'RRULE:'), ...others].join('\n'),
      maxIterations: 2 * MOST_LOOKED_AT,
    });
    let left = 0;
    let all = true;
    series.all((date: { readonly epochMilliseconds: number }, at: number) => {
      if (date.epochMilliseconds > now) left += 1;
      all = left <= MOST && at < MOST_LOOKED_AT;
      return all;
    });
    return all ? left : null;
  } catch {
    return null;
  }
}

/** `Every Monday, 10 times, 3 more to come`: what `Whole series` changes. */
export function seriesWords(lines: readonly string[], start: EditedTime, now: number): string {
  const words = recurrenceWords(lines, start, new Date(now).getFullYear());
  const left = occurrencesLeft(lines, start, now);
  if (left === null) return words;
  return `${words}, ${left === 0 ? 'none' : left} more to come`;
}
