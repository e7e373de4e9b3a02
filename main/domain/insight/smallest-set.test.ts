import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarV3, groupsSettingsV1 } from '../google/methods/method-table.ts';
import { SCOPE_PREFIX } from '../scopes/scope-entry.ts';
import { isReady } from './ready.ts';
import { addCost, compareCost, NO_COST, type Cost } from './scope-cost.ts';
import { cheapestCover } from './set-cover.ts';
import { smallestSet, usableScopes } from './smallest-set.ts';

const none: ReadonlySet<string> = new Set();
const all = [...calendarV3.methods, ...groupsSettingsV1.methods];
const short = (scopes: readonly string[]): readonly string[] => scopes.map((scope) => scope.replace(SCOPE_PREFIX, ''));

function setFor(ids: readonly string[], granted = none): readonly string[] {
  const methods = ids.map((id) => all.find((method) => method.id === id) ?? { scopes: [] });
  return short(smallestSet({ methods, all, granted }).scopes);
}

/** Every subset tried. */
function bruteForce(groups: readonly (readonly string[])[], cost: (scope: string) => Cost): Cost | null {
  const scopes = [...new Set(groups.flat())];
  let best: Cost | null = null;
  for (let bits = 0; bits < 2 ** scopes.length; bits += 1) {
    const taken = scopes.filter((_, index) => (bits >> index) % 2 === 1);
    if (!groups.every((group) => group.some((scope) => taken.includes(scope)))) continue;
    const sum = taken.reduce((total, scope) => addCost(total, cost(scope)), NO_COST);
    if (best === null || compareCost(sum, best) < 0) best = sum;
  }
  return best;
}

describe('the smallest set of scopes', () => {
  it('opens reading with the scope that reads events and no more', () => {
    expect(setFor(['calendar.events.list'])).toEqual(['calendar.events.readonly']);
    expect(setFor(['calendar.events.list', 'calendar.events.insert'])).toEqual(['calendar.events']);
  });

  it('takes two narrow scopes or one wide one, whichever gives away less', () => {
    // Two scopes that only read are less than the one that does everything.
    expect(setFor(['calendar.events.list', 'calendar.acl.list']).toSorted()).toEqual(['calendar.acls.readonly', 'calendar.events.readonly']);
    expect(setFor(['calendar.events.list', 'calendar.calendarList.list']).toSorted()).toEqual(['calendar.calendarlist.readonly', 'calendar.events.readonly']);
    expect(setFor(['groupsSettings.groups.get', 'calendar.settings.list'])).toEqual(['apps.groups.settings', 'calendar.settings.readonly']);
  });

  it('uses a scope that sees only a part when it was granted, else not', () => {
    const owned = `${SCOPE_PREFIX}calendar.events.owned.readonly`;
    const wanted = ['calendar.events.list', 'calendar.colors.get'];
    expect(setFor(wanted, new Set([owned]))).toEqual(['calendar.events.owned.readonly']);
    expect(setFor(wanted).toSorted()).toEqual(['calendar.calendarlist.readonly', 'calendar.events.readonly']);
  });

  it('needs nothing for nothing', () => {
    expect(setFor([])).toEqual([]);
  });

  it('is exact for every method of both APIs together', () => {
    const methods = all.filter(({ scopes }) => scopes.length > 0);
    const found = smallestSet({ methods, all, granted: none });
    expect(found.exact).toBe(true);
    for (const method of methods) expect(isReady(method, new Set(found.scopes)), method.id).toBe(true);
  });

  it('is as cheap as the best of all subsets, and opens everything', () => {
    const scope = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const small = fc.nat(3);
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(scope, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), fc.array(fc.tuple(small, small, small), { minLength: 7, maxLength: 7 }), (groups, weights) => {
        const cost = (name: string): Cost => {
          const [guarded = 0, harm = 0, methods = 0] = weights['abcdefg'.indexOf(name)] ?? [];
          return [guarded, harm, methods, 0, 0, 1];
        };
        const found = cheapestCover(groups, cost);
        expect(found.exact).toBe(true);
        expect(groups.every((group) => group.some((one) => found.scopes.includes(one)))).toBe(true);
        expect(found.cost).toEqual(bruteForce(groups, cost) ?? NO_COST);
      }),
    );
  });

  it('is as cheap as the best of all subsets for methods of Calendar', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...calendarV3.methods.filter(({ scopes }) => scopes.length > 0)), { minLength: 1, maxLength: 4, selector: ({ id }) => id }), (methods) => {
        const groups = methods.map((method) => usableScopes(method, none).slice(0, 8));
        const cost = (scope: string): Cost => [0, scope.endsWith('readonly') ? 0 : 5, calendarV3.methods.filter((method) => method.scopes.includes(scope)).length, 1, 1, 1];
        if (new Set(groups.flat()).size > 12) return;
        expect(cheapestCover(groups, cost).cost).toEqual(bruteForce(groups, cost));
      }),
    );
  });

  it('of hundreds of methods is found at once', () => {
    const methods = Array.from({ length: 500 }, (_, index) => ({ id: `a.b.m${index}`, httpMethod: 'GET' as const, scopes: Array.from({ length: 6 }, (__, step) => `https://example.com/${(index * 7 + step * 13) % 40}`) }));
    const found = smallestSet({ methods, all: methods, granted: none });
    for (const method of methods) expect(method.scopes.some((scope) => found.scopes.includes(scope))).toBe(true);
  });

});
