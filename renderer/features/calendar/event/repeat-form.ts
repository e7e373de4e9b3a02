import { Temporal } from 'temporal-polyfill';
import type { EditedTime } from '../../../../preload/contract/calendar.ts';
import { isZone, plainDate, toZoned } from './times.ts';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type RepeatKind = 'none' | 'daily' | 'weekdays' | 'weekly' | 'monthly-date' | 'monthly-weekday' | 'yearly' | 'custom';

/** A repetition as the form shows it. `custom` is a rule this form has no fields for: it is kept as it came. */
export interface RepeatForm {
  readonly kind: RepeatKind;
  readonly interval: number;
  readonly days: readonly Weekday[];
  /** Of `monthly-weekday`: the last one of the month instead of the nth. */
  readonly last: boolean;
  readonly ends: 'never' | 'on' | 'after';
  /** Last day, RFC 3339 full-date. */
  readonly until: string;
  readonly count: number;
  /** Lines beside the one rule (EXDATE, RDATE, …), or all lines of a custom one. */
  readonly kept: readonly string[];
}

export const NO_REPEAT: RepeatForm = { kind: 'none', interval: 1, days: [], last: false, ends: 'never', until: '', count: 10, kept: [] };

/** Parts of an RRULE by name, RFC 5545 §3.3.10; null when the line is none. */
export function ruleParts(line: string): ReadonlyMap<string, string> | null {
  const match = /^(?:RRULE:)?(FREQ=.*|.*;FREQ=.*)$/i.exec(line.trim());
  if (match === null || /^(EX|RDATE)/i.test(line)) return null;
  const parts = new Map<string, string>();
  for (const part of (match[1] ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0) parts.set(part.slice(0, at).toUpperCase(), part.slice(at + 1).toUpperCase());
  }
  return parts;
}

/** The day that a start falls on, on its own clocks. */
export function dayOf(time: EditedTime): string {
  return 'date' in time ? time.date : time.dateTime.slice(0, 10);
}

/** The weekday of a date; Monday when the text is no date. */
export function weekdayOf(date: string): Weekday {
  return WEEKDAYS[(plainDate(date)?.dayOfWeek ?? 1) - 1] ?? 'MO';
}

/** Which one of its weekday in the month a date is: 1 … 5. */
export function weekOfMonth(date: string): number {
  return Math.ceil((plainDate(date)?.day ?? 1) / 7);
}

/** Whether a date is the last of its weekday in its month. */
export function isLastOfMonth(date: string): boolean {
  const day = plainDate(date);
  return day !== null && day.day + 7 > day.daysInMonth;
}

/**
 * Reads the lines of a repetition into the form.
 * @param start the first start: a rule that leaves out its days means the start's own
 */
export function readRepeat(lines: readonly string[], start: EditedTime): RepeatForm {
  if (lines.length === 0) return NO_REPEAT;
  const custom: RepeatForm = { ...NO_REPEAT, kind: 'custom', kept: lines };
  const rules = lines.map(ruleParts);
  const at = rules.findIndex((parts) => parts !== null);
  const rule = rules[at];
  if (rule === undefined || rule === null || rules.filter((parts) => parts !== null).length > 1) return custom;
  if ([...rule.keys()].some((key) => !['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'COUNT', 'UNTIL', 'WKST'].includes(key))) return custom;
  const shape = shapeOf(rule, start);
  const interval = Number(rule.get('INTERVAL') ?? '1');
  const end = endOf(rule, start);
  if (shape === null || end === null || !Number.isInteger(interval) || interval < 1 || interval > 999) return custom;
  return { ...NO_REPEAT, interval, ...end, kept: lines.filter((_, index) => index !== at), ...shape };
}

type Shape = Partial<RepeatForm> & Pick<RepeatForm, 'kind'>;

function shapeOf(rule: ReadonlyMap<string, string>, start: EditedTime): Shape | null {
  const day = dayOf(start);
  const tokens = rule.get('BYDAY')?.split(',') ?? [];
  const days = tokens.filter((token): token is Weekday => (WEEKDAYS as readonly string[]).includes(token));
  const plain = days.length === tokens.length;
  const monthDay = rule.get('BYMONTHDAY');
  const month = rule.get('BYMONTH');
  const sameMonth = month === undefined || Number(month) === Number(day.slice(5, 7));
  const sameDay = monthDay === undefined || Number(monthDay) === Number(day.slice(8, 10));
  switch (rule.get('FREQ')) {
    case 'DAILY':
      return tokens.length === 0 && monthDay === undefined && month === undefined ? { kind: 'daily' } : null;
    case 'WEEKLY': {
      if (!plain || monthDay !== undefined || month !== undefined) return null;
      const sorted = WEEKDAYS.filter((one) => days.includes(one));
      if (sorted.join() === 'MO,TU,WE,TH,FR' && (rule.get('INTERVAL') ?? '1') === '1') return { kind: 'weekdays' };
      return { kind: 'weekly', days: sorted.length === 0 ? [weekdayOf(day)] : sorted };
    }
    case 'MONTHLY': {
      if (month !== undefined) return null;
      if (tokens.length === 0) return sameDay ? { kind: 'monthly-date' } : null;
      if (monthDay !== undefined) return null;
      if (tokens.join() === `-1${weekdayOf(day)}` && isLastOfMonth(day)) return { kind: 'monthly-weekday', last: true };
      return tokens.join().replace(/^\+/, '') === `${weekOfMonth(day)}${weekdayOf(day)}` ? { kind: 'monthly-weekday', last: false } : null;
    }
    case 'YEARLY':
      return tokens.length === 0 && sameMonth && sameDay ? { kind: 'yearly' } : null;
    default:
      return null;
  }
}

function endOf(rule: ReadonlyMap<string, string>, start: EditedTime): Pick<RepeatForm, 'ends' | 'until' | 'count'> | null {
  const { until: noDay, count: usual } = NO_REPEAT;
  const count = rule.get('COUNT');
  const until = rule.get('UNTIL');
  if (count !== undefined) {
    const times = Number(count);
    return until === undefined && Number.isInteger(times) && times > 0 ? { ends: 'after', count: times, until: noDay } : null;
  }
  if (until === undefined) return { ends: 'never', count: usual, until: noDay };
  const last = lastDay(until, 'date' in start ? null : start.zone);
  return last === null ? null : { ends: 'on', until: last, count: usual };
}

/** The day an UNTIL falls on in the series' zone: it is a date, or a moment in UTC (RFC 5545 §3.3.10). */
export function lastDay(until: string, zone: string | null): string | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until);
  if (match === null) return null;
  const [, year = '', month = '', day = '', hour, minute = '', second = '', utc] = match;
  const date = plainDate(`${year}-${month}-${day}`);
  if (date === null) return null;
  if (hour === undefined || utc === '' || zone === null || !isZone(zone)) return date.toString();
  try {
    return Temporal.Instant.from(`${date.toString()}T${hour}:${minute}:${second}Z`).toZonedDateTimeISO(zone).toPlainDate().toString();
  } catch {
    return null;
  }
}

/** The lines of RFC 5545 for what the form says; empty when nothing repeats. */
export function writeRepeat(form: RepeatForm, start: EditedTime): readonly string[] {
  if (form.kind === 'none') return [];
  if (form.kind === 'custom') return form.kept;
  const day = dayOf(start);
  const parts = [`FREQ=${FREQ[form.kind]}`];
  if (form.interval > 1 && form.kind !== 'weekdays') parts.push(`INTERVAL=${form.interval}`);
  if (form.kind === 'weekdays') parts.push('BYDAY=MO,TU,WE,TH,FR');
  if (form.kind === 'weekly') parts.push(`BYDAY=${WEEKDAYS.filter((one) => form.days.includes(one)).join(',')}`);
  if (form.kind === 'monthly-date') parts.push(`BYMONTHDAY=${Number(day.slice(8, 10))}`);
  if (form.kind === 'monthly-weekday') parts.push(`BYDAY=${form.last ? '-1' : weekOfMonth(day)}${weekdayOf(day)}`);
  if (form.ends === 'after') parts.push(`COUNT=${form.count}`);
  if (form.ends === 'on') parts.push(`UNTIL=${untilOf(form.until, start)}`);
  return [`RRULE:${parts.join(';')}`, ...form.kept];
}

const FREQ = {
  daily: 'DAILY',
  weekdays: 'WEEKLY',
  weekly: 'WEEKLY',
  'monthly-date': 'MONTHLY',
  'monthly-weekday': 'MONTHLY',
  yearly: 'YEARLY',
} as const;

/** The end of that day in the series' zone, as UTC, because the start has a zone; a plain date for all-day events. */
function untilOf(date: string, start: EditedTime): string {
  if ('date' in start) return date.replaceAll('-', '');
  const end = toZoned(`${date}T23:59:59`, start.zone);
  return (end?.toInstant().toString() ?? `${date}T23:59:59Z`).replaceAll(/[-:]/g, '').replace(/\.\d+/, '');
}

/** What is wrong with the repetition, in one sentence; null when nothing is. */
export function repeatFault(form: RepeatForm, start: EditedTime): string | null {
  if (form.kind === 'none' || form.kind === 'custom') return null;
  const day = dayOf(start);
  if (!Number.isInteger(form.interval) || form.interval < 1 || form.interval > 999) return 'Give a whole number from 1 to 999 for how often it repeats.';
  if (form.kind === 'weekly' && form.days.length === 0) return 'Choose at least one day of the week.';
  if (form.kind === 'weekly' && !form.days.includes(weekdayOf(day))) return 'The start is on a day that is not chosen below: choose it, or move the start.';
  if (form.kind === 'weekdays' && ['SA', 'SU'].includes(weekdayOf(day))) return 'The start is on a weekend: move it to a weekday.';
  if (form.kind === 'monthly-weekday' && !form.last && weekOfMonth(day) === 5) return 'Not every month has a fifth such day: choose the last one, or another start.';
  if (form.ends === 'on' && plainDate(form.until) === null) return 'Give the last day of the series.';
  if (form.ends === 'on' && form.until < day) return 'The series ends before it starts.';
  if (form.ends === 'after' && (!Number.isInteger(form.count) || form.count < 1 || form.count > 730)) return 'Give a whole number of times, at most 730.';
  return null;
}
