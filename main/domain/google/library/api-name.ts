import { fail, ok, type Outcome } from '../../shared/fault.ts';
import type { GoogleEndpoints } from '../../oauth/endpoints.ts';

export interface ApiName {
  readonly name: string;
  readonly version: string;
}

/** `calendar:v3`, as Google's directory writes it. */
export function apiIdOf({ name, version }: ApiName): string {
  return `${name}:${version}`;
}

/** Checks a name and version as somebody typed them: they become part of an address. Fault: `api-name-malformed`. */
export function readApiName(name: string, version: string): Outcome<ApiName> {
  const read = { name: name.trim().toLowerCase(), version: version.trim() };
  return /^[a-z][a-z0-9]{1,60}$/.test(read.name) && /^[A-Za-z0-9][A-Za-z0-9._-]{0,60}$/.test(read.version) && !read.version.includes('..')
    ? ok(read)
    : fail('api-name-malformed', 'That is not the name and version of a Google API.', 'Write them as in build(…): drive and v3, or choose one from the directory.');
}

/** Hosts whose name is not the API's. */
const HOSTS: ReadonlyMap<string, string> = new Map([['calendar', 'calendar-json']]);

/** Where the document lies: the old address first, since it knows every API, then the API's own. A stand-in has the first only. */
export function documentAddresses(endpoints: GoogleEndpoints, { name, version }: ApiName): readonly string[] {
  const first = `${endpoints.discoveryBase}/${name}/${version}/rest`;
  return endpoints.google ? [first, `https://${HOSTS.get(name) ?? name}.googleapis.com/$discovery/rest?version=${encodeURIComponent(version)}`] : [first];
}
