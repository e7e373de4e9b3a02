import type { EventRowDto } from '../../../preload/contract/calendar.ts';
import { dateAt } from './view-dates.ts';

export interface FoundDay {
  readonly date: string;
  readonly events: readonly EventRowDto[];
}

/**
 * What was found, by day: what is still to come first, then the past, both from today outwards.
 * @param rows by start
 */
export function foundDays(rows: readonly EventRowDto[], zone: string, today: string): { readonly ahead: readonly FoundDay[]; readonly past: readonly FoundDay[] } {
  const byDate = new Map<string, EventRowDto[]>();
  for (const row of rows) {
    const date = row.allDay ? row.start : dateAt(Date.parse(row.start), zone);
    const day = byDate.get(date);
    if (day === undefined) byDate.set(date, [row]);
    else day.push(row);
  }
  const days = [...byDate].map(([date, events]): FoundDay => ({ date, events })).sort((a, b) => (a.date < b.date ? -1 : 1));
  return { ahead: days.filter(({ date }) => date >= today), past: days.filter(({ date }) => date < today).reverse() };
}
