import type { Receipt } from '../receipts/receipt.ts';
import { isSignInScope, normalizeScope } from '../scopes/normalize.ts';
import { widerAmong, type Wider } from './wider.ts';

/** How a scope came to be granted or refused. */
export interface ScopeEvent {
  readonly state: 'granted' | 'refused';
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Other scopes asked for at the same time, sign-in apart. */
  readonly others: number;
  /** Whether it was the first consent of this authorization. */
  readonly first: boolean;
}

/**
 * By scope, since when its state is what it is.
 * @param receipts of one authorization, any order
 */
export function scopeHistory(receipts: readonly Receipt[], wider: Wider = widerAmong(receipts.flatMap(({ granted }) => granted))): ReadonlyMap<string, ScopeEvent> {
  const events = new Map<string, ScopeEvent>();
  const consents = receipts.filter(({ outcome }) => outcome === 'granted').toSorted((a, b) => a.endedAt - b.endedAt);
  for (const [index, receipt] of consents.entries()) {
    const granted = new Set(receipt.granted.map(normalizeScope));
    const asked = new Set(receipt.asked.map(normalizeScope));
    const real = [...asked].filter((scope) => !isSignInScope(scope));
    for (const scope of new Set([...granted, ...asked])) {
      const state = granted.has(scope) || wider(scope).some((held) => granted.has(held)) ? 'granted' : 'refused';
      if (events.get(scope)?.state === state) continue;
      events.set(scope, { state, at: receipt.endedAt, others: real.filter((other) => other !== scope).length, first: index === 0 });
    }
    // What was granted and is in no later grant is gone; what was refused stays so until it is asked for again.
    for (const [scope, { state }] of events) if (state === 'granted' && !granted.has(scope) && !asked.has(scope)) events.delete(scope);
  }
  return events;
}
