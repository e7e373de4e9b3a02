import type { Reply } from '../http/reply.ts';
import { classicError } from '../api/api-error.ts';
import type { ApiCall } from '../api/gate.ts';
import type { CalendarEntry } from './calendars.ts';

/** How much of a calendar's events a call may see. */
export type Sight = 'all' | 'busy' | 'none';

const prefix = 'https://www.googleapis.com/auth/';

function holds(api: ApiCall, ...names: readonly string[]): boolean {
  return names.some((name) => api.scopes.includes(prefix + name));
}

/** What role and scope together let a call see: the narrower of both wins. */
export function sightOf(api: ApiCall, entry: CalendarEntry): Sight {
  const byRole: Sight = entry.accessRole === 'freeBusyReader' ? 'busy' : 'all';
  if (holds(api, 'calendar', 'calendar.readonly', 'calendar.events', 'calendar.events.readonly')) return byRole;
  if (entry.accessRole === 'owner' && holds(api, 'calendar.events.owned', 'calendar.events.owned.readonly')) return byRole;
  if (entry.isPublic && holds(api, 'calendar.events.public.readonly')) return byRole;
  return holds(api, 'calendar.events.freebusy', 'calendar.freebusy') ? 'busy' : 'none';
}

/** Why a call may not change events of this calendar, or undefined when it may. */
export function writeProblem(api: ApiCall, entry: CalendarEntry): Reply | undefined {
  const role = entry.accessRole;
  if (role !== 'writer' && role !== 'owner') {
    return classicError(403, 'You need to have writer access to this calendar.', { reason: 'requiredAccessLevel', domain: 'calendar' });
  }
  if (holds(api, 'calendar', 'calendar.events') || (role === 'owner' && holds(api, 'calendar.events.owned'))) return undefined;
  return classicError(403, 'Forbidden', { reason: 'forbidden' });
}
