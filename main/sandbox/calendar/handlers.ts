import type { ApiHandler } from '../api/gate.ts';
import { getAcl, listAcl } from './acl.ts';
import { getCalendar, getCalendarEntry, listCalendars } from './calendar-list.ts';
import { patchEvent, updateEvent } from './change-event.ts';
import { getColors } from './colors.ts';
import { deleteEvent } from './delete-event.ts';
import { queryFreeBusy } from './freebusy.ts';
import { getEvent, listInstances } from './get-event.ts';
import { insertEvent } from './insert-event.ts';
import { listEvents } from './list-events.ts';
import { moveEvent } from './move-event.ts';
import { quickAddEvent } from './quick-add.ts';
import { getSetting, listSettings } from './settings.ts';

/** Calendar v3, by method id. A method of the table that is missing here answers 501 once token and scopes have passed. */
export const calendarHandlers: Readonly<Record<string, ApiHandler>> = {
  'calendar.acl.get': getAcl,
  'calendar.acl.list': listAcl,
  'calendar.calendarList.get': getCalendarEntry,
  'calendar.calendarList.list': listCalendars,
  'calendar.calendars.get': getCalendar,
  'calendar.colors.get': getColors,
  'calendar.events.delete': deleteEvent,
  'calendar.events.get': getEvent,
  'calendar.events.insert': insertEvent,
  'calendar.events.instances': listInstances,
  'calendar.events.list': listEvents,
  'calendar.events.move': moveEvent,
  'calendar.events.patch': patchEvent,
  'calendar.events.quickAdd': quickAddEvent,
  'calendar.events.update': updateEvent,
  'calendar.freebusy.query': queryFreeBusy,
  'calendar.settings.get': getSetting,
  'calendar.settings.list': listSettings,
};
