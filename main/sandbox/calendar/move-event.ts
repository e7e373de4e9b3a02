import { classicError, notFound } from '../api/api-error.ts';
import type { ApiHandler } from '../api/gate.ts';
import { writeProblem } from './access.ts';
import { findCalendar } from './calendar-list.ts';
import { storeEvent } from './event-store.ts';
import { isOrganizer, notForGuests } from './guest-rules.ts';
import { answerEvent, withEvent } from './write-access.ts';

/** events.move: to another calendar of the caller; the organizer changes. Only events of the default type, and no single instances. */
export const moveEvent: ApiHandler = (api) =>
  withEvent(api, (entry, event) => {
    const target = findCalendar(api, api.query('destination') ?? '');
    if (target === undefined) return notFound();
    const problem = writeProblem(api, target);
    if (problem !== undefined) return problem;
    if ((event.eventType ?? 'default') !== 'default' || event.recurringEventId !== undefined || event.status === 'cancelled') {
      return classicError(400, 'This event cannot be moved.', { reason: 'invalid' });
    }
    if (!isOrganizer(entry, event)) return notForGuests();
    if (target.id === entry.id) return answerEvent(api, entry, event);
    storeEvent(api.world, entry, { ...event, status: 'cancelled' });
    return answerEvent(api, target, storeEvent(api.world, target, { ...event, organizer: { email: target.id } }));
  });
