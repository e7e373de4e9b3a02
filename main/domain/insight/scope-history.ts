import type { Receipt } from '../receipts/receipt.ts';
import { covers } from '../scopes/covers.ts';
import { normalizeScope } from '../scopes/normalize.ts';

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

/** By scope, since when its state is what it is. @param receipts of one authorization, any order */
export function scopeHistory(receipts: readonly Receipt[]): ReadonlyMap<string, ScopeEvent> {
  const events = new Map<string, ScopeEvent>();
  const consents = receipts.filter(({ outcome }) => outcome === 'granted').toSorted((a, b) => a.endedAt - b.endedAt);
  for (const [index, receipt] of consents.entries()) {
    const granted = new Set(receipt.granted.map(normalizeScope));
    const asked = new Set(receipt.asked.map(normalizeScope));
    for (const scope of new Set([...granted, ...asked])) {
      const state = granted.has(scope) || [...granted].some((held) => covers(held, scope)) ? 'granted' : 'refused';
      if (events.get(scope)?.state === state) continue;
      events.set(scope, { state, at: receipt.endedAt, others: Math.max(0, asked.size - 1), first: index === 0 });
    }
    // What a later consent no longer names is gone.
    for (const scope of [...events.keys()]) if (!granted.has(scope) && !asked.has(scope)) events.delete(scope);
  }
  return events;
}
