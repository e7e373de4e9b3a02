import { isObject, numberOf, textOf, type JsonObject } from '../shared/guards.ts';
import { newHold, type AccountHold, type CalendarHold } from './account-hold.ts';
import { roleOf } from './calendar-entry.ts';
import type { Preferences } from './preferences.ts';
import { knownZone } from './zones.ts';

const VERSION = 1;

/** Name of the account's own file in its cache. */
export const ACCOUNT_FILE = 'account';

/** What of an account is kept over a restart: the list, what is ticked, and how far each calendar was synced. */
export function writeAccount(account: AccountHold): unknown {
  return {
    v: VERSION,
    listedAt: account.listedAt,
    preferences: account.preferences.fromGoogle ? account.preferences : null,
    calendars: [...account.calendars.values()].map(({ entry, choice, syncToken, tokenLasts, syncedAt, events }) => ({
      entry,
      choice,
      syncToken: tokenLasts ? syncToken : null,
      syncedAt,
      events,
    })),
  };
}

/** Fills `account` with what the file holds; one of another version, or none, leaves it as it is. */
export function readAccount(value: unknown, account: AccountHold): void {
  if (!isObject(value) || value['v'] !== VERSION) return;
  account.listedAt = momentOf(value['listedAt']);
  if (account.listedAt !== null) account.listState = 'ready';
  const preferences = readPreferences(value['preferences']);
  if (preferences !== null) account.preferences = preferences;
  for (const item of Array.isArray(value['calendars']) ? (value['calendars'] as readonly unknown[]) : []) {
    const hold = isObject(item) ? readHold(item) : null;
    if (hold !== null) account.calendars.set(hold.entry.id, hold);
  }
}

function readHold(item: JsonObject): CalendarHold | null {
  const entry = isObject(item['entry']) ? item['entry'] : {};
  const id = textOf(entry['id']);
  const title = textOf(entry['title']);
  if (id === null || title === null) return null;
  const hold = newHold({
    id,
    title,
    description: textOf(entry['description']),
    color: textOf(entry['color']),
    role: roleOf(entry['role']),
    timeZone: knownZone(entry['timeZone']),
    primary: entry['primary'] === true,
    hidden: entry['hidden'] === true,
    selectedAtGoogle: entry['selectedAtGoogle'] === true,
  });
  hold.choice = typeof item['choice'] === 'boolean' ? item['choice'] : null;
  hold.syncToken = textOf(item['syncToken']);
  hold.syncedAt = momentOf(item['syncedAt']);
  hold.events = Math.max(0, numberOf(item['events']) ?? 0);
  hold.state = hold.syncedAt === null ? 'never' : 'ready';
  return hold;
}

function readPreferences(value: unknown): Preferences | null {
  if (!isObject(value)) return null;
  const timeZone = knownZone(value['timeZone']);
  const weekStart = numberOf(value['weekStart']);
  const defaultMinutes = numberOf(value['defaultMinutes']);
  if (timeZone === null || weekStart === null || defaultMinutes === null) return null;
  return {
    timeZone,
    weekStart,
    format24Hour: value['format24Hour'] === true,
    hideWeekends: value['hideWeekends'] === true,
    showDeclined: value['showDeclined'] === true,
    defaultMinutes,
    fromGoogle: true,
  };
}

function momentOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : null;
}
