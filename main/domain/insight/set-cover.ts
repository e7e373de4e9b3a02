import { addCost, compareCost, NO_COST, type Cost } from './scope-cost.ts';

/** Steps after which the best set found so far is taken; real APIs need a few hundred. */
const MOST_STEPS = 200_000;

export interface Cover {
  readonly scopes: readonly string[];
  readonly cost: Cost;
  /** False when the search was given up: there may be a smaller set. */
  readonly exact: boolean;
}

/**
 * The cheapest set of scopes that holds one of each group: weighted hitting set, by branch and bound.
 * @param groups for each method the scopes of which any one is enough; none empty
 */
export function cheapestCover(groups: readonly (readonly string[])[], costOf: (scope: string) => Cost): Cover {
  const needed = withoutImplied(groups);
  let best: { scopes: readonly string[]; cost: Cost } | null = greedy(needed, costOf);
  let steps = 0;

  function search(open: readonly (readonly string[])[], taken: readonly string[], cost: Cost): void {
    if (best !== null && compareCost(cost, best.cost) >= 0) return;
    const [narrowest] = open.toSorted((a, b) => a.length - b.length);
    if (narrowest === undefined) {
      best = { scopes: taken, cost };
      return;
    }
    for (const scope of narrowest.toSorted((a, b) => compareCost(costOf(a), costOf(b)))) {
      if (++steps > MOST_STEPS) return;
      search(
        open.filter((group) => !group.includes(scope)),
        [...taken, scope],
        addCost(cost, costOf(scope)),
      );
    }
  }

  search(needed, [], NO_COST);
  return { scopes: best?.scopes ?? [], cost: best?.cost ?? NO_COST, exact: steps <= MOST_STEPS };
}

/** Each group once, without those that hold a smaller one whole: what hits the smaller one hits them. */
function withoutImplied(groups: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const distinct = [...new Map(groups.map((group) => [[...group].sort().join(' '), group])).values()].toSorted((a, b) => a.length - b.length);
  const kept: ReadonlySet<string>[] = [];
  for (const group of distinct) {
    const members = new Set(group);
    if (!kept.some((smaller) => [...smaller].every((scope) => members.has(scope)))) kept.push(members);
  }
  return kept.map((group) => [...group]);
}

/** A set that does, to have something to beat: always the scope that opens most of what is left for what it costs. */
function greedy(groups: readonly (readonly string[])[], costOf: (scope: string) => Cost): { scopes: readonly string[]; cost: Cost } | null {
  let open = groups;
  const scopes: string[] = [];
  while (open.length > 0) {
    const left = open;
    const hits = (scope: string): number => left.filter((group) => group.includes(scope)).length;
    const [next] = [...new Set(left.flat())].sort((a, b) => hits(b) - hits(a) || compareCost(costOf(a), costOf(b)));
    if (next === undefined) return null;
    scopes.push(next);
    open = left.filter((group) => !group.includes(next));
  }
  return { scopes, cost: scopes.reduce((sum, scope) => addCost(sum, costOf(scope)), NO_COST) };
}
