import type { Clock } from '../shared/ports.ts';
import type { Records } from '../vault/records.ts';
import type { GrantService } from './grant-service.ts';
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
  readonly timeBoxes: Pick<TimeBoxes, 'get'>;
  readonly enabled: () => boolean;
  /** The user chose the notification about this authorization. */
  readonly onChosen: (authorizationId: string) => void;
  readonly reportError: (error: unknown) => void;
}

/** Tells in time that a sign-in or a time-boxed grant is about to end; once for each end. */
export class Reminders {
  readonly #deps: RemindersDeps;

  constructor(deps: RemindersDeps) {
    this.#deps = deps;
  }

  /** The vault is open. */
  async load(): Promise<void> {
    void this.#deps;
  }

  /** Something changed: looks again at what ends when. */
  changed(): void {
    // Nothing is watched yet.
  }

  async close(): Promise<void> {
    // Nothing runs yet.
  }
}
