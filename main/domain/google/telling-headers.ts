/** Response headers that tell something, in the order they are shown, and what. */
export const TELLING_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'What kind of content the body is.',
  date: 'When Google answered.',
  etag: 'The version of what was read: sent back with If-Match, a write is refused when it changed meanwhile.',
  'last-modified': 'When it was changed last.',
  'retry-after': 'How long to wait before the next try.',
  'www-authenticate': 'What is wrong with the token, and which scopes would do.',
  'cache-control': 'How long the answer may be kept.',
  expires: 'Until when the answer may be kept.',
  vary: 'Which headers of the request the answer depends on.',
  'server-timing': 'How long Google worked on it.',
  'x-ratelimit-limit': 'How many calls are allowed in a while.',
  'x-ratelimit-remaining': 'How many calls are left of them.',
  deprecation: 'Since when this method is out of favour.',
  sunset: 'When this method will be switched off.',
  warning: 'A warning of the server.',
};

/** Characters of one value that are kept. */
const LONGEST = 2000;

export function tellingHeaders(headers: Pick<Headers, 'get'>): readonly (readonly [string, string])[] {
  return Object.keys(TELLING_HEADERS).flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value.slice(0, LONGEST)] as const];
  });
}
