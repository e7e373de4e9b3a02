import type { Clock } from '../shared/ports.ts';
import type { Records } from '../vault/records.ts';

export interface MethodUseDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly reportError: (error: unknown) => void;
}

/** Which methods each authorization really used, how often and when last. */
export class MethodUse {
  readonly #deps: MethodUseDeps;

  constructor(deps: MethodUseDeps) {
    this.#deps = deps;
  }

  /** A call that Google answered with success. Never rejects, never waits. */
  note(authorizationId: string, methodId: string): void {
    void this.#deps;
    void authorizationId;
    void methodId;
  }

  async forgetAccount(authorizationId: string): Promise<void> {
    void authorizationId;
  }

  /** Saves what is not saved yet; the vault is about to be locked. */
  async close(): Promise<void> {
    // Nothing is kept yet.
  }
}
