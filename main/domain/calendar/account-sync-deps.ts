import type { AccountHold, CalendarHold } from './account-hold.ts';
import type { EventStore } from './event-store.ts';
import type { ComputerSettings } from './preferences.ts';
import type { SyncNeeds } from './sync-page.ts';

/** What the syncs of one account share. */
export interface AccountSyncDeps extends SyncNeeds {
  readonly hold: AccountHold;
  readonly computer: () => ComputerSettings;
  /** Asked at each sync: null when the authorization is gone. */
  readonly grant: () => { readonly email: string | null; readonly granted: readonly string[] } | null;
  readonly store: (calendar: CalendarHold) => Promise<EventStore>;
  /** A calendar is gone from the list: so is what was held of it. */
  readonly dropCalendar: (calendar: CalendarHold) => Promise<void>;
  /** Something that the page shows has changed. */
  readonly changed: () => void;
  /** Writes the events of a store. False when they are only in memory. Never rejects. */
  readonly flush: (store: EventStore) => Promise<boolean>;
  /** Writes the account's own file. Never rejects. */
  readonly save: () => Promise<void>;
  readonly reportError: (error: unknown) => void;
}
