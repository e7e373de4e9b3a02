import { covers } from '../scopes/covers.ts';
import { normalizeScope } from '../scopes/normalize.ts';

/** The scopes that include a scope, out of those it was made for; the scope itself is not among them. */
export type Wider = (scope: string) => readonly string[];

/** Each scope is compared with the others once, however many accounts hold it. */
export function widerAmong(scopes: Iterable<string>): Wider {
  const all = [...new Set([...scopes].map(normalizeScope))];
  const known = new Map<string, readonly string[]>();
  return (scope) => {
    const held = known.get(scope) ?? all.filter((other) => other !== scope && covers(other, scope));
    known.set(scope, held);
    return held;
  };
}
