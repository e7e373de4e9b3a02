import type { RunningCalls } from '../google/running-calls.ts';
import { within } from '../shared/deadline.ts';
import { fail, ok, type Fault, type Outcome } from '../shared/fault.ts';
import { Paced } from '../shared/paced.ts';
import type { Clock } from '../shared/ports.ts';
import type { Authorization } from './authorization.ts';
import { changeOfScopes } from './change-of-scopes.ts';
import type { GrantService } from './grant-service.ts';

/** How one authorization came out. */
export interface Checked {
  readonly id: string;
  readonly email: string;
  readonly clientId: string;
  readonly clientRef: string;
  readonly outcome: 'alive' | 'changed' | 'ended' | 'unreachable' | 'skipped';
  /** What changed, or why it ended or could not be asked. */
  readonly detail: string | null;
}

export interface CheckRun {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly cancelled: boolean;
  readonly total: number;
  /** In the order they were answered; after a cancel those that were not reached are missing. */
  readonly checked: readonly Checked[];
}

export interface CheckAllDeps {
  readonly grants: Pick<GrantService, 'list' | 'get' | 'refreshNow' | 'check'>;
  readonly clock: Clock;
  readonly running: RunningCalls;
  readonly onProgress: (run: CheckRun) => void;
}

const AT_ONCE = 4;
/** Milliseconds for the refresh and the check of one. */
const DEADLINE = 45_000;
/** Faults that say nothing about the grant: Google, the network or the vault was in the way. */
const TRANSIENT = new Set(['offline', 'refresh-failed', 'check-failed', 'cancelled']);

/** Refreshes and checks every authorization, a few at a time. */
export class CheckAll {
  readonly #deps: CheckAllDeps;
  #busy = false;

  constructor(deps: CheckAllDeps) {
    this.#deps = deps;
  }

  /**
   * What is asked while a refresh of the same authorization is under way joins it. A cancel answers with what is known by then.
   * @param callId the call that `RunningCalls` can cancel
   * Faults: `check-in-progress`, `call-in-progress`.
   */
  async run(callId: string): Promise<Outcome<CheckRun>> {
    if (this.#busy) return fail('check-in-progress', 'The authorizations are being checked already.', 'Wait for that, or cancel it.');
    this.#busy = true;
    try {
      return await this.#deps.running.run(callId, async (signal) => ok(await this.#run(signal)));
    } finally {
      this.#busy = false;
    }
  }

  async #run(signal: AbortSignal): Promise<CheckRun> {
    const { grants, clock, onProgress } = this.#deps;
    const waiting = [...grants.list()];
    const checked: Checked[] = [];
    const run = { startedAt: clock.now(), total: waiting.length };
    const now = (): CheckRun => ({ ...run, endedAt: null, cancelled: signal.aborted, checked: [...checked] });
    const told = new Paced(clock, () => onProgress(now()));
    told.tell();
    const work = async (): Promise<void> => {
      for (let one = waiting.shift(); one !== undefined && !signal.aborted; one = waiting.shift()) {
        const outcome = await this.#one(grants.get(one.id), signal);
        if (outcome === null) return;
        checked.push({ id: one.id, email: one.email, clientId: one.clientId, clientRef: one.clientRef, ...outcome });
        told.tell();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    told.stop();
    const done = { ...now(), endedAt: clock.now() };
    onProgress(done);
    return done;
  }

  /** @returns null when it was cancelled */
  async #one(one: Authorization | null, signal: AbortSignal): Promise<Pick<Checked, 'outcome' | 'detail'> | null> {
    if (one === null) return { outcome: 'skipped', detail: 'Forgotten meanwhile.' };
    if (one.mark === 'revoked') return { outcome: 'skipped', detail: 'Revoked: there is nothing to ask.' };
    const asked = await within(this.#deps.clock, DEADLINE, signal, () => this.#ask(one));
    switch (asked.kind) {
      case 'value':
        return asked.value;
      case 'timeout':
        return { outcome: 'unreachable', detail: 'Google did not answer in time.' };
      case 'cancelled':
        return null;
      case 'failed':
        throw asked.error;
    }
  }

  async #ask(one: Authorization): Promise<Pick<Checked, 'outcome' | 'detail'>> {
    const { grants } = this.#deps;
    if (one.refreshToken !== null) {
      const renewed = await grants.refreshNow(one.id);
      if (!renewed.ok) return unhappy(renewed.error);
    }
    const check = await grants.check(one.id);
    if (!check.ok) return unhappy(check.error);
    if (!check.value.audienceMatches) return { outcome: 'ended', detail: 'The token was made for another client. Re-authorize this account.' };
    // Against what was stored before: the refresh may have taken a change over already.
    const detail = changeOfScopes(one.granted, check.value.scopes);
    return { outcome: detail === null ? 'alive' : 'changed', detail };
  }
}

function unhappy({ code, message }: Fault): Pick<Checked, 'outcome' | 'detail'> {
  return { outcome: TRANSIENT.has(code) || code.startsWith('vault-') ? 'unreachable' : 'ended', detail: message };
}
