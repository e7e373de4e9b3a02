import type { AccountSyncDeps } from './account-sync-deps.ts';
import { primaryOnly } from './calendar-entry.ts';
import { rightsOf, shortfallOf, type CalendarRights } from './calendar-rights.ts';
import { loadCalendarList, loadPreferences } from './sync-list.ts';

/** The list of calendars and the settings change seldom. */
const LIST_FRESH_MS = 120_000;
const SETTINGS_FRESH_MS = 600_000;

/** Keeps one account's list of calendars and its settings up to date. */
export class AccountList {
  readonly #deps: AccountSyncDeps;
  #settings: Promise<void> | null = null;

  constructor(deps: AccountSyncDeps) {
    this.#deps = deps;
  }

  /** Resolves when the settings, which nobody waits for, are not loading. */
  async idle(): Promise<void> {
    await this.#settings;
  }

  get isLoadingSettings(): boolean {
    return this.#settings !== null;
  }

  /**
   * Loads what is not fresh. Never rejects.
   * @param full as if nothing were fresh
   * @returns whether it makes sense to go on with events
   */
  async load(full: boolean, signal: AbortSignal): Promise<boolean> {
    const { hold, clock, grant } = this.#deps;
    const rights = rightsOf(grant()?.granted ?? []);
    try {
      const now = clock.now();
      const sameWay = hold.isPrimaryOnly !== rights.can.list;
      const fresh = !full && sameWay && hold.listState === 'ready' && hold.listedAt !== null && now - hold.listedAt < LIST_FRESH_MS;
      // A scope may have been granted since.
      if (fresh) hold.problem = shortfallOf(rights);
      const reached = fresh || (await this.#loadList(rights, signal));
      if (signal.aborted || hold.closed) return false;
      this.#settings ??= this.#loadSettings(rights, full, signal)
        .catch((error: unknown) => {
          this.#deps.reportError(error);
        })
        .finally(() => {
          this.#settings = null;
        });
      return reached && rights.can.read;
    } catch (error) {
      this.#deps.reportError(error);
      hold.listState = hold.listedAt === null ? 'never' : 'ready';
      return false;
    }
  }

  async #loadList(rights: CalendarRights, signal: AbortSignal): Promise<boolean> {
    const { hold, clock, grant } = this.#deps;
    const before = hold.listState;
    hold.listState = 'loading';
    this.#deps.changed();
    const answer = rights.can.list
      ? await loadCalendarList(this.#deps, { authorizationId: hold.id, again: hold.listedAt !== null }, signal)
      : { kind: 'done' as const, calendars: [primaryOnly(grant()?.email ?? null)] };
    if (hold.closed) return false;
    if (answer.kind === 'done') {
      const gone = hold.takeList(answer.calendars, clock.now());
      hold.offline = false;
      hold.problem = shortfallOf(rights);
      this.#deps.changed();
      for (const calendar of gone) await this.#deps.dropCalendar(calendar);
      await this.#deps.save();
      hold.listState = 'ready';
      this.#deps.changed();
      return true;
    }
    hold.listState = answer.kind === 'cancelled' ? before : 'failed';
    if (answer.kind === 'failed') {
      hold.problem = answer.explanation;
      hold.offline = answer.offline;
    }
    this.#deps.changed();
    // Without a network the calendars would only fail one by one.
    return answer.kind === 'failed' && !answer.offline && hold.calendars.size > 0;
  }

  async #loadSettings(rights: CalendarRights, full: boolean, signal: AbortSignal): Promise<void> {
    const { hold, clock, computer } = this.#deps;
    const now = clock.now();
    const fresh = !full && hold.settingsAt !== null && now - hold.settingsAt < SETTINGS_FRESH_MS;
    if (!rights.can.settings || fresh || hold.offline) return;
    const preferences = await loadPreferences(this.#deps, { authorizationId: hold.id, again: hold.settingsAt !== null }, computer(), signal);
    if (hold.closed || signal.aborted) return;
    hold.settingsAt = now;
    if (preferences === null) return;
    hold.preferences = preferences;
    this.#deps.changed();
    await this.#deps.save();
  }
}
