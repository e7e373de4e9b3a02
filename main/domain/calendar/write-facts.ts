import { textOf, type JsonObject } from '../shared/guards.ts';
import { recurrenceOf } from './detail-fields.ts';
import type { CalendarFacts } from './held-events.ts';

/** What is known of a calendar; of one that is not in the list nothing but its id. */
export function factsOf(calendars: readonly CalendarFacts[], id: string): CalendarFacts {
  return calendars.find((calendar) => calendar.id === id) ?? { id, title: id, role: 'unknown', timeZone: null, primary: false, accountEmail: null };
}

/** Whether it is a series as such, not one of its instances. */
export function isSeries(raw: JsonObject): boolean {
  return textOf(raw['recurringEventId']) === null && recurrenceOf(raw).length > 0;
}
