import { classicError } from '../api/api-error.ts';
import type { ApiHandler } from '../api/gate.ts';
import { empty } from '../http/reply.ts';
import { storeEvent } from './event-store.ts';
import { withEvent } from './write-access.ts';

/** events.delete: 204, or 410 deleted the second time. A series takes its changed instances along. */
export const deleteEvent: ApiHandler = (api) =>
  withEvent(api, (entry, event) => {
    if (event.status === 'cancelled') return classicError(410, 'Resource has been deleted', { reason: 'deleted' });
    storeEvent(api.world, entry, { ...event, status: 'cancelled' });
    return empty(204);
  });
