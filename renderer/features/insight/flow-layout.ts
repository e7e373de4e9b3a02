import type { MethodEffect } from '../../../preload/contract/apis.ts';
import type { ScopeReachDto } from '../../../preload/contract/insight.ts';
import { EFFECTS, totalOf } from '../../ui/effects.ts';

/** One band from a scope to an effect, as wide as the number of methods it stands for. */
export interface Ribbon {
  readonly scope: string;
  readonly effect: MethodEffect;
  readonly count: number;
  readonly width: number;
  /** Middle of the band at its left and right end. */
  readonly from: number;
  readonly to: number;
}

export interface FlowLayout {
  readonly height: number;
  readonly ribbons: readonly Ribbon[];
  /** Height of the bar at the right end of each effect; its middle stands at a quarter's middle. */
  readonly bars: Readonly<Record<MethodEffect, { readonly middle: number; readonly size: number }>>;
}

const ROW = 44;
const LOWEST = 4 * 58;
/** Share of its place that a full bar takes, so that neighbours never touch. */
const FILL = 0.78;

/**
 * Places scopes at equal distances on the left and the four effects on the right.
 * Ribbons leave a scope in the order of the effects and arrive in the order of the scopes, so those of one end never cross there.
 * @returns lengths in SVG units, one to a pixel in height
 */
export function layoutFlow(scopes: readonly Pick<ScopeReachDto, 'scope' | 'opens'>[]): FlowLayout {
  const height = Math.max(scopes.length * ROW, LOWEST);
  const place = height / Math.max(scopes.length, 1);
  const quarter = height / EFFECTS.length;
  const arriving = (effect: MethodEffect): number => scopes.reduce((sum, one) => sum + one.opens[effect], 0);
  const most = Math.max(1, ...scopes.map((one) => totalOf(one.opens)));
  const mostArriving = Math.max(1, ...EFFECTS.map(arriving));
  const unit = Math.min((place * FILL) / most, (quarter * FILL) / mostArriving, 8);

  const middle = (at: number): number => (at + 0.5) * quarter;
  const arrived = Object.fromEntries(EFFECTS.map((effect, at) => [effect, middle(at) - (arriving(effect) * unit) / 2])) as Record<MethodEffect, number>;
  const ribbons: Ribbon[] = [];
  scopes.forEach((one, at) => {
    let left = (at + 0.5) * place - (totalOf(one.opens) * unit) / 2;
    for (const effect of EFFECTS) {
      const count = one.opens[effect];
      if (count === 0) continue;
      const width = count * unit;
      ribbons.push({ scope: one.scope.scope, effect, count, width, from: left + width / 2, to: arrived[effect] + width / 2 });
      left += width;
      arrived[effect] += width;
    }
  });
  const bars = Object.fromEntries(EFFECTS.map((effect, at) => [effect, { middle: middle(at), size: arriving(effect) * unit }])) as FlowLayout['bars'];
  return { height, ribbons, bars };
}

/** A band that leaves and arrives level. */
export function ribbonPath({ from, to, width }: Ribbon, length: number): string {
  const half = width / 2;
  const bend = length / 2;
  return [
    `M 0 ${from - half}`,
    `C ${bend} ${from - half} ${bend} ${to - half} ${length} ${to - half}`,
    `L ${length} ${to + half}`,
    `C ${bend} ${to + half} ${bend} ${from + half} 0 ${from + half}`,
    'Z',
  ].join(' ');
}
