import { SerialQueue } from './serial-queue.ts';

/** Runs tasks one after another and lets only a few wait: whoever asks in a loop gets a no, not a queue without end. */
export class BoundedQueue {
  readonly #turns = new SerialQueue();
  readonly #most: number;
  #open = 0;

  /** @param most tasks that run or wait at a time */
  constructor(most: number) {
    this.#most = most;
  }

  /** @param full what is answered when too many are waiting already */
  async run<T>(task: () => Promise<T>, full: () => T): Promise<T> {
    if (this.#open >= this.#most) return full();
    this.#open += 1;
    try {
      return await this.#turns.run(task);
    } finally {
      this.#open -= 1;
    }
  }
}
