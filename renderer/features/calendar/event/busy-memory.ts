import { accountMemory } from '../../../bridge/account-memory.ts';

export interface Comparison {
  readonly people: readonly string[];
  /** RFC 3339 full-date. */
  readonly day: string;
  readonly days: number;
}

/** Who was compared last, by authorization: still there after the way to consent, and when the window opens again. */
const compared = accountMemory<Comparison>();

export function lastComparison(authorizationId: string): Comparison | null {
  return compared.get(authorizationId) ?? null;
}

export function keepComparison(authorizationId: string, comparison: Comparison): void {
  compared.set(authorizationId, comparison);
}
