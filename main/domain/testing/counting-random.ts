import type { Random } from '../shared/ports.ts';

/** Different bytes at every call, the same in every run. */
export class CountingRandom implements Random {
  #calls = 0;

  bytes(length: number): Uint8Array<ArrayBuffer> {
    this.#calls += 1;
    return Uint8Array.from({ length }, (_, at) => (this.#calls * 31 + at * 7) % 256);
  }
}
