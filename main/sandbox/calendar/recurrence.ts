import type { CalendarEvent } from './event.ts';
import { momentOf, timed } from './make-event.ts';
import { dateText, dayMs, dayOfDate, msToWall, wallToMs, weekday } from './zone-time.ts';

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const longestSeriesDays = 366 * 20;

interface Rule {
  readonly frequency: string;
  readonly interval: number;
  readonly count: number;
  /** Last day, as day number. */
  readonly until: number;
  readonly days: readonly number[];
  readonly monthDays: readonly number[];
  readonly excluded: ReadonlySet<string>;
}

/**
 * The instances of a recurring master that touch [from, to) in ms. Understands FREQ (DAILY, WEEKLY, MONTHLY by day of month, YEARLY),
 * INTERVAL, COUNT, UNTIL, BYDAY for weeks, BYMONTHDAY and EXDATE (RFC 5545 §3.8.5). Each has its own id, recurringEventId and
 * originalStartTime. The series keeps its wall-clock time over daylight saving changes.
 */
export function instancesOf(master: CalendarEvent, zone: string, from: number, to: number): readonly CalendarEvent[] {
  const rule = readRule(master);
  if (rule === undefined || master.start === undefined || master.end === undefined) return [];
  const isAllDay = master.start.date !== undefined;
  const own = master.start.timeZone ?? zone;
  const startMs = momentOf(master.start, zone);
  const length = momentOf(master.end, zone) - startMs;
  const first = isAllDay ? { day: dayOfDate(master.start.date ?? ''), minutes: 0 } : msToWall(own, startMs);
  const days = isAllDay ? Math.round((dayOfDate(master.end.date ?? '') || first.day + 1) - first.day) : 0;
  const found: CalendarEvent[] = [];
  let count = 0;
  for (let day = first.day; day <= rule.until && day - first.day < longestSeriesDays; day += 1) {
    if (!matches(rule, first.day, day)) continue;
    count += 1;
    if (count > rule.count) break;
    // Long before the window: no need to ask the zone.
    if ((day + 3) * dayMs + length < from) continue;
    const at = wallToMs(isAllDay ? zone : own, day, first.minutes);
    if (at >= to) break;
    if (rule.excluded.has(dateText(day)) || at + length <= from) continue;
    found.push(
      isAllDay
        ? instance(master, dateText(day).replaceAll('-', ''), { date: dateText(day) }, { date: dateText(day + days) })
        : instance(master, compactUtc(at), timed(at, zone, own), timed(at + length, zone, own)),
    );
  }
  return found;
}

/** The master's id and the compact original start inside an instance id, or undefined for other ids. */
export function splitInstanceId(id: string): { readonly masterId: string; readonly original: string } | undefined {
  const match = /^([a-v0-9]+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id);
  return match?.[1] === undefined || match[2] === undefined ? undefined : { masterId: match[1], original: match[2] };
}

/** `20260316T083000Z` */
export function compactUtc(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function instance(master: CalendarEvent, suffix: string, start: CalendarEvent['start'], end: CalendarEvent['end']): CalendarEvent {
  const { recurrence: _, ...rest } = master;
  return {
    ...rest,
    id: `${master.id}_${suffix}`,
    recurringEventId: master.id,
    ...(start === undefined ? {} : { start, originalStartTime: start }),
    ...(end === undefined ? {} : { end }),
  };
}

function readRule(master: CalendarEvent): Rule | undefined {
  const line = master.recurrence?.find((candidate) => candidate.startsWith('RRULE:'));
  if (line === undefined) return undefined;
  const parts = new Map(
    line
      .slice(6)
      .split(';')
      .map((part): [string, string] => [part.split('=')[0] ?? '', part.split('=')[1] ?? '']),
  );
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '');
  const excluded = (master.recurrence ?? [])
    .filter((candidate) => candidate.startsWith('EXDATE'))
    .flatMap((candidate) => (candidate.split(':')[1] ?? '').split(','))
    .map((text) => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`);
  return {
    frequency: parts.get('FREQ') ?? '',
    interval: Math.max(1, Number(parts.get('INTERVAL') ?? '1') || 1),
    count: Number(parts.get('COUNT') ?? '') || Number.POSITIVE_INFINITY,
    until: until === null ? Number.POSITIVE_INFINITY : dayOfDate(until.slice(1, 4).join('-')),
    days: (parts.get('BYDAY') ?? '').split(',').flatMap((name) => (weekdays.includes(name) ? [weekdays.indexOf(name)] : [])),
    monthDays: (parts.get('BYMONTHDAY') ?? '').split(',').map(Number).filter(Boolean),
    excluded: new Set(excluded),
  };
}

function matches(rule: Rule, first: number, day: number): boolean {
  switch (rule.frequency) {
    case 'DAILY':
      return (day - first) % rule.interval === 0 && (rule.days.length === 0 || rule.days.includes(weekday(day)));
    case 'WEEKLY': {
      const weeks = Math.floor((day - weekday(day) - (first - weekday(first))) / 7);
      const days = rule.days.length === 0 ? [weekday(first)] : rule.days;
      return weeks % rule.interval === 0 && days.includes(weekday(day));
    }
    case 'MONTHLY':
    case 'YEARLY':
      return matchesMonth(rule, new Date(first * dayMs), new Date(day * dayMs));
    default:
      return false;
  }
}

function matchesMonth(rule: Rule, start: Date, date: Date): boolean {
  const months = (date.getUTCFullYear() - start.getUTCFullYear()) * 12 + date.getUTCMonth() - start.getUTCMonth();
  const step = rule.frequency === 'YEARLY' ? 12 * rule.interval : rule.interval;
  const monthDays = rule.monthDays.length === 0 ? [start.getUTCDate()] : rule.monthDays;
  return months % step === 0 && monthDays.includes(date.getUTCDate());
}
