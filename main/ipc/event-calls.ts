import { fault } from '../domain/shared/fault.ts';
import { failed, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type EventCalls = Pick<Handlers, 'calendarEvent' | 'openEventLink' | 'searchEvents' | 'freeBusy' | 'writeEvent'>;

export function eventCalls(_services: Services): EventCalls {
  const none = async () => failed(fault('not-built', 'Not built yet.'));
  return {
    calendarEvent: none,
    openEventLink: none,
    searchEvents: none,
    freeBusy: none,
    writeEvent: none,
  };
}
