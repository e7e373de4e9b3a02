export const dayMs = 86_400_000;
export const minuteMs = 60_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether the runtime knows this IANA zone. */
export function isZone(zone: string): boolean {
  try {
    format(zone);
    return true;
  } catch {
    return false;
  }
}

/** Days since 1970-01-01 of a moment, in UTC. */
export function dayNumber(ms: number): number {
  return Math.floor(ms / dayMs);
}

/** `YYYY-MM-DD` of a day number. */
export function dateText(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** Day number of `YYYY-MM-DD`; NaN when it is none. */
export function dayOfDate(date: string): number {
  return /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / dayMs : Number.NaN;
}

/** 0 Monday … 6 Sunday. */
export function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The moment (ms) at which clocks in a zone show this day and minute. In a spring gap the hour after it. */
export function wallToMs(zone: string, day: number, minutes: number): number {
  const asUtc = day * dayMs + minutes * minuteMs;
  const first = asUtc - offsetMinutes(zone, asUtc) * minuteMs;
  // The offset at the guess may differ from the one that holds; a second look settles it.
  return asUtc - offsetMinutes(zone, first) * minuteMs;
}

/** The day and minute that clocks in a zone show. */
export function msToWall(zone: string, ms: number): { readonly day: number; readonly minutes: number } {
  const local = ms + offsetMinutes(zone, ms) * minuteMs;
  const day = dayNumber(local);
  return { day, minutes: Math.floor((local - day * dayMs) / minuteMs) };
}

/** RFC 3339 with the zone's offset, whole seconds: `2026-03-16T09:00:00+01:00`; UTC ends in Z. */
export function isoInZone(ms: number, zone: string): string {
  const offset = offsetMinutes(zone, ms);
  const local = new Date(ms + offset * minuteMs).toISOString().slice(0, 19);
  if (zone === 'UTC') return `${local}Z`;
  const absolute = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(absolute / 60))}:${two(absolute % 60)}`;
}

const offsets = new Map<string, Map<number, number>>();
/** No zone changes its clocks within a quarter of an hour of UTC; asking Intl for each event of a full calendar would take seconds. */
const quarterMs = 15 * minuteMs;

function offsetMinutes(zone: string, ms: number): number {
  let known = offsets.get(zone);
  if (known === undefined || known.size > 100_000) offsets.set(zone, (known = new Map<number, number>()));
  const quarter = Math.floor(ms / quarterMs);
  let offset = known.get(quarter);
  if (offset === undefined) known.set(quarter, (offset = askOffset(zone, quarter * quarterMs)));
  return offset;
}

function askOffset(zone: string, ms: number): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of format(zone).formatToParts(ms)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const local = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((local - ms) / minuteMs);
}

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (known === undefined) {
    known = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, known);
  }
  return known;
}
