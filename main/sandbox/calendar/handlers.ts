import type { ApiHandler } from '../api/gate.ts';
import { getCalendar, getCalendarEntry, listCalendars } from './calendar-list.ts';
import { getColors } from './colors.ts';

/** Calendar v3, by method id. A method of the table that is missing here answers 501 once token and scopes have passed. */
export const calendarHandlers: Readonly<Record<string, ApiHandler>> = {
  'calendar.calendarList.list': listCalendars,
  'calendar.calendarList.get': getCalendarEntry,
  'calendar.calendars.get': getCalendar,
  'calendar.colors.get': getColors,
};
