import type { Openings, ScopedMethod } from './openings.ts';
import { realScopes, type Granted } from './ready.ts';
import { widerAmong, type Wider } from './wider.ts';

export interface Superfluous {
  readonly scope: string;
  /** The granted scope that includes it and stays. */
  readonly by: string;
}

/**
 * Granted scopes that can go without any loss: another one that stays includes each of them, in methods and in the data it reaches.
 * They may all go together, since each was judged by what is left when the others are gone.
 */
export function superfluousScopes(granted: Granted, openings: Openings, wider: Wider = widerAmong(granted)): readonly Superfluous[] {
  const left = new Set(granted);
  const opens = (scope: string): readonly ScopedMethod[] => openings.get(scope) ?? [];
  // By method, not by its id: two versions of an API share ids.
  const openers = new Map<ScopedMethod, number>();
  for (const scope of granted) for (const method of opens(scope)) openers.set(method, (openers.get(method) ?? 0) + 1);
  const opensAlone = (scope: string): boolean => opens(scope).some((method) => openers.get(method) === 1);
  const staying = (scope: string): string | undefined => wider(scope).find((other) => left.has(other));

  const found: Superfluous[] = [];
  // The one that opens least goes first: of two that include each other the stronger stays.
  for (const scope of realScopes(granted).toSorted((a, b) => opens(a).length - opens(b).length || (a < b ? -1 : 1))) {
    const by = staying(scope);
    if (by === undefined || opensAlone(scope)) continue;
    left.delete(scope);
    for (const method of opens(scope)) openers.set(method, (openers.get(method) ?? 0) - 1);
    found.push({ scope, by });
  }
  // Who includes it may have gone after it: then whoever includes that one does, too.
  return found.map(({ scope, by }) => ({ scope, by: left.has(by) ? by : (staying(scope) ?? by) }));
}
