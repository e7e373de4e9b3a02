import { findScope } from '../scopes/catalog.ts';
import type { EffectCounts } from './effect.ts';

/**
 * What a scope gives away, most important first: that Google guards it most (restricted) or nobody here knows it; methods that change,
 * delete or share; methods at all; that it is sensitive; that it would have to be asked for; that it is one more.
 * Sets are compared by the sums, in this order: two scopes that only read are smaller than one that does everything.
 */
export type Cost = readonly [guarded: number, harm: number, methods: number, sensitive: number, asked: number, scopes: number];

export const NO_COST: Cost = [0, 0, 0, 0, 0, 0];

/** @param opens what the scope opens in the known APIs */
export function costOf(scope: string, opens: EffectCounts, granted: boolean): Cost {
  const sensitivity = findScope(scope)?.entry.sensitivity ?? 'unknown';
  const guarded = sensitivity === 'restricted' || sensitivity === 'unknown' ? 1 : 0;
  const harm = opens.write + opens.delete + opens.share;
  return [guarded, harm, harm + opens.read, sensitivity === 'sensitive' ? 1 : 0, granted ? 0 : 1, 1];
}

export function addCost(one: Cost, other: Cost): Cost {
  const [guarded, harm, methods, sensitive, asked, scopes] = other;
  return [one[0] + guarded, one[1] + harm, one[2] + methods, one[3] + sensitive, one[4] + asked, one[5] + scopes];
}

/** Negative when `one` gives away less. */
export function compareCost(one: Cost, other: Cost): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || one[3] - other[3] || one[4] - other[4] || one[5] - other[5];
}
