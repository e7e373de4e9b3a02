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
  /** Rejects with a FaultError. `onGone`: it ended by itself. */
  start(onGone: () => void): Promise<RunningSandbox>;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** It ended by itself and was started again (at another port), or could not be. */
  onRestarted(outcome: Outcome<GoogleEndpoints>): void;
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

  /** Faults: `practice-failed`. */
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
      throw error;
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
    const tooSoon = fail('practice-failed', 'The sandbox ends as soon as it starts.', 'Leave practice mode and enter it again.');
    this.#deps.onRestarted(lived < leastLife ? tooSoon : await this.start());
  }
}
