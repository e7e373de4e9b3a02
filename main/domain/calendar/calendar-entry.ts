import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import type { CalendarFacts, CalendarRole } from './event-row.ts';
import { knownZone } from './zones.ts';
import { shownText } from './shown-text.ts';

/** One calendar of an account's list. */
export interface CalendarEntry extends Omit<CalendarFacts, 'accountEmail'> {
  readonly description: string | null;
  /** `#rrggbb`; null when it is missing or odd. */
  readonly color: string | null;
  /** Hidden in Google Calendar's own list. */
  readonly hidden: boolean;
  /** Ticked in Google Calendar. */
  readonly selectedAtGoogle: boolean;
}

const roles: ReadonlySet<unknown> = new Set<CalendarRole>(['owner', 'writer', 'writerWithoutPrivateAccess', 'reader', 'freeBusyReader']);
/** More calendars than anybody has; ends a list that never ends. */
const MOST = 1000;
const MAX_TITLE = 200;
const MAX_DESCRIPTION = 2000;

export function roleOf(value: unknown): CalendarRole {
  return roles.has(value) ? (value as CalendarRole) : 'unknown';
}

/**
 * The entries of calendarList.list, each id once. What has no usable id, or is deleted, is left out.
 * https://developers.google.com/workspace/calendar/api/v3/reference/calendarList#resource
 */
export function readCalendarList(items: readonly unknown[]): readonly CalendarEntry[] {
  const entries = new Map<string, CalendarEntry>();
  for (const item of items) {
    const entry = isObject(item) && item['deleted'] !== true ? readEntry(item) : null;
    if (entry !== null && !entries.has(entry.id) && entries.size < MOST) entries.set(entry.id, entry);
  }
  return sorted([...entries.values()]);
}

/** The one calendar that can be read without the list. https://developers.google.com/workspace/calendar/api/concepts/events-calendars */
export function primaryOnly(email: string | null): CalendarEntry {
  return {
    id: 'primary',
    title: email ?? 'Primary calendar',
    description: null,
    color: null,
    role: 'unknown',
    timeZone: null,
    primary: true,
    hidden: false,
    selectedAtGoogle: true,
  };
}

function readEntry(item: JsonObject): CalendarEntry | null {
  const id = textOf(item['id']);
  // A dot alone cannot stand in an address.
  if (id === null || id.length > 1024 || /^\.+$/.test(id)) return null;
  const color = textOf(item['backgroundColor']);
  const title = [item['summaryOverride'], item['summary']].map((text) => shownText(textOf(text) ?? '').trim()).find((text) => text !== '');
  const primary = item['primary'] === true;
  return {
    id,
    title: (title ?? id).slice(0, MAX_TITLE),
    description: textOf(item['description'])?.slice(0, MAX_DESCRIPTION) ?? null,
    color: color !== null && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : null,
    role: roleOf(item['accessRole']),
    timeZone: knownZone(item['timeZone']),
    primary,
    hidden: item['hidden'] === true,
    selectedAtGoogle: item['selected'] === true || primary,
  };
}

/** Primary first, then by title. */
function sorted(entries: readonly CalendarEntry[]): readonly CalendarEntry[] {
  const order = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  return [...entries].sort((a, b) => Number(b.primary) - Number(a.primary) || order.compare(a.title, b.title) || order.compare(a.id, b.id));
}
