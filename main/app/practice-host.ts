import { standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { fail, fault, FaultError, ok, type Fault, type Outcome } from '../domain/shared/fault.ts';
import type { Clock, Fetch } from '../domain/shared/ports.ts';
import { SandboxControl } from './sandbox-control.ts';

/** A running stand-in. */
export interface RunningSandbox {
  readonly origin: string;
  readonly controlKey: string;
  stop(): Promise<void>;
}

export interface PracticeHostDeps {
  /** `onGone`: it ended by itself. */
  start(onGone: () => void): Promise<RunningSandbox>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** It ended by itself and was started again (at another port), or could not be. */
  onRestarted(outcome: Outcome<GoogleEndpoints>): void;
  /** It did not start, for a reason that is not told as a fault. */
  reportError(error: unknown): void;
}

const notOn: Fault = fault('practice-off', 'Practice mode is not on.', 'Enter it from Authorizations: Try the sandbox.');

/** One that ends sooner than this, in milliseconds, would end again: it is not started once more. */
const leastLife = 5000;

/** Keeps the sandbox running while practice mode is on. */
export class PracticeHost {
  readonly #deps: PracticeHostDeps;
  #running: RunningSandbox | null = null;
  #startedAt = 0;
  /** Grows with every start and stop: an end that belongs to an earlier start is no crash. */
  #generation = 0;

  constructor(deps: PracticeHostDeps) {
    this.#deps = deps;
  }

  /** Faults: `practice-failed`; `practice-off` when it was stopped meanwhile. Never rejects. */
  async start(): Promise<Outcome<GoogleEndpoints>> {
    const generation = ++this.#generation;
    try {
      const running = await this.#deps.start(() => void this.#gone(generation));
      if (generation !== this.#generation) {
        await running.stop();
        return { ok: false, error: notOn };
      }
      const endpoints = standInEndpoints(running.origin);
      if (endpoints === null) {
        await running.stop();
        return fail('practice-failed', 'The sandbox came up on another computer’s address, so it was stopped.');
      }
      this.#running = running;
      this.#startedAt = this.#deps.clock.now();
      return ok(endpoints);
    } catch (error) {
      if (error instanceof FaultError) return { ok: false, error: error.fault };
      this.#deps.reportError(error);
      return fail('practice-failed', 'The sandbox did not start.', 'Try again; the rest of Grantdesk works without it.');
    }
  }

  async stop(): Promise<void> {
    this.#generation++;
    const running = this.#running;
    this.#running = null;
    await running?.stop();
  }

  /** The sandbox's own door. Faults: `practice-off`. */
  control(): Outcome<SandboxControl> {
    return this.#running === null ? { ok: false, error: notOn } : ok(new SandboxControl(this.#running, this.#deps.fetch));
  }

  async #gone(generation: number): Promise<void> {
    if (generation !== this.#generation) return;
    this.#running = null;
    const lived = this.#deps.clock.now() - this.#startedAt;
    if (lived < leastLife) {
      this.#deps.onRestarted(fail('practice-failed', 'The sandbox ends as soon as it starts.', 'Leave practice mode and enter it again.'));
      return;
    }
    const restarting = this.start();
    const latest = this.#generation;
    const outcome = await restarting;
    // Stopped or started by somebody meanwhile: then this one is no news.
    if (latest === this.#generation) this.#deps.onRestarted(outcome);
  }
}
