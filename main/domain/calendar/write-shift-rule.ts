import type { Temporal } from 'temporal-polyfill';

/** How the days of a series move with one of its instances. All in the zone of the series. */
export interface DayShift {
  /** Whole days from the old date to the new one; 0 when only the time of day changes. */
  readonly days: number;
  /** The date of the instance that was taken hold of, before and after. */
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  /** The first date of the series, before and after. */
  readonly first: Temporal.PlainDate;
  readonly newFirst: Temporal.PlainDate;
  /** Moves the end of the rule along: an UNTIL as it stands in the rule. Null when it cannot be read. */
  readonly moveUntil: (until: string) => string | null;
}

export type ShiftedRule = { readonly ok: true; readonly rule: string } | { readonly ok: false; readonly reason: string };

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const understood: ReadonlySet<string> = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY', 'BYMONTHDAY', 'BYMONTH']);

/**
 * An RRULE after its series was moved. The rule stays as it is wherever it does not name a day that moved.
 * Not moved: rules whose meaning would change in a way that cannot be told from one instance.
 * https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10
 */
export function shiftRule(line: string, shift: DayShift): ShiftedRule {
  const match = /^RRULE:(.+)$/i.exec(line.trim());
  if (match === null) return refuse('The rule of the series cannot be read.');
  const parts = new Map((match[1] ?? '').split(';').filter((part) => part !== '').map(splitPart));
  if ([...parts.keys()].some((name) => !understood.has(name))) return refuse('The rule of the series is too detailed to be moved safely.');
  const until = parts.get('UNTIL');
  if (until !== undefined) {
    const moved = shift.moveUntil(until);
    if (moved === null) return refuse('The end of the series cannot be read.');
    parts.set('UNTIL', moved);
  }
  const problem = shift.days === 0 ? null : moveDays(parts, shift);
  return problem === null ? { ok: true, rule: `RRULE:${[...parts].map(([name, value]) => `${name}=${value}`).join(';')}` } : refuse(problem);
}

function splitPart(part: string): [string, string] {
  const [name = '', value = ''] = part.split('=', 2);
  return [name.toUpperCase(), name.toUpperCase() === 'UNTIL' ? value : value.toUpperCase()];
}

/** Changes the parts that name days; gives the reason when that cannot be done. */
function moveDays(parts: Map<string, string>, shift: DayShift): string | null {
  switch (parts.get('FREQ')) {
    case 'DAILY':
      return parts.has('BYDAY') || parts.has('BYMONTHDAY') || parts.has('BYMONTH')
        ? 'The series takes place on chosen days: moving it to other days would leave its rule behind.'
        : null;
    case 'WEEKLY':
      return moveWeekdays(parts, shift);
    case 'MONTHLY':
    case 'YEARLY':
      return moveMonthDays(parts, shift);
    default:
      return 'The rule of the series is of a kind that is not moved here.';
  }
}

function moveWeekdays(parts: Map<string, string>, { days, from, to, first }: DayShift): string | null {
  if (parts.has('BYMONTHDAY') || parts.has('BYMONTH')) return 'The rule of the series is too detailed to be moved safely.';
  const named = parts.get('BYDAY')?.split(',');
  if (named === undefined) return null;
  const [was, will] = [weekdayOf(from), weekdayOf(to)];
  if (named.some((day) => !weekdays.includes(day))) return 'The weekdays of the series cannot be read.';
  if (!named.includes(was)) return 'This event was moved away from the days of its series. Move one that is still on its day.';
  if (named.length === 1) {
    if (weekdayOf(first) !== was) return 'The series begins on another weekday than its rule says.';
    parts.set('BYDAY', will);
    return null;
  }
  // Several days a week: only this one moves, so the others must not change places with it.
  const others = named.filter((day) => day !== was).map((day) => weekdays.indexOf(day));
  const [at, next] = [weekdays.indexOf(was), weekdays.indexOf(will)];
  const passed = others.some((day) => day >= Math.min(at, next) && day <= Math.max(at, next));
  const weekStart = parts.get('WKST') ?? 'MO';
  if (next - at !== days || passed || weekStart !== 'MO') {
    return 'The series takes place on several days of the week, and their order would change. Edit the repetition instead.';
  }
  parts.set('BYDAY', named.map((day) => (day === was ? will : day)).join(','));
  return null;
}

function moveMonthDays(parts: Map<string, string>, { from, to, first, newFirst }: DayShift): string | null {
  const complicated = 'The series follows days of the month that would not move together. Edit the repetition instead.';
  const yearly = parts.get('FREQ') === 'YEARLY';
  if (parts.has('BYDAY') || from.day !== first.day || to.day !== newFirst.day) return complicated;
  if (yearly && (from.month !== first.month || to.month !== newFirst.month)) return complicated;
  const crossesMonth = from.month !== to.month || from.year !== to.year;
  if (crossesMonth && (parts.has('BYMONTH') || newFirst.month === first.month)) return complicated;
  // The 29th, 30th and 31st are missing in some months: a series would gain or lose some of its events.
  if ((to.day > 28) !== (from.day > 28)) return complicated;
  const named = parts.get('BYMONTHDAY');
  if (named === undefined) return null;
  if (named !== String(from.day)) return complicated;
  parts.set('BYMONTHDAY', String(to.day));
  return null;
}

function weekdayOf(date: Temporal.PlainDate): string {
  return weekdays[date.dayOfWeek - 1] ?? '';
}

function refuse(reason: string): ShiftedRule {
  return { ok: false, reason };
}
