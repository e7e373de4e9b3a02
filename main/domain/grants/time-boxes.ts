import type { Clock } from '../shared/ports.ts';
import type { Problem } from '../shared/fault.ts';
import type { Records } from '../vault/records.ts';
import type { GrantService } from './grant-service.ts';

export interface TimeBoxesDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly grants: Pick<GrantService, 'get' | 'revoke'>;
  /** The end of an authorization was set, changed, or came to something. */
  readonly onChange: () => void;
  readonly reportError: (error: unknown) => void;
}

export interface TimeBox {
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
  readonly state: 'running' | 'overdue';
  /** Why the last revoke failed. */
  readonly problem: Problem | null;
}

/** Grants that revoke themselves at a moment, also when the app was closed meanwhile. */
export class TimeBoxes {
  readonly #deps: TimeBoxesDeps;

  constructor(deps: TimeBoxesDeps) {
    this.#deps = deps;
  }

  /** The vault is open: what is due is revoked now, the rest waits for its moment. */
  async load(): Promise<void> {
    void this.#deps;
  }

  get(authorizationId: string): TimeBox | null {
    void authorizationId;
    return null;
  }

  async forget(authorizationId: string): Promise<void> {
    void authorizationId;
  }

  /** No timer outlives the open vault. */
  async close(): Promise<void> {
    // Nothing runs yet.
  }
}
