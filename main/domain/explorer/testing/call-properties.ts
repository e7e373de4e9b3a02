import fc from 'fast-check';
import { apiRoot } from '../../google/library/api-root.ts';
import type { GoogleMethod, MethodTable } from '../../google/methods/method-table.ts';
import { mayHoldToken, type GoogleEndpoints } from '../../oauth/endpoints.ts';
import { buildRequest } from '../build-request.ts';
import { goodCall, hostileCall } from './call-arbitraries.ts';

/** Good values come out of the address as they were typed. Throws with the counterexample. */
export function sendsWhatWasTyped(endpoints: GoogleEndpoints, table: MethodTable, method: GoogleMethod, numRuns: number): void {
  fc.assert(
    fc.property(goodCall(table, method), (wish) => {
      const built = buildRequest(endpoints, table, method, wish);
      if (!built.ok) throw new Error(`${method.id}: ${JSON.stringify(built.problems)}`);
      const url = new URL(built.request.url);
      staysAtHome(endpoints, table, built.request.url);
      const path = valuesInPath(url, table, method);
      for (const [name, texts] of Object.entries(wish.parameters)) {
        const found = method.parameters[name]?.location === 'path' ? path[name] : JSON.stringify(url.searchParams.getAll(name));
        const wanted = method.parameters[name]?.location === 'path' ? texts[0] : JSON.stringify(texts);
        if (found !== wanted) throw new Error(`${method.id}: ${name} became ${found ?? 'nothing'} in ${url.href}`);
      }
    }),
    { numRuns },
  );
}

/** Whatever is typed: nothing is sent, or it is sent to the API itself, with no parameter that was not asked for. Throws with the counterexample. */
export function neverLeavesHome(endpoints: GoogleEndpoints, table: MethodTable, method: GoogleMethod, numRuns: number): void {
  const open: GoogleMethod = { ...method, path: method.path.replaceAll(/\{(?!\+)/g, '{+') };
  fc.assert(
    fc.property(hostileCall(table, method), fc.constantFrom(method, open), (wish, of) => {
      const built = buildRequest(endpoints, table, of, wish);
      if (!built.ok) return;
      staysAtHome(endpoints, table, built.request.url);
      const known = new Set([...Object.keys(wish.parameters), 'alt', 'prettyPrint']);
      for (const name of new URL(built.request.url).searchParams.keys()) if (!known.has(name)) throw new Error(`${method.id}: ${name} in ${built.request.url}`);
    }),
    { numRuns },
  );
}

function staysAtHome(endpoints: GoogleEndpoints, table: MethodTable, address: string): void {
  const { href, hash } = new URL(address);
  if (href !== address || hash !== '' || !href.startsWith(apiRoot(endpoints, table)) || !mayHoldToken(endpoints, address)) throw new Error(`leads elsewhere: ${address}`);
}

/** Reads the path back by its template. */
function valuesInPath({ pathname }: URL, { servicePath }: MethodTable, { path }: GoogleMethod): Readonly<Record<string, string>> {
  const names: string[] = [];
  const pattern = `/${servicePath}${path}`.replaceAll(/[.$?*()[\]^|\\]/g, '\\$&').replaceAll(/\{(\+?)(\w+)\}/g, (_, plus: string, name: string) => {
    names.push(name);
    return plus === '' ? '([^/]+)' : '(.+)';
  });
  const found = new RegExp(`^${pattern}$`).exec(pathname) ?? [];
  return Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
}
