import { calendarsOf, type CalendarEntry } from '../calendar/calendars.ts';
import { findEvent, storeEvent } from '../calendar/event-store.ts';
import { newEvent } from '../calendar/insert-event.ts';
import { applyFields } from '../calendar/read-event.ts';
import { dayNumber } from '../calendar/zone-time.ts';
import type { SandboxAction } from '../faults.ts';
import { json, type Reply } from '../http/reply.ts';
import type { World } from '../world.ts';

export type CalendarAction = Extract<SandboxAction, { readonly calendarId: string }>;

/** What somebody else does to a calendar while a client holds a copy of it. */
export function actOnCalendar(world: World, action: CalendarAction): Reply {
  const entry = calendarFor(world, action);
  if (entry === undefined) return json(404, { error: 'unknown_calendar' });
  switch (action.type) {
    case 'add-event': {
      const { id, ...fields } = action.fields;
      const event = newEvent(world, entry, entry.id, fields, typeof id === 'string' ? id : undefined);
      return json(200, { ok: true, id: storeEvent(world, entry, event).id });
    }
    case 'fill-calendar': {
      const { calendar } = world.state;
      calendar.revision += 1;
      calendar.fills = {
        ...calendar.fills,
        [entry.id]: { events: action.events, days: action.days, day: dayNumber(world.now()), revision: calendar.revision },
      };
      world.changed();
      return json(200, { ok: true });
    }
    case 'change-event':
    case 'remove-event': {
      const event = findEvent(world, entry, action.eventId);
      if (event === undefined) return json(404, { error: 'unknown_event' });
      const fields = action.type === 'remove-event' ? { status: 'cancelled' } : action.fields;
      return json(200, { ok: true, etag: storeEvent(world, entry, applyFields(event, fields)).etag });
    }
  }
}

/** The calendar as the account sees it; without one, as its owner does, or else whoever has it in the list. */
function calendarFor(world: World, { calendarId, account }: CalendarAction): CalendarEntry | undefined {
  const wanted = calendarId.toLowerCase();
  const owners = account === undefined ? world.accounts : world.accounts.filter((one) => one.email.toLowerCase() === account.toLowerCase());
  const entries = owners
    .flatMap((owner) => calendarsOf(owner, world.accounts))
    .filter((entry) => (wanted === 'primary' ? account !== undefined && entry.primary : entry.id.toLowerCase() === wanted));
  return entries.find((entry) => entry.accessRole === 'owner') ?? entries[0];
}
