import type { MethodEffect } from '../../preload/contract/apis.ts';
import type { EffectCounts } from '../../preload/contract/insight.ts';

/** What a call can do to the data, from the least to the most far-reaching. */
export const EFFECTS = ['read', 'write', 'delete', 'share'] as const satisfies readonly MethodEffect[];

export const EFFECT_WORD = { read: 'Read', write: 'Write', delete: 'Delete', share: 'Share' } as const satisfies Record<MethodEffect, string>;

/** What the word stands for, in the legend. */
export const EFFECT_MEANING = {
  read: 'see data',
  write: 'make and change data',
  delete: 'take data away for good',
  share: 'decide who else gets in',
} as const satisfies Record<MethodEffect, string>;

/** All methods together. */
export function totalOf(counts: EffectCounts): number {
  return EFFECTS.reduce((sum, effect) => sum + counts[effect], 0);
}

/** `12 read, 3 write`; `nothing` when all are zero. */
export function countsWords(counts: EffectCounts): string {
  const parts = EFFECTS.filter((effect) => counts[effect] > 0).map((effect) => `${counts[effect]} ${effect}`);
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

/** `1 method`, `12 methods`. */
export function methodsWord(count: number): string {
  return count === 1 ? '1 method' : `${count} methods`;
}

/** `1 scope`, `3 scopes`. */
export function scopesWord(count: number): string {
  return count === 1 ? '1 scope' : `${count} scopes`;
}
