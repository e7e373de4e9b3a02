import type { ClientService } from '../clients/client-service.ts';
import { Alarm } from '../shared/alarm.ts';
import { FaultError } from '../shared/fault.ts';
import { isObject } from '../shared/guards.ts';
import type { Clock } from '../shared/ports.ts';
import type { Records } from '../vault/records.ts';
import type { Authorization } from './authorization.ts';
import type { GrantService } from './grant-service.ts';
import { dueReminders, remindersOf } from './reminder-times.ts';
import { reminderWords } from './reminder-words.ts';
import { signInEnds } from './sign-in-ends.ts';
import type { TimeBoxes } from './time-boxes.ts';

/** Shows a notification of the desktop. */
export interface Notifier {
  /** Never rejects; where the desktop shows none, nothing happens. @param onClick called when the user chose it */
  show(notification: { readonly title: string; readonly body: string; readonly onClick: () => void }): void;
}

export interface RemindersDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly grants: Pick<GrantService, 'list'>;
  readonly clients: Pick<ClientService, 'list'>;
  readonly timeBoxes: Pick<TimeBoxes, 'get'>;
  readonly enabled: () => boolean;
  /** The user chose the notification about this authorization. */
  readonly onChosen: (authorizationId: string) => void;
  readonly reportError: (error: unknown) => void;
}

/** Changes come in swarms (a refresh of everything): one look a second is enough. */
const SOON = 1000;
/** Keys remembered for one authorization. An idle rule makes a new end with every use. */
const MOST_KEYS = 20;

/** Tells in time that a sign-in or a time-boxed grant is about to end; once for each end, also when the app starts late. */
export class Reminders {
  readonly #deps: RemindersDeps;
  readonly #alarm: Alarm;
  /** Keys of what was told, by authorization. Null while the vault is locked. */
  #told: Map<string, readonly string[]> | null = null;
  #looking: Promise<void> | null = null;

  constructor(deps: RemindersDeps) {
    this.#deps = deps;
    this.#alarm = new Alarm(deps.clock, () => this.#begin());
  }

  /** The vault is open. */
  async load(): Promise<void> {
    const told = new Map<string, readonly string[]>();
    for (const { id, value } of await this.#deps.records.list('reminder')) {
      const keys = isObject(value) && Array.isArray(value['told']) ? value['told'] : [];
      told.set(id, keys.filter((key) => typeof key === 'string'));
    }
    this.#told = told;
    this.changed();
  }

  /** Something changed: looks again at what ends when. */
  changed(): void {
    if (this.#told !== null) this.#alarm.set(this.#deps.clock.now() + SOON);
  }

  /** The authorization is being forgotten; rejects with the vault's FaultError. */
  async forget(authorizationId: string): Promise<void> {
    if (this.#told?.delete(authorizationId) === true) await this.#deps.records.remove('reminder', authorizationId);
  }

  async close(): Promise<void> {
    this.#told = null;
    this.#alarm.set(null);
    await this.#looking;
  }

  #begin(): void {
    if (this.#looking !== null) {
      this.changed();
      return;
    }
    this.#looking = this.#look()
      .catch((error: unknown) => {
        // Locked at this very moment: the next load looks again.
        if (!(error instanceof FaultError && error.fault.code === 'vault-locked')) this.#deps.reportError(error);
      })
      .finally(() => {
        this.#looking = null;
      });
  }

  async #look(): Promise<void> {
    const told = this.#told;
    if (told === null || !this.#deps.enabled()) return;
    const { clock, grants, clients, timeBoxes } = this.#deps;
    const publishing = new Map((await clients.list()).map((client) => [client.id, client.publishing]));
    const now = clock.now();
    let next: number | null = null;
    for (const one of grants.list()) {
      const reminders = remindersOf(one, signInEnds(one, publishing.get(one.clientRef)), timeBoxes.get(one.id));
      const due = dueReminders(reminders, new Set(told.get(one.id)), now);
      if (due.next !== null) next = Math.min(due.next, next ?? due.next);
      if (due.say.length === 0 || this.#told !== told) continue;
      await this.#remember(told, one.id, due.keys);
      for (const reminder of due.say) this.#show(one, reminderWords(reminder, one.email, now));
    }
    if (this.#told === told) this.#alarm.set(next);
  }

  /** Written before anything is shown: a start after a crash must not say it again. What cannot be written holds until the app ends. */
  async #remember(told: Map<string, readonly string[]>, id: string, keys: readonly string[]): Promise<void> {
    const all = [...new Set([...(told.get(id) ?? []), ...keys])].slice(-MOST_KEYS);
    told.set(id, all);
    try {
      await this.#deps.records.put('reminder', id, { told: all });
    } catch (error) {
      this.#deps.reportError(error);
    }
  }

  #show({ id }: Authorization, words: { readonly title: string; readonly body: string }): void {
    this.#deps.notifier.show({ ...words, onClick: () => this.#deps.onChosen(id) });
  }
}
