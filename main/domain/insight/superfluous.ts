import type { GoogleMethod } from '../google/methods/method-table.ts';
import { covers } from '../scopes/covers.ts';
import { isReady, openersOf, realScopes, type Granted } from './ready.ts';

export interface Superfluous {
  readonly scope: string;
  /** The granted scope that includes it and stays. */
  readonly by: string;
}

/**
 * Granted scopes that can go without any loss: another one that stays includes each of them, in methods and in the data it reaches.
 * They may all go together, since each was judged by what is left when the others are gone.
 */
export function superfluousScopes(granted: Granted, methods: readonly Pick<GoogleMethod, 'scopes'>[]): readonly Superfluous[] {
  const opened = methods.filter((method) => method.scopes.length > 0 && isReady(method, granted));
  const left = new Set(granted);
  const found: Superfluous[] = [];
  // The one that opens least goes first: of two that include each other the stronger stays.
  const opens = (scope: string): number => opened.filter((method) => openersOf(method, new Set([scope])).length > 0).length;
  for (const scope of realScopes(granted).toSorted((a, b) => opens(a) - opens(b) || a.localeCompare(b, 'en'))) {
    const by = [...left].find((other) => other !== scope && covers(other, scope));
    if (by === undefined) continue;
    left.delete(scope);
    if (opened.every((method) => isReady(method, left))) found.push({ scope, by });
    else left.add(scope);
  }
  // Who includes it may have gone after it: then whoever includes that one does, too.
  return found.map(({ scope, by }) => ({ scope, by: left.has(by) ? by : ([...left].find((other) => covers(other, scope)) ?? by) }));
}
