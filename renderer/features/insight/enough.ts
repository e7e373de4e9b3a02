import type { NarrowerDto } from '../../../preload/contract/insight.ts';
import type { ScopeDto, Sensitivity } from '../../../preload/contract/scopes.ts';

export interface EnoughRow {
  readonly scope: ScopeDto;
  /** `kept`: not needed for the methods, and left in because nothing tells what it opens. */
  readonly fate: 'stays' | 'goes' | 'comes' | 'kept';
}

/** Today's scopes beside those that would be enough; both most sensitive first. */
export interface Enough {
  readonly now: readonly EnoughRow[];
  readonly enough: readonly EnoughRow[];
  /** Scopes to ask for, in full: the right side. */
  readonly target: readonly string[];
  readonly goes: number;
  readonly comes: number;
}

const WEIGHT = { restricted: 3, unknown: 2, sensitive: 1, 'non-sensitive': 0 } as const satisfies Record<Sensitivity, number>;

function bySensitivity(rows: readonly EnoughRow[]): readonly EnoughRow[] {
  return rows.toSorted((a, b) => WEIGHT[b.scope.sensitivity] - WEIGHT[a.scope.sensitivity] || a.scope.shortName.localeCompare(b.scope.shortName));
}

/**
 * @param granted scopes of today; sign-in scopes do not count, for every request has them
 * @param keep scopes that stay although no method needs them, in full
 */
export function enoughOf(granted: readonly ScopeDto[], { smallest }: Pick<NarrowerDto, 'smallest'>, keep: ReadonlySet<string>): Enough {
  const held = granted.filter((one) => !one.signIn);
  const wanted = new Set(smallest.map((one) => one.scope));
  const had = new Set(held.map((one) => one.scope));
  const now = held.map((scope): EnoughRow => ({ scope, fate: wanted.has(scope.scope) ? 'stays' : keep.has(scope.scope) ? 'kept' : 'goes' }));
  const comes = smallest.filter((one) => !had.has(one.scope)).map((scope): EnoughRow => ({ scope, fate: 'comes' }));
  const enough = bySensitivity([...now.filter((one) => one.fate !== 'goes'), ...comes]);
  return {
    now: bySensitivity(now),
    enough,
    target: enough.map((one) => one.scope.scope),
    goes: now.filter((one) => one.fate === 'goes').length,
    comes: comes.length,
  };
}
