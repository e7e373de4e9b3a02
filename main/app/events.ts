import type { AppEvent } from '../../preload/contract/bridge.ts';

/** How an event is made when it is due: read late, it carries the newest state. */
type Make = () => Promise<AppEvent | null>;

/**
 * Tells the window what changed. Several changes of one kind in a row make one event, so that a refresh of a hundred
 * authorizations does not send a hundred lists.
 */
export class Events {
  readonly #send: (event: AppEvent) => void;
  readonly #report: (error: unknown) => void;
  #over = false;
  readonly #due = new Set<AppEvent['type']>();
  /** Events of one kind leave in order: a slow one must not overtake the next with an older state. */
  readonly #last = new Map<AppEvent['type'], Promise<void>>();

  constructor(send: (event: AppEvent) => void, report: (error: unknown) => void) {
    this.#send = send;
    this.#report = report;
  }

  now(event: AppEvent): void {
    if (!this.#over) this.#send(event);
  }

  /** The app is ending: what is due is not read any more, the vault may be closed. */
  stop(): void {
    this.#over = true;
  }

  soon(type: AppEvent['type'], make: Make): void {
    if (this.#due.has(type)) return;
    this.#due.add(type);
    const before = this.#last.get(type) ?? Promise.resolve();
    this.#last.set(type, before.then(() => this.#deliver(type, make)));
  }

  async #deliver(type: AppEvent['type'], make: Make): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#due.delete(type);
    if (this.#over) return;
    try {
      const event = await make();
      if (event !== null) this.now(event);
    } catch (error) {
      this.#report(error);
    }
  }
}
