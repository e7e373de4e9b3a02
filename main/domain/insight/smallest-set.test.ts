import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarV3, groupsSettingsV1 } from '../google/methods/method-table.ts';
import { SCOPE_PREFIX } from '../scopes/scope-entry.ts';
import { countEffects } from './effect.ts';
import { openingsOf, type ScopedMethod } from './openings.ts';
import { grantedOf, isReady } from './ready.ts';
import { addCost, compareCost, costOf, NO_COST, type Cost } from './scope-cost.ts';
import { cheapestCover } from './set-cover.ts';
import { smallestSet, usableScopes } from './smallest-set.ts';

const none: ReadonlySet<string> = new Set();
const all = [...calendarV3.methods, ...groupsSettingsV1.methods];
const short = (scopes: readonly string[]): readonly string[] => scopes.map((scope) => scope.replace(SCOPE_PREFIX, ''));

function setFor(ids: readonly string[], granted = none): readonly string[] {
  const methods = ids.map((id) => all.find((method) => method.id === id) ?? { scopes: [] });
  return short(smallestSet({ methods, all, granted }).scopes);
}

/** Every subset tried: the cheapest, and of those the first by its text. */
function bruteForce(groups: readonly (readonly string[])[], cost: (scope: string) => Cost): { readonly scopes: readonly string[]; readonly cost: Cost } {
  const scopes = [...new Set(groups.flat())].sort();
  let best: { readonly scopes: readonly string[]; readonly cost: Cost } | null = null;
  for (let bits = 0; bits < 2 ** scopes.length; bits += 1) {
    const taken = scopes.filter((_, index) => (bits >> index) % 2 === 1);
    if (!groups.every((group) => group.some((scope) => taken.includes(scope)))) continue;
    const sum = taken.reduce((total, scope) => addCost(total, cost(scope)), NO_COST);
    const order = best === null ? -1 : compareCost(sum, best.cost);
    if (best === null || order < 0 || (order === 0 && taken.join(' ') < best.scopes.join(' '))) best = { scopes: taken, cost: sum };
  }
  return best ?? { scopes: [], cost: NO_COST };
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
    // What the calendar page itself calls: never a reason to ask for sharing and deleting calendars.
    expect(setFor(['calendar.events.insert', 'calendar.calendarList.list']).toSorted()).toEqual(['calendar.calendarlist.readonly', 'calendar.events']);
    expect(setFor(calendarV3.methods.map(({ id }) => id))).toEqual(['calendar']);
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

  it('is the best of all subsets, and opens everything', () => {
    const scope = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const small = fc.nat(2);
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(scope, { minLength: 1, maxLength: 4 }), { maxLength: 8 }), fc.array(fc.tuple(small, small, small), { minLength: 7, maxLength: 7 }), (groups, weights) => {
        const cost = (name: string): Cost => {
          const [guarded = 0, harm = 0, methods = 0] = weights['abcdefg'.indexOf(name)] ?? [];
          return [guarded, harm, methods, 0, 0, 1];
        };
        expect(cheapestCover(groups, cost)).toEqual({ ...bruteForce(groups, cost), exact: true });
        expect(cheapestCover(groups.toReversed(), cost).scopes).toEqual(cheapestCover(groups, cost).scopes);
      }),
      { numRuns: 400 },
    );
  });

  it('is the best of all subsets for methods of the shipped tables, whatever was granted', () => {
    const scoped = all.filter(({ scopes }) => scopes.length > 0);
    const openings = openingsOf(all);
    const grant = fc.uniqueArray(fc.constantFrom(...calendarV3.scopes), { maxLength: 4 }).map(grantedOf);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...scoped), { minLength: 1, maxLength: 4, selector: ({ id }) => id }), grant, (methods, granted) => {
        const groups = methods.map((method) => usableScopes(method, granted));
        fc.pre(new Set(groups.flat()).size <= 11);
        const cost = (scope: string): Cost => costOf(scope, countEffects(openings.get(scope) ?? []), granted.has(scope));
        expect(smallestSet({ methods, all, granted }).scopes.toSorted()).toEqual(bruteForce(groups, cost).scopes);
      }),
    );
  });

  it('is exact for hundreds of methods of an API as large ones are made: one scope for all, and four for each resource', () => {
    const methods = Array.from({ length: 500 }, (_, index): ScopedMethod => {
      const resource = `big.${index % 40}`;
      const reads = index % 3 === 0;
      const names = reads ? ['big', 'big.readonly', resource, `${resource}.readonly`, `${resource}.metadata`] : ['big', resource, ...(index % 7 === 0 ? [] : [`${resource}.write`])];
      return { id: `big.r${index % 40}.m${index}`, httpMethod: reads ? 'GET' : 'POST', scopes: names.map((name) => `https://example.com/${name}`) };
    });
    const started = performance.now();
    const found = smallestSet({ methods, all: methods, granted: none });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(found).toEqual({ exact: true, scopes: ['https://example.com/big'] });
    const wanted = methods.filter((_, index) => index % 3 === 0 && index % 40 < 10);
    expect(smallestSet({ methods: wanted, all: methods, granted: none }).exact).toBe(true);
  });

  it('ends soon for a document that names tens of thousands of scopes, and still opens everything', () => {
    const methods = Array.from({ length: 100 }, (_, method): ScopedMethod => ({ id: `a.b.m${method}`, httpMethod: 'GET', scopes: Array.from({ length: 100 }, (_one, index) => `https://example.com/${method}.${index}`) }));
    const started = performance.now();
    const found = smallestSet({ methods, all: methods, granted: none });
    expect(performance.now() - started).toBeLessThan(1500);
    expect(found.exact).toBe(false);
    expect(methods.every((method) => isReady(method, new Set(found.scopes)))).toBe(true);
  });

  it('says so when the search is cut short, and still opens everything', () => {
    let seed = 1;
    const random = (below: number): number => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % below;
    };
    const methods = Array.from({ length: 500 }, (_, index): ScopedMethod => ({ id: `a.b.m${index}`, httpMethod: 'GET', scopes: Array.from({ length: 6 }, () => `https://example.com/${random(120)}`) }));
    const found = smallestSet({ methods, all: methods, granted: none });
    expect(found.exact).toBe(false);
    expect(methods.every((method) => isReady(method, new Set(found.scopes)))).toBe(true);
  });
});
