import { redact } from '../shared/redact.ts';
import type { FlowHop } from './flow-hop.ts';

export type FlowParameter = FlowHop['parameters'][number];

/** Characters of a value or a foreign name that are kept; a full list of scopes fits. */
const LONGEST_VALUE = 4_000;
const LONGEST_NAME = 64;
/** Parameters of an answer that are listed. */
const MOST = 40;

/** `(hidden, 43 characters)`: how long a secret is may be told, nothing else of it. */
export function hidden(name: string, value: string | null, meaning: string): FlowParameter {
  const length = value?.length ?? 0;
  const size = value === null ? '' : `, ${String(length)} ${length === 1 ? 'character' : 'characters'}`;
  return { name, value: `(hidden${size})`, hidden: true, meaning };
}

/** @param secrets what must not stand in the value even if a server repeats it there */
export function shown(name: string, value: string, meaning: string, secrets: readonly string[] = []): FlowParameter {
  const clean = redact(value, secrets);
  return { name, value: clean.length > LONGEST_VALUE ? `${clean.slice(0, LONGEST_VALUE)}…` : clean, hidden: false, meaning };
}

/** What each parameter is for, and whether it may be shown. */
export type Meanings = Readonly<Record<string, { readonly means: string; readonly secret?: true }>>;

/** Every parameter in its order. One that is not listed here is named, and its value hidden: nobody knows what it holds. */
export function described(pairs: Iterable<readonly [string, string]>, meanings: Meanings, secrets: readonly string[] = []): readonly FlowParameter[] {
  return [...pairs].slice(0, MOST).map(([name, value]) => {
    const known = Object.hasOwn(meanings, name) ? meanings[name] : undefined;
    if (known === undefined) return hidden(redact(name, secrets).slice(0, LONGEST_NAME), value, 'Not a parameter that Grantdesk knows; it was not used.');
    return known.secret === true ? hidden(name, value, known.means) : shown(name, value, known.means, secrets);
  });
}

/** `GET accounts.google.com/o/oauth2/v2/auth`: method, host and path; a query never. */
export function addressLine(method: 'GET' | 'POST', address: string): string {
  const { host, pathname } = new URL(address);
  return `${method} ${host}${pathname}`;
}
