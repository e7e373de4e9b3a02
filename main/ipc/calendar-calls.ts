import { fault } from '../domain/shared/fault.ts';
import { failed, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type CalendarCalls = Pick<
  Handlers,
  'openCalendar' | 'selectCalendar' | 'syncCalendars' | 'cancelCalendarSync' | 'calendarEvents' | 'agendaDays' | 'agenda'
>;

export function calendarCalls(_services: Services): CalendarCalls {
  const none = async () => failed(fault('not-built', 'Not built yet.'));
  return {
    openCalendar: none,
    selectCalendar: none,
    syncCalendars: none,
    cancelCalendarSync: none,
    calendarEvents: none,
    agendaDays: none,
    agenda: none,
  };
}
