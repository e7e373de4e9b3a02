import {
  agendaDaysSchema,
  agendaSchema,
  calendarEventsSchema,
  calendarRefSchema,
  calendarSelectSchema,
  calendarSyncSchema,
} from '../../preload/contract/calendar.ts';
import { call, done, value, type Handlers } from './answer.ts';
import { calendarStateDto } from './calendar-dto.ts';
import type { Services } from './services.ts';

type CalendarCalls = Pick<
  Handlers,
  'openCalendar' | 'selectCalendar' | 'syncCalendars' | 'cancelCalendarSync' | 'calendarEvents' | 'agendaDays' | 'agenda'
>;

/** Characters of an argument with ids: a thousand calendars, each named as long as the contract allows, fit. */
export const idsCap = 2 * 1024 * 1024;

export function calendarCalls(services: Services): CalendarCalls {
  const calendars = async () => (await services.workspace()).calendars;
  return {
    openCalendar: call(calendarRefSchema, async ({ authorizationId }) => value(calendarStateDto(await (await calendars()).open(authorizationId)))),
    selectCalendar: call(calendarSelectSchema, async ({ authorizationId, calendarId, selected }) => {
      await (await calendars()).select(authorizationId, calendarId, selected);
      return done;
    }),
    syncCalendars: call(
      calendarSyncSchema,
      async ({ authorizationId, calendarIds, full }) => {
        await (await calendars()).sync(authorizationId, calendarIds, full);
        return done;
      },
      idsCap,
    ),
    cancelCalendarSync: call(calendarRefSchema, async ({ authorizationId }) => {
      await (await calendars()).cancel(authorizationId);
      return done;
    }),
    calendarEvents: call(
      calendarEventsSchema,
      async ({ authorizationId, calendarIds, from, to }) => value(await (await calendars()).events(authorizationId, calendarIds, from, to)),
      idsCap,
    ),
    agendaDays: call(
      agendaDaysSchema,
      async ({ authorizationId, calendarIds, ...filter }) => value(await (await calendars()).agendaDays(authorizationId, calendarIds, filter)),
      idsCap,
    ),
    agenda: call(
      agendaSchema,
      async ({ authorizationId, calendarIds, first, last, ...filter }) =>
        value(await (await calendars()).agenda(authorizationId, calendarIds, filter, first, last)),
      idsCap,
    ),
  };
}
