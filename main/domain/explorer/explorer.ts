import type { ApiLibrary } from '../google/library/api-library.ts';
import type { RunningCalls } from '../google/running-calls.ts';
import type { Transport } from '../google/transport.ts';
import type { Authorization } from '../grants/authorization.ts';
import type { GoogleEndpoints } from '../oauth/endpoints.ts';
import type { Clock, Random } from '../shared/ports.ts';
import type { Records } from '../vault/records.ts';

export interface ExplorerDeps {
  readonly transport: Pick<Transport, 'send'>;
  readonly endpoints: () => GoogleEndpoints;
  readonly apis: Pick<ApiLibrary, 'find'>;
  readonly grant: (id: string) => Authorization | null;
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
  readonly running: RunningCalls;
}

/** Calls of any method of a known API, and the history of them. */
export class Explorer {
  readonly #deps: ExplorerDeps;

  constructor(deps: ExplorerDeps) {
    this.#deps = deps;
  }

  /** An authorization is being forgotten: its history goes. */
  async forgetAccount(authorizationId: string): Promise<void> {
    void this.#deps;
    void authorizationId;
  }
}
