import { classicError, invalidParameter } from '../api/api-error.ts';
import type { ApiCall, ApiHandler } from '../api/gate.ts';
import { isDateTime } from '../api/check-parameters.ts';
import { membersOf } from '../groups/group-members.ts';
import { groupSeed } from '../groups/group-seed.ts';
import { jsonObjectOf } from '../http/call.ts';
import { json } from '../http/reply.ts';
import type { World } from '../world.ts';
import { findCalendar } from './calendar-list.ts';
import type { CalendarEntry } from './calendars.ts';
import { eventsOf } from './event-store.ts';
import type { CalendarEvent } from './event.ts';
import { spanOf } from './make-event.ts';
import { instancesOf } from './recurrence.ts';
import { colleagues } from './seed-words.ts';
import { isoInZone, isZone } from './zone-time.ts';

const mostCalendars = 50;
const mostMembers = 100;

/** freebusy.query: answers 200 even when calendars fail; their errors stand beside them. */
export const queryFreeBusy: ApiHandler = (api) => {
  const body = jsonObjectOf(api.call);
  if (body === undefined) return classicError(400, 'Parse Error', { reason: 'parseError' });
  const { timeMin, timeMax, items, timeZone } = body;
  if (typeof timeMin !== 'string' || !isDateTime(timeMin)) return invalidParameter('timeMin', 'Missing or invalid timeMin', 'required');
  if (typeof timeMax !== 'string' || !isDateTime(timeMax)) return invalidParameter('timeMax', 'Missing or invalid timeMax', 'required');
  const from = Date.parse(timeMin);
  const to = Date.parse(timeMax);
  if (from >= to) return invalidParameter('timeMax', 'The specified time range is empty.', 'timeRangeEmpty');
  const zone = typeof timeZone === 'string' ? timeZone : 'UTC';
  if (!isZone(zone)) return invalidParameter('timeZone', 'Invalid time zone.');

  const asked = (Array.isArray(items) ? (items as unknown[]) : []).map(idOf);
  const groups = asked.flatMap((id): [string, GroupAnswer][] => {
    const answer = openGroup(api, id, body['groupExpansionMax']);
    return answer === undefined ? [] : [[id, answer]];
  });
  const inGroups = groups.flatMap(([, answer]) => answer.calendars ?? []);
  const ids = [...new Set([...asked.filter((id) => !groups.some(([group]) => group === id)), ...inGroups])];
  const calendars = ids.map((id, index): [string, unknown] => {
    if (index >= mostCalendars) return [id, { errors: [{ domain: 'calendar', reason: 'tooManyCalendarsRequested' }], busy: [] }];
    const entry = findCalendar(api, id) ?? colleagueCalendar(api, id);
    if (entry === undefined) return [id, { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] }];
    return [id, { busy: busyTimes(api.world, entry, from, to).map((span) => ({ start: isoInZone(span.from, zone), end: isoInZone(span.to, zone) })) }];
  });
  return json(200, {
    kind: 'calendar#freeBusy',
    timeMin: new Date(from).toISOString(),
    timeMax: new Date(to).toISOString(),
    ...(groups.length === 0 ? {} : { groups: Object.fromEntries(groups) }),
    calendars: Object.fromEntries(calendars),
  });
};

interface GroupAnswer {
  readonly calendars?: readonly string[];
  readonly errors?: readonly { readonly domain: string; readonly reason: string }[];
}

/** The members of a group of the caller's domain, or why they are not told; undefined for what is no such group. */
function openGroup({ account }: ApiCall, id: string, most: unknown): GroupAnswer | undefined {
  const email = id.toLowerCase();
  if (account.domain === null || !groupSeed.has(email) || !email.endsWith(`@${account.domain}`)) return undefined;
  const calendars = membersOf(email);
  const limit = Math.min(typeof most === 'number' && most > 0 ? most : mostMembers, mostMembers);
  return calendars.length > limit ? { errors: [{ domain: 'calendar', reason: 'groupTooBig' }] } : { calendars };
}

/** People of the domain without an account here have busy times all the same; strangers have none. */
function colleagueCalendar({ account }: ApiCall, id: string): CalendarEntry | undefined {
  const email = id.toLowerCase();
  if (account.domain === null || !colleagues.some((name) => email === `${name}@${account.domain ?? ''}`)) return undefined;
  const { timeZone } = account;
  const entry = { id: email, summary: email, timeZone, accessRole: 'freeBusyReader', colorId: '1', flavour: 'personal' } as const;
  return { ...entry, selected: false, hidden: true, primary: false, isPublic: false };
}

function idOf(item: unknown): string {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id : '';
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Merged times in which the calendar is busy: not cancelled, not marked free, not declined. */
function busyTimes(world: World, entry: CalendarEntry, from: number, to: number): readonly Span[] {
  const events = eventsOf(world, entry);
  const spans = [...events.values()]
    .flatMap((event) =>
      event.recurrence === undefined
        ? [event]
        : instancesOf(event, entry.timeZone, from, to).filter((instance) => !events.has(instance.id)),
    )
    .filter(blocks)
    .map((event) => spanOf(event, entry.timeZone))
    .filter((span) => span.to > from && span.from < to)
    .map((span) => ({ from: Math.max(span.from, from), to: Math.min(span.to, to) }))
    .sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}

function blocks(event: CalendarEvent): boolean {
  const declined = event.attendees?.some((person) => person.self === true && person.responseStatus === 'declined') === true;
  return event.status !== 'cancelled' && event.transparency !== 'transparent' && !declined;
}
