import { isApiHost, type GoogleEndpoints } from '../../oauth/endpoints.ts';
import type { MethodTable } from '../methods/method-table.ts';

/**
 * Where the methods of an API live, with trailing slash. Google's own: as its document says, which the reader has checked. A stand-in
 * has every API on its own origin, under the same paths.
 */
export function apiRoot(endpoints: GoogleEndpoints, table: Pick<MethodTable, 'rootUrl' | 'servicePath'>): string {
  const root = endpoints.google ? table.rootUrl : `${endpoints.accountsOrigin}/`;
  return root + table.servicePath;
}

/** Whether a document may name this as the root of its API: a host of Google's APIs, or the stand-in it came from. */
export function isApiRoot(endpoints: GoogleEndpoints, rootUrl: string): boolean {
  if (!endpoints.google) return rootUrl === `${endpoints.accountsOrigin}/`;
  const host = /^https:\/\/([^/]+)\/$/.exec(rootUrl)?.[1];
  return host !== undefined && isApiHost(host);
}
