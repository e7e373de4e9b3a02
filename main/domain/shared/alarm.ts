import type { Clock } from './ports.ts';

/**
 * The longest a timer waits before it looks at the clock again, in milliseconds. Timers stand still while a computer sleeps, and a
 * clock can be set: so no moment is missed by more than this. It also keeps far below what a timer can hold (2³¹ ms, 24 days).
 */
const LONGEST_WAIT = 10 * 60_000;

/** Calls back at a moment that may be months away, also when the computer sleeps meanwhile. Holds one moment at a time. */
export class Alarm {
  readonly #clock: Clock;
  readonly #ring: () => void;
  #at: number | null = null;
  #cancel: () => void = () => undefined;

  constructor(clock: Clock, ring: () => void) {
    this.#clock = clock;
    this.#ring = ring;
  }

  /** @param at milliseconds since the epoch, in place of the moment before; one that has passed rings soon. Null: none */
  set(at: number | null): void {
    this.#cancel();
    this.#at = at;
    if (at !== null) this.#wait(at);
  }

  #wait(at: number): void {
    const left = Math.max(0, at - this.#clock.now());
    this.#cancel = this.#clock.after(Math.min(left, LONGEST_WAIT), () => {
      if (this.#at !== at) return;
      if (this.#clock.now() < at) {
        this.#wait(at);
        return;
      }
      this.#at = null;
      this.#ring();
    });
  }
}
