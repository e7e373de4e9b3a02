import { addCost, compareCost, NO_COST, type Cost } from './scope-cost.ts';

/** Groups looked at before the best set found so far is taken, some 200 ms; the methods of a real API need a few hundred. */
const MOST_LOOKS = 400_000;
/** Scopes and rounds that are compared with one another; the methods of every Google API together accept some hundred scopes. */
const MOST_SCOPES = 2_000;
const MOST_ROUNDS = 20;

/** For each method the scopes of which any one is enough. */
type Groups = readonly (readonly string[])[];

export interface Cover {
  /** In the order of their text. */
  readonly scopes: readonly string[];
  readonly cost: Cost;
  /** False when the search was given up: there may be a smaller set. */
  readonly exact: boolean;
}

/**
 * The cheapest set of scopes that holds one of each group: weighted hitting set, by branch and bound. Of sets that cost the same it is
 * the one whose text comes first, whatever the order of the groups.
 * @param groups none of them empty
 */
export function cheapestCover(groups: Groups, costOf: (scope: string) => Cost): Cover {
  // A document can name any number of scopes: then a set that does has to be enough.
  if (new Set(groups.flat()).size > MOST_SCOPES) return { ...greedy(groups, costOf), exact: false };
  const needed = reduced(groups, costOf);
  let best = greedy(needed, costOf);
  let looks = 0;

  function search(open: Groups, taken: readonly string[], cost: Cost): void {
    looks += open.length + 1;
    if (looks > MOST_LOOKS || compareCost(addCost(cost, leastFor(open, costOf)), best.cost) > 0) return;
    const narrowest = open.reduce<readonly string[] | null>((least, group) => (least === null || group.length < least.length ? group : least), null);
    if (narrowest === null) {
      const found = { scopes: taken.toSorted(), cost };
      if (compareCovers(found, best) < 0) best = found;
      return;
    }
    const refused = new Set<string>();
    for (const scope of narrowest.toSorted((a, b) => compareCost(costOf(a), costOf(b)) || compareText(a, b))) {
      const rest = open.filter((group) => !group.includes(scope)).map((group) => group.filter((one) => !refused.has(one)));
      // Sets with a scope that was tried before were all looked at then.
      if (rest.every((group) => group.length > 0)) search(rest, [...taken, scope], addCost(cost, costOf(scope)));
      refused.add(scope);
    }
  }

  search(needed, [], NO_COST);
  return { ...best, exact: looks <= MOST_LOOKS };
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function compareCovers(one: Omit<Cover, 'exact'>, other: Omit<Cover, 'exact'>): number {
  return compareCost(one.cost, other.cost) || compareText(one.scopes.join(' '), other.scopes.join(' '));
}

/** What is open costs at least this much: groups without a scope in common need one each. */
function leastFor(open: Groups, costOf: (scope: string) => Cost): Cost {
  const met = new Set<string>();
  let least = NO_COST;
  for (const group of open) {
    if (group.some((scope) => met.has(scope))) continue;
    for (const scope of group) met.add(scope);
    least = addCost(least, group.map(costOf).reduce((a, b) => (compareCost(b, a) < 0 ? b : a)));
  }
  return least;
}

/** The same question with fewer words: taking out a group or a scope may make others needless. */
function reduced(groups: Groups, costOf: (scope: string) => Cost): Groups {
  let fewer = withoutImplied(groups);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const better = withoutOutdone(fewer, costOf);
    if (better === fewer) break;
    fewer = withoutImplied(better);
  }
  return fewer;
}

/** Each group once, without those that hold a smaller one whole: what hits the smaller one hits them. */
function withoutImplied(groups: Groups): Groups {
  const distinct = [...new Map(groups.map((group) => [group.toSorted().join(' '), group])).values()].toSorted((a, b) => a.length - b.length);
  const kept: (readonly string[])[] = [];
  for (const group of distinct) {
    const members = new Set(group);
    if (!kept.some((smaller) => smaller.every((scope) => members.has(scope)))) kept.push(group);
  }
  return kept;
}

/** Without scopes in whose place another one hits all they hit, for less or, by text, before them. The same groups when there is none. */
function withoutOutdone(groups: Groups, costOf: (scope: string) => Cost): Groups {
  const hits = new Map<string, Set<number>>();
  for (const [index, group] of groups.entries()) for (const scope of group) hits.set(scope, (hits.get(scope) ?? new Set()).add(index));
  const outdone = (scope: string, hit: ReadonlySet<number>): boolean =>
    [...hits].some(
      ([other, others]) =>
        other !== scope && others.size >= hit.size && (compareCost(costOf(other), costOf(scope)) || compareText(other, scope)) < 0 && [...hit].every((index) => others.has(index)),
    );
  const gone = new Set([...hits].filter(([scope, hit]) => outdone(scope, hit)).map(([scope]) => scope));
  return gone.size === 0 ? groups : groups.map((group) => group.filter((scope) => !gone.has(scope)));
}

/** A set that does, to have something to beat: always the scope that hits most of what is left, and costs least of those. */
function greedy(groups: Groups, costOf: (scope: string) => Cost): Omit<Cover, 'exact'> {
  const scopes: string[] = [];
  const hits = new Map<string, number>();
  for (const scope of groups.flat()) hits.set(scope, (hits.get(scope) ?? 0) + 1);
  for (let open = groups; open.length > 0; ) {
    const next = mostHitting(hits, costOf);
    if (next === null) break;
    scopes.push(next);
    for (const scope of open.filter((group) => group.includes(next)).flat()) hits.set(scope, (hits.get(scope) ?? 0) - 1);
    open = open.filter((group) => !group.includes(next));
  }
  return { scopes: scopes.toSorted(), cost: scopes.reduce((sum, scope) => addCost(sum, costOf(scope)), NO_COST) };
}

/** Null when none of them hits anything. */
function mostHitting(hits: ReadonlyMap<string, number>, costOf: (scope: string) => Cost): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [scope, met] of hits) {
    if (met === 0 || met < most) continue;
    if (best === null || met > most || (compareCost(costOf(scope), costOf(best)) || compareText(scope, best)) < 0) {
      best = scope;
      most = met;
    }
  }
  return best;
}
