import type { GoogleMethod } from '../google/methods/method-table.ts';
import { normalizeScope } from '../scopes/normalize.ts';

/** What the algebra needs to know of a method. */
export type ScopedMethod = Pick<GoogleMethod, 'id' | 'httpMethod' | 'scopes'>;

/** Scope, as it is compared → the methods it opens, in the order of the tables. */
export type Openings = ReadonlyMap<string, readonly ScopedMethod[]>;

export function openingsOf(methods: readonly ScopedMethod[]): Openings {
  const found = new Map<string, ScopedMethod[]>();
  for (const method of methods) {
    for (const scope of new Set(method.scopes.map(normalizeScope))) {
      const opened = found.get(scope);
      if (opened === undefined) found.set(scope, [method]);
      else opened.push(method);
    }
  }
  return found;
}
