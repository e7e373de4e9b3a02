import { MISSING, LOCKED } from '../grants/grant-faults.ts';
import { FaultError } from '../shared/fault.ts';
import type { Cache } from '../vault/cache.ts';
import { ACCOUNT_FILE, readAccount, writeAccount } from './account-file.ts';
import { AccountHold, isTicked, type CalendarHold } from './account-hold.ts';
import { AccountSync } from './account-sync.ts';
import { BucketShelf } from './bucket-shelf.ts';
import { EventStore } from './event-store.ts';
import type { ComputerSettings } from './preferences.ts';
import type { SyncNeeds } from './sync-page.ts';

export interface HoldsDeps extends SyncNeeds {
  /** Of the profile; rejects with `vault-locked` while there is no key. */
  readonly cache: Cache;
  /** Null when there is no such authorization. Scopes are full ones. */
  readonly grant: (authorizationId: string) => { readonly email: string | null; readonly granted: readonly string[] } | null;
  readonly computer: () => ComputerSettings;
  /** The state of an account changed; called a few times a second at most. */
  readonly onChange: (authorizationId: string) => void;
  readonly reportError: (error: unknown) => void;
}

export interface OpenAccount {
  readonly hold: AccountHold;
  readonly sync: AccountSync;
}

/** Milliseconds between two tellings of one account. */
const TELL_EVERY_MS = 250;
/** Milliseconds between a change made here and the write that keeps it. */
const SAVE_AFTER_MS = 2000;

/** The accounts whose calendars are held in memory, each read from the cache when it is first asked for. */
export class AccountHolds {
  readonly #deps: HoldsDeps;
  readonly #shelf = new BucketShelf();
  readonly #accounts = new Map<string, Promise<OpenAccount>>();
  /** Cancels of timers, by what they are for. */
  readonly #timers = new Map<string, () => void>();
  readonly #toldSince = new Set<string>();
  /** Where the revisions of each account went to: they must not start anew after a lock, or old rows would pass for new ones. */
  readonly #revisions = new Map<string, number>();
  #open = false;

  constructor(deps: HoldsDeps) {
    this.#deps = deps;
  }

  /** The vault is open. */
  open(): void {
    this.#open = true;
  }

  /** Rejects with a FaultError: `authorization-missing`, `vault-locked`. */
  async get(authorizationId: string): Promise<OpenAccount> {
    if (!this.#open) throw new FaultError(LOCKED);
    if (this.#deps.grant(authorizationId) === null) throw new FaultError(MISSING);
    const known = this.#accounts.get(authorizationId);
    if (known !== undefined) return known;
    const opening = this.#read(authorizationId);
    this.#accounts.set(authorizationId, opening);
    opening.catch(() => this.#accounts.delete(authorizationId));
    return opening;
  }

  /** The events of a calendar, opened when first asked for. */
  store(hold: AccountHold, calendar: CalendarHold): Promise<EventStore> {
    calendar.store ??= this.#openStore(hold, calendar);
    return calendar.store;
  }

  /** An authorization changed: tells of accounts that may do more now, or less. One that is gone was opened again while it went. */
  async grantsChanged(): Promise<void> {
    for (const opening of await Promise.allSettled(this.#accounts.values())) {
      if (opening.status === 'rejected') continue;
      const { hold } = opening.value;
      if (this.#deps.grant(hold.id) === null) {
        await this.#trying(() => this.forget(hold.id));
        continue;
      }
      const granted = this.#grantedTo(hold.id);
      if (granted === hold.granted) continue;
      hold.granted = granted;
      this.changed(hold);
    }
  }

  /** Tells at once, and then at most a few times a second. */
  changed(hold: AccountHold): void {
    if (hold.closed) return;
    const { clock, onChange } = this.#deps;
    const timer = `tell ${hold.id}`;
    if (this.#timers.has(timer)) {
      this.#toldSince.add(hold.id);
      return;
    }
    const stop = clock.after(TELL_EVERY_MS, () => {
      this.#timers.delete(timer);
      if (this.#toldSince.delete(hold.id)) this.changed(hold);
    });
    this.#timers.set(timer, stop);
    onChange(hold.id);
  }

  /** Writes changes made here in a moment, many at once. */
  saveSoon(hold: AccountHold): void {
    const timer = `save ${hold.id}`;
    if (this.#timers.has(timer) || hold.closed) return;
    const stop = this.#deps.clock.after(SAVE_AFTER_MS, () => {
      this.#timers.delete(timer);
      void this.#saveAll(hold);
    });
    this.#timers.set(timer, stop);
  }

  /** Writes the account's own file. Never rejects. */
  async save(hold: AccountHold): Promise<void> {
    if (!hold.closed) await this.#trying(() => this.#deps.cache.put(hold.id, ACCOUNT_FILE, writeAccount(hold)));
  }

  /** Ends loads and removes everything of an account. Rejects with a FaultError `vault-write-failed` or `vault-locked`. */
  async forget(authorizationId: string): Promise<void> {
    const opening = this.#accounts.get(authorizationId);
    this.#accounts.delete(authorizationId);
    const account = await opening?.catch(() => undefined);
    if (account !== undefined) await this.#release(account);
    await this.#deps.cache.removeOwner(authorizationId);
  }

  /** Ends loads, writes what is not written yet, and lets go of everything: the vault is about to be locked. Never rejects. */
  async close(): Promise<void> {
    this.#open = false;
    const opening = [...this.#accounts.values()];
    this.#accounts.clear();
    for (const settled of await Promise.allSettled(opening)) {
      if (settled.status === 'rejected') continue;
      const account = settled.value;
      account.sync.cancel();
      await account.sync.idle();
      await this.#saveAll(account.hold);
      await this.#release(account);
    }
    for (const stop of this.#timers.values()) stop();
    this.#timers.clear();
    this.#toldSince.clear();
    this.#shelf.clear();
  }

  async #read(authorizationId: string): Promise<OpenAccount> {
    const { cache, computer, grant } = this.#deps;
    const hold = new AccountHold(authorizationId, computer());
    hold.granted = this.#grantedTo(authorizationId);
    hold.revision = (this.#revisions.get(authorizationId) ?? 0) + 1;
    readAccount(await cache.get(authorizationId, ACCOUNT_FILE), hold);
    const sync = new AccountSync({
      transport: this.#deps.transport,
      endpoints: this.#deps.endpoints,
      clock: this.#deps.clock,
      hold,
      computer,
      grant: () => grant(authorizationId),
      store: (calendar) => this.store(hold, calendar),
      dropCalendar: (calendar) => this.#drop(hold, calendar),
      changed: () => this.changed(hold),
      flush: (store) => this.#trying(() => store.flush()),
      save: () => this.save(hold),
      reportError: (error) => this.#report(error),
    });
    // What is shown first is there before it is asked for.
    for (const calendar of hold.calendars.values()) if (isTicked(calendar) && calendar.events > 0) void this.store(hold, calendar).catch(() => undefined);
    return { hold, sync };
  }

  #grantedTo(authorizationId: string): string {
    return [...(this.#deps.grant(authorizationId)?.granted ?? [])].sort().join(' ');
  }

  async #openStore(hold: AccountHold, calendar: CalendarHold): Promise<EventStore> {
    try {
      const store = await EventStore.open(
        {
          cache: this.#deps.cache,
          shelf: this.#shelf,
          owner: hold.id,
          calendarId: calendar.entry.id,
          onChange: () => {
            hold.revision += 1;
          },
          onLoss: () => {
            // What is left is not whole: the next sync asks for everything.
            calendar.syncToken = null;
            calendar.syncedAt = null;
            if (calendar.state === 'ready') calendar.state = 'never';
            this.changed(hold);
            this.saveSoon(hold);
          },
        },
        calendar.events > 0,
      );
      calendar.events = store.entries.size;
      return store;
    } catch (error) {
      calendar.store = null;
      throw error;
    }
  }

  /** The calendar is gone from the account's list. */
  async #drop(hold: AccountHold, calendar: CalendarHold): Promise<void> {
    await this.#trying(async () => (await this.store(hold, calendar)).destroy());
  }

  async #saveAll(hold: AccountHold): Promise<void> {
    let written = true;
    for (const calendar of hold.calendars.values()) {
      const store = await calendar.store?.catch(() => null);
      if (store === null || store === undefined) continue;
      calendar.events = store.entries.size;
      written = (await this.#trying(() => store.flush())) && written;
    }
    if (written) await this.save(hold);
  }

  async #release({ hold, sync }: OpenAccount): Promise<void> {
    hold.closed = true;
    this.#revisions.set(hold.id, hold.revision);
    sync.cancel();
    await sync.idle();
    for (const kind of ['tell', 'save']) {
      this.#timers.get(`${kind} ${hold.id}`)?.();
      this.#timers.delete(`${kind} ${hold.id}`);
    }
    for (const calendar of hold.calendars.values()) await (await calendar.store?.catch(() => null))?.close();
  }

  async #trying(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#report(error);
      return false;
    }
  }

  /** A lock in the middle of something is nothing to report. */
  #report(error: unknown): void {
    if (!(error instanceof FaultError && error.fault.code === 'vault-locked')) this.#deps.reportError(error);
  }
}
