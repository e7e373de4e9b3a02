import { fail, type Outcome } from '../shared/fault.ts';

/** Calls at a time: more than a person starts, few enough to hold all their answers. */
const MOST = 50;

/** The calls in progress that the window can cancel, each under the id it chose. */
export class RunningCalls {
  readonly #running = new Map<string, AbortController>();

  /** Faults: `call-in-progress` when the id is already used by a running call, `too-many-calls`. Otherwise what `work` gives. */
  async run<T>(callId: string, work: (signal: AbortSignal) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (this.#running.has(callId)) return fail('call-in-progress', 'This call is still running.', 'Wait for it, or cancel it.');
    if (this.#running.size >= MOST) return fail('too-many-calls', 'Too many calls are in progress.', 'Wait for them, or cancel some.');
    const controller = new AbortController();
    this.#running.set(callId, controller);
    try {
      return await work(controller.signal);
    } finally {
      this.#running.delete(callId);
    }
  }

  /** @returns false when no such call is running: it has ended already */
  cancel(callId: string): boolean {
    const running = this.#running.get(callId);
    running?.abort();
    return running !== undefined;
  }

  /** Before the vault is locked, the profile changed, or the app ends. */
  cancelAll(): void {
    for (const running of this.#running.values()) running.abort();
  }
}
