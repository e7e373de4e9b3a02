/** Repeatable chance: the same seed text gives the same throws in every run. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  throw(): number;
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number;
  pick<T>(list: readonly [T, ...T[]]): T;
}

/** FNV-1a over the text, then mulberry32. */
export function diceFor(seed: string): Dice {
  let state = textHash(seed);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { throw: next, below, pick: (list) => list[below(list.length)] ?? list[0] };
}

/** 32-bit hash of a text. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
