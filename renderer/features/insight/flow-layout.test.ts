import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EffectCounts } from '../../../preload/contract/insight.ts';
import { fakeScope } from '../../bridge/fake-bridge.ts';
import { EFFECTS } from '../../ui/effects.ts';
import { layoutFlow } from './flow-layout.ts';

const count = fc.integer({ min: 0, max: 300 });
const counts: fc.Arbitrary<EffectCounts> = fc.record({ read: count, write: count, delete: count, share: count });
const some = fc.array(counts, { minLength: 1, maxLength: 20 }).map((all) => all.map((opens, at) => ({ scope: fakeScope(`s${at}`), opens })));

describe('layoutFlow', () => {
  it('draws a band for every scope and effect that has methods, as wide as their number', () => {
    const { ribbons } = layoutFlow([
      { scope: fakeScope('a'), opens: { read: 3, write: 0, delete: 1, share: 0 } },
      { scope: fakeScope('b'), opens: { read: 6, write: 0, delete: 0, share: 0 } },
    ]);
    expect(ribbons.map(({ effect, count: methods }) => [effect, methods])).toEqual([
      ['read', 3],
      ['delete', 1],
      ['read', 6],
    ]);
    expect(ribbons[0]?.width).toBeCloseTo(3 * (ribbons[1]?.width ?? 0));
  });

  it('keeps every band inside the picture and its neighbours apart', () => {
    fc.assert(
      fc.property(some, (scopes) => {
        const { height, ribbons } = layoutFlow(scopes);
        const ends = (end: 'from' | 'to', of: typeof ribbons) => of.map((one) => [one[end] - one.width / 2, one[end] + one.width / 2] as const).sort((a, b) => a[0] - b[0]);
        for (const end of ['from', 'to'] as const) {
          const places = ends(end, ribbons);
          for (const [at, [top, bottom]] of places.entries()) {
            expect(top).toBeGreaterThanOrEqual(0);
            expect(bottom).toBeLessThanOrEqual(height);
            const next = places[at + 1];
            if (next !== undefined) expect(next[0]).toBeGreaterThanOrEqual(bottom - 1e-6);
          }
        }
      }),
    );
  });

  it('fills each bar at the right with exactly what arrives', () => {
    fc.assert(
      fc.property(some, (scopes) => {
        const { ribbons, bars } = layoutFlow(scopes);
        for (const effect of EFFECTS) {
          const arriving = ribbons.filter((one) => one.effect === effect).reduce((sum, one) => sum + one.width, 0);
          expect(bars[effect].size).toBeCloseTo(arriving);
        }
      }),
    );
  });
});
