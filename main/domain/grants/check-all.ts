import type { Clock } from '../shared/ports.ts';
import type { RunningCalls } from '../google/running-calls.ts';
import type { GrantService } from './grant-service.ts';

export interface Checked {
  readonly id: string;
  readonly email: string;
  readonly clientId: string;
  readonly clientRef: string;
  readonly outcome: 'alive' | 'changed' | 'ended' | 'unreachable' | 'skipped';
  readonly detail: string | null;
}

export interface CheckRun {
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly cancelled: boolean;
  readonly total: number;
  readonly checked: readonly Checked[];
}

export interface CheckAllDeps {
  readonly grants: Pick<GrantService, 'list' | 'get' | 'refreshNow' | 'check'>;
  readonly clock: Clock;
  readonly running: RunningCalls;
  readonly onProgress: (run: CheckRun) => void;
}

/** Refreshes and checks every authorization, a few at a time. */
export class CheckAll {
  readonly #deps: CheckAllDeps;

  constructor(deps: CheckAllDeps) {
    this.#deps = deps;
  }

  get deps(): CheckAllDeps {
    return this.#deps;
  }
}
