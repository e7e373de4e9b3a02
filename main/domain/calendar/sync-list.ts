import type { JsonObject } from '../shared/guards.ts';
import { readCalendarList, type CalendarEntry } from './calendar-entry.ts';
import { calendarMethod } from './calendar-rights.ts';
import { readSettings, type ComputerSettings, type Preferences } from './preferences.ts';
import { askPage, type Query, type SyncFailure, type SyncNeeds } from './sync-page.ts';
import { eachPage } from './sync-pages.ts';
import type { GoogleMethod } from '../google/methods/method-table.ts';

const listMethod = calendarMethod('calendar.calendarList.list');
const settingsMethod = calendarMethod('calendar.settings.list');
/** The largest page both lists give. */
const PAGE_SIZE = 250;

interface Reading {
  readonly authorizationId: string;
  /** It was read before: Activity gets a line only when it fails. */
  readonly again: boolean;
}

/** The account's calendars, hidden ones too. https://developers.google.com/workspace/calendar/api/v3/reference/calendarList/list */
export async function loadCalendarList(
  needs: SyncNeeds,
  of: Reading,
  signal: AbortSignal,
): Promise<{ readonly kind: 'done'; readonly calendars: readonly CalendarEntry[] } | SyncFailure> {
  const answer = await loadAll(needs, of, listMethod, { showHidden: 'true' }, signal);
  return answer.kind === 'done' ? { kind: 'done', calendars: readCalendarList(answer.items) } : answer;
}

/** Null when they could not be read. https://developers.google.com/workspace/calendar/api/v3/reference/settings/list */
export async function loadPreferences(
  needs: SyncNeeds,
  of: Reading,
  computer: ComputerSettings,
  signal: AbortSignal,
): Promise<Preferences | null> {
  const answer = await loadAll(needs, of, settingsMethod, {}, signal);
  return answer.kind === 'done' ? readSettings(answer.items, computer) : null;
}

async function loadAll(
  needs: SyncNeeds,
  { authorizationId, again }: Reading,
  method: GoogleMethod,
  query: Query,
  signal: AbortSignal,
): Promise<{ readonly kind: 'done'; readonly items: readonly JsonObject[] } | SyncFailure> {
  const items: JsonObject[] = [];
  const end = await eachPage({
    ask: (page) => askPage(needs, { authorizationId, method, path: {}, query: page, ...(again ? { tell: 'failures' } : {}) }, signal),
    query,
    size: PAGE_SIZE,
    // One by one: a call takes only so many arguments.
    onItems: (more) => { for (const item of more) items.push(item); },
  });
  return end.kind === 'done' ? { kind: 'done', items } : end;
}
