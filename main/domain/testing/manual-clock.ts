import type { Clock } from '../shared/ports.ts';

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until a test moves it. */
export class ManualClock implements Clock {
  #now: number;
  readonly #timers = new Set<Timer>();

  constructor(now = Date.UTC(2026, 10, 23, 9)) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.add(timer);
    return () => { this.#timers.delete(timer); };
  }

  /** Timers nobody cancelled: a settled attempt must leave none. */
  get pending(): number {
    return this.#timers.size;
  }

  /** Moves on to the next timer and calls it; false when there is none. */
  step(): boolean {
    const next = Math.min(...[...this.#timers].map((timer) => timer.at));
    if (next === Infinity) return false;
    this.advance(next - this.#now);
    return true;
  }

  /** Moves on by `ms`, calling what falls due, earliest first. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = [...this.#timers].filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
  }
}
