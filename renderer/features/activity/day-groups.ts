import type { ActivityRowDto } from '../../../preload/contract/activity.ts';

export interface DayGroup {
  /** Local, `2026-11-26`. */
  readonly key: string;
  readonly heading: string;
  readonly rows: readonly ActivityRowDto[];
}

/** Rows of one local day together. @param rows newest first @param now milliseconds since the epoch, for `Today` */
export function dayGroups(rows: readonly ActivityRowDto[], now: number): readonly DayGroup[] {
  const days = new Map<string, ActivityRowDto[]>();
  for (const row of rows) {
    const key = dayKey(new Date(row.at));
    const day = days.get(key);
    if (day === undefined) days.set(key, [row]);
    else day.push(row);
  }
  return [...days].map(([key, ofDay]) => ({ key, heading: headingOf(new Date(ofDay[0]?.at ?? now), now), rows: ofDay }));
}

function dayKey(date: Date): string {
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

const sameYear: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long' };

function headingOf(date: Date, now: number): string {
  const today = new Date(now);
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  const words = date.toLocaleDateString('en-GB', date.getFullYear() === today.getFullYear() ? sameYear : { ...sameYear, year: 'numeric' });
  if (dayKey(date) === dayKey(today)) return `Today, ${words}`;
  return dayKey(date) === dayKey(yesterday) ? `Yesterday, ${words}` : words;
}
