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
  readonly #due = new Set<string>();
  /** Events of one kind leave in order: a slow one must not overtake the next with an older state. */
  readonly #last = new Map<string, Promise<void>>();

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

  /** @param key what the event is about: its type, or one thing of which there are several */
  soon(key: string, make: Make): void {
    if (this.#due.has(key)) return;
    this.#due.add(key);
    const before = this.#last.get(key) ?? Promise.resolve();
    this.#last.set(key, before.then(() => this.#deliver(key, make)));
  }

  async #deliver(key: string, make: Make): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#due.delete(key);
    if (this.#over) return;
    try {
      const event = await make();
      if (event !== null) this.now(event);
    } catch (error) {
      this.#report(error);
    }
  }
}
