import type { Clock } from './ports.ts';

/** Milliseconds between two words of progress. */
const PACE = 100;

/** Tells at once and then at most once in a while, the last word always. */
export class Paced {
  readonly #clock: Clock;
  readonly #say: () => void;
  #last = -Infinity;
  #cancel: (() => void) | null = null;

  constructor(clock: Clock, say: () => void) {
    this.#clock = clock;
    this.#say = say;
  }

  tell(): void {
    if (this.#cancel !== null) return;
    const wait = Math.max(0, this.#last + PACE - this.#clock.now());
    if (wait === 0) this.#now();
    else this.#cancel = this.#clock.after(wait, () => this.#now());
  }

  stop(): void {
    this.#cancel?.();
  }

  #now(): void {
    this.#cancel = null;
    this.#last = this.#clock.now();
    this.#say();
  }
}
