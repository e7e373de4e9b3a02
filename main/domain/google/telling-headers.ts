/** Response headers that tell something, in the order they are shown, and what. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['content-type', 'What kind of content the body is.'],
  ['date', 'When Google answered.'],
  ['etag', 'The version of what was read: sent back with If-Match, a write is refused when it changed meanwhile.'],
  ['last-modified', 'When it was changed last.'],
  ['location', 'Where what was made can be read.'],
  ['retry-after', 'How long to wait before the next try.'],
  ['www-authenticate', 'What is wrong with the token, and which scopes would do.'],
  ['cache-control', 'How long the answer may be kept.'],
  ['expires', 'Until when the answer may be kept.'],
  ['vary', 'Which headers of the request the answer depends on.'],
  ['server-timing', 'How long Google worked on it.'],
  ['deprecation', 'Since when this method is out of favour.'],
  ['sunset', 'When this method will be switched off.'],
  ['warning', 'A warning of the server.'],
]);

/** Families of headers, shown after the others. */
const FAMILIES: readonly (readonly [string, string])[] = [
  ['x-ratelimit-', 'How many calls are allowed, or left, in a while.'],
  ['x-goog-', 'What this API tells about the call in a header of its own.'],
];
/** Upload addresses and the like carry a right in themselves. */
const CREDENTIAL = /auth|cookie|credential|key|secret|session|sign|token|upload/;

/** Headers of one family that are kept. */
const MOST = 20;

/** Name and value of each header that tells something; what could be a credential is never among them. Values as sent. */
export function tellingHeaders(headers: Pick<Headers, 'get' | 'keys'>): readonly (readonly [string, string])[] {
  const sent = [...headers.keys()];
  const further = FAMILIES.flatMap(([start]) => sent.filter((name) => name.startsWith(start) && !CREDENTIAL.test(name)).sort().slice(0, MOST));
  return [...MEANINGS.keys(), ...further].flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
}

/** One short sentence; empty for a header that is not among those. */
export function headerMeaning(name: string): string {
  return MEANINGS.get(name) ?? FAMILIES.find(([start]) => name.startsWith(start))?.[1] ?? '';
}
