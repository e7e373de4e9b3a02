/** Spans and moments in the few words the screens use. English, 24-hour clock; all arguments in milliseconds. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

function count(n: number, unit: string): string {
  return `${String(n)} ${unit}${n === 1 ? '' : 's'}`;
}

/** From here on days say less than months do. */
const LONG = 60 * DAY;
const MONTH = 30.44 * DAY;

/** `6 months`, `3 days`, `5 hours`, `41 min`, `42 s`; rounds up below an hour (a started minute counts), down above. */
export function span(ms: number): string {
  const left = Math.max(0, ms);
  if (left >= LONG) return count(Math.round(left / MONTH), 'month');
  if (left >= DAY) return count(Math.floor(left / DAY), 'day');
  if (left > HOUR) return count(Math.floor(left / HOUR), 'hour');
  if (left > MINUTE) return `${String(Math.ceil(left / MINUTE))} min`;
  return `${String(Math.ceil(left / SECOND))} s`;
}

/** `41 min left`; null once nothing is left. */
export function timeLeft(ms: number): string | null {
  return ms > 0 ? `${span(ms)} left` : null;
}

/** `in 3 days`, or `now`. */
export function timeUntil(ms: number): string {
  return ms > 0 ? `in ${span(ms)}` : 'now';
}

/** `2 hours ago`; below a minute `just now`. */
export function timeAgo(ms: number): string {
  if (ms < MINUTE) return 'just now';
  if (ms < HOUR) return `${String(Math.floor(ms / MINUTE))} min ago`;
  if (ms < DAY) return `${count(Math.floor(ms / HOUR), 'hour')} ago`;
  return `${ms < LONG ? count(Math.floor(ms / DAY), 'day') : count(Math.round(ms / MONTH), 'month')} ago`;
}

/** `4:12`, minutes and seconds, rounded up so that `0:00` means over. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

const formats = {
  clock: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }),
  exact: new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  weekday: new Intl.DateTimeFormat('en-GB', { weekday: 'short' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'short' }),
};

/** `10:42` */
export function clockTime(at: number): string {
  return formats.clock.format(at);
}

/** `10:23:58` */
export function exactTime(at: number): string {
  return formats.exact.format(at);
}

/** `Thu 19` */
export function dayLabel(at: number): string {
  return `${formats.weekday.format(at)} ${String(new Date(at).getDate())}`;
}

/** `Thu 19 Nov` */
export function dateLabel(at: number): string {
  return `${dayLabel(at)} ${formats.month.format(at)}`;
}

/** `Thu 19 Nov`, with the year when it is not this one: `23 May 2027`. */
export function dateFrom(at: number, now: number): string {
  const year = new Date(at).getFullYear();
  if (year === new Date(now).getFullYear()) return dateLabel(at);
  return `${String(new Date(at).getDate())} ${formats.month.format(at)} ${String(year)}`;
}

/** `Thu 19 Nov, 10:42` */
export function dateTime(at: number): string {
  return `${dateLabel(at)}, ${clockTime(at)}`;
}

/** Local midnight of the day holding `at`, moved by whole days; steps over summer-time changes. */
export function startOfDay(at: number, plusDays = 0): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + plusDays).getTime();
}
