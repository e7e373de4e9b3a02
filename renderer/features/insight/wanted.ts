import type { NarrowerDto } from '../../../preload/contract/insight.ts';

/** Which methods must keep working. */
export interface Wanted {
  /** Null: those really used, whatever they come to be. */
  readonly methods: readonly string[] | null;
}

/** The contract takes no more at once. */
export const MOST_METHODS = 500;

export const AS_USED: Wanted = { methods: null };

/** What is wanted, with `used` standing for nothing chosen yet. */
export function wantedMethods(wanted: Wanted, used: NarrowerDto['used']): readonly string[] {
  return wanted.methods ?? used.map((one) => one.methodId);
}

/** With these methods on or off as well; used methods keep their order, further ones follow. */
export function withMethods(wanted: Wanted, used: NarrowerDto['used'], methods: readonly string[], on: boolean): Wanted {
  const before = new Set(wantedMethods(wanted, used));
  for (const one of methods) {
    if (on) before.add(one);
    else before.delete(one);
  }
  const all = used.map((one) => one.methodId);
  // Exactly the used ones again: follow what is used from now on.
  if (before.size === all.length && all.every((one) => before.has(one))) return AS_USED;
  return { methods: [...before].slice(0, MOST_METHODS) };
}
