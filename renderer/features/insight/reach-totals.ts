import type { ApiReachDto, EffectCounts } from '../../../preload/contract/insight.ts';

export interface EffectTotals {
  /** Methods the grant opens, each once. */
  readonly open: EffectCounts;
  readonly total: EffectCounts;
}

const NONE: EffectCounts = { read: 0, write: 0, delete: 0, share: 0 };

function plus(a: EffectCounts, b: EffectCounts): EffectCounts {
  return { read: a.read + b.read, write: a.write + b.write, delete: a.delete + b.delete, share: a.share + b.share };
}

/** Over all APIs of which the grant opens something. */
export function totalsOf(apis: readonly Pick<ApiReachDto, 'open' | 'total'>[]): EffectTotals {
  return apis.reduce<EffectTotals>((sum, api) => ({ open: plus(sum.open, api.open), total: plus(sum.total, api.total) }), { open: NONE, total: NONE });
}
