import type { ScopeDto, ScopeSetDto } from '../../../preload/contract/scopes.ts';

export interface ScopeGroup {
  readonly product: string;
  readonly scopes: readonly ScopeDto[];
}

/** Under their products, in the order of the catalog; sign-in last, since it is always included. */
export function groupByProduct(scopes: readonly ScopeDto[]): readonly ScopeGroup[] {
  const groups = new Map<string, ScopeDto[]>();
  const inOrder = [...scopes.filter((one) => !one.signIn), ...scopes.filter((one) => one.signIn)];
  for (const scope of inOrder) {
    const group = groups.get(scope.product);
    if (group === undefined) groups.set(scope.product, [scope]);
    else group.push(scope);
  }
  return [...groups].map(([product, members]) => ({ product, scopes: members }));
}

/** Every word of `search` must occur somewhere in name, title, detail, product or address. */
export function findScopes(scopes: readonly ScopeDto[], search: string): readonly ScopeDto[] {
  const words = search.toLowerCase().split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return scopes;
  return scopes.filter((one) => {
    const text = [one.shortName, one.title, one.detail ?? '', one.product, one.scope].join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The catalog, and after it what it lacks: scopes an authorization holds, scopes added by address. */
export function withExtras(catalog: readonly ScopeDto[], extras: readonly ScopeDto[]): readonly ScopeDto[] {
  const seen = new Set(catalog.map((one) => one.scope));
  const out = [...catalog];
  for (const extra of extras) {
    if (seen.has(extra.scope)) continue;
    seen.add(extra.scope);
    out.push(extra);
  }
  return out;
}

/** The members of a set that have a box to tick. */
function boxes(set: ScopeSetDto, catalog: readonly ScopeDto[]): readonly string[] {
  const signIn = new Set(catalog.filter((one) => one.signIn).map((one) => one.scope));
  return set.scopes.filter((one) => !signIn.has(one));
}

/** Is the whole set ticked? A set of nothing but sign-in is on while nothing else is ticked. */
export function setIsOn(set: ScopeSetDto, catalog: readonly ScopeDto[], ticked: ReadonlySet<string>): boolean {
  const members = boxes(set, catalog);
  return members.length === 0 ? ticked.size === 0 : members.every((one) => ticked.has(one));
}

/** Ticks the set, or unticks it when it was all ticked. Locked scopes stay; scopes of another set that is on stay too. */
export function toggleSet(
  set: ScopeSetDto,
  sets: readonly ScopeSetDto[],
  catalog: readonly ScopeDto[],
  ticked: ReadonlySet<string>,
  locked: ReadonlySet<string>,
): ReadonlySet<string> {
  const members = boxes(set, catalog);
  if (members.length === 0) return new Set([...ticked].filter((one) => locked.has(one)));
  if (!setIsOn(set, catalog, ticked)) return new Set([...ticked, ...members]);
  const others = sets.filter((other) => other.id !== set.id && boxes(other, catalog).length > 0 && setIsOn(other, catalog, ticked));
  // A set within this one does not hold its own scopes back, or the wider set could never be switched off.
  const kept = new Set(others.filter((other) => !boxes(other, catalog).every((one) => members.includes(one))).flatMap((other) => other.scopes));
  return new Set([...ticked].filter((one) => locked.has(one) || kept.has(one) || !members.includes(one)));
}
