/** Runs the work of one key one after another; different keys do not wait for each other. */
export class KeyedQueue {
  readonly #tails = new Map<string, Promise<void>>();

  /** Resolves and rejects as `work` does; a failure does not stop what is queued behind it. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work);
    const tail: Promise<void> = mine.then(
      () => { this.#forget(key, tail); },
      () => { this.#forget(key, tail); },
    );
    this.#tails.set(key, tail);
    return mine;
  }

  /** Resolves when everything queued so far has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.#tails.values());
  }

  #forget(key: string, tail: Promise<void>): void {
    if (this.#tails.get(key) === tail) this.#tails.delete(key);
  }
}
