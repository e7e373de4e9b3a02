import type { Explanation } from '../google/explanation.ts';
import type { CalendarEntry } from './calendar-entry.ts';
import type { EventStore } from './event-store.ts';
import { preferencesOfComputer, type ComputerSettings, type Preferences } from './preferences.ts';

/** `loading`: pages are on their way; `failed`: the last try ended with a problem, what was loaded before stays. */
export type SyncState = 'never' | 'waiting' | 'loading' | 'ready' | 'failed';

/** What is held of one calendar. */
export interface CalendarHold {
  entry: CalendarEntry;
  /** Ticked here; null while nobody chose: then Google's tick counts. */
  choice: boolean | null;
  syncToken: string | null;
  /** Whether what the token stands for is on disk: if not, the token must not be there either. */
  tokenLasts: boolean;
  /** When what is held was last known to be whole and current, in milliseconds. */
  syncedAt: number | null;
  /** When the last sync that Google answered whole ended; null before it, and at the start of the app. */
  endedAt: number | null;
  /** Events held, as last counted. */
  events: number;
  state: SyncState;
  arrived: number;
  problem: Explanation | null;
  /** Ids written here while a load is in progress. */
  readonly touched: Set<string>;
  /** Opened when first needed. */
  store: Promise<EventStore> | null;
}

/** What is held of one account. */
export class AccountHold {
  readonly id: string;
  readonly calendars = new Map<string, CalendarHold>();
  preferences: Preferences;
  listState: SyncState = 'never';
  listedAt: number | null = null;
  /** When the settings were last read, or tried. */
  settingsAt: number | null = null;
  problem: Explanation | null = null;
  offline = false;
  revision = 1;
  /** Scopes that were granted when the state was last looked at. */
  granted = '';
  /** Set when the account is forgotten or the vault is closing: nothing is written from then on. */
  closed = false;

  constructor(id: string, computer: ComputerSettings) {
    this.id = id;
    this.preferences = preferencesOfComputer(computer);
  }

  /** Whether the calendars are the one that can be read without the list. */
  get isPrimaryOnly(): boolean {
    return this.calendars.has('primary');
  }

  /** Takes over a new list. @returns the calendars that are gone from it */
  takeList(entries: readonly CalendarEntry[], now: number): readonly CalendarHold[] {
    const before = new Map(this.calendars);
    this.calendars.clear();
    for (const entry of entries) {
      const hold = before.get(entry.id);
      before.delete(entry.id);
      if (hold !== undefined) hold.entry = entry;
      this.calendars.set(entry.id, hold ?? newHold(entry));
    }
    this.listedAt = now;
    return [...before.values()];
  }
}

export function newHold(entry: CalendarEntry): CalendarHold {
  return {
    entry,
    choice: null,
    syncToken: null,
    tokenLasts: true,
    syncedAt: null,
    endedAt: null,
    events: 0,
    state: 'never',
    arrived: 0,
    problem: null,
    touched: new Set(),
    store: null,
  };
}

export function isTicked(hold: CalendarHold): boolean {
  return hold.choice ?? hold.entry.selectedAtGoogle;
}
