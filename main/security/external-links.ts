/** Hosts that may be opened in the user's browser, apart from the authorization endpoint. Compared exactly. */
const hosts: ReadonlySet<string> = new Set([
  'console.cloud.google.com',
  'console.developers.google.com',
  'myaccount.google.com',
  'support.google.com',
  'policies.google.com',
  'developers.google.com',
]);

/** Google's Workspace admin console and friends are not here on purpose: nothing in the app leads there. */
const consoleHosts: ReadonlySet<string> = new Set(['console.cloud.google.com', 'console.developers.google.com']);

/** Characters; long enough for the longest sensible page address. */
const longest = 2048;
/** An authorization request with 200 scopes stays below this. */
const longestAuthorization = 32_768;

function parse(address: string, max: number): URL | null {
  if (address.length > max || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.username === '' && url.password === '' ? url : null;
}

/** Whether main may hand `address` to the user's browser: https, default port, a host of the list, no credentials in it. */
export function isAllowedLink(address: string): boolean {
  const url = parse(address, longest);
  return url !== null && url.protocol === 'https:' && url.port === '' && hosts.has(url.hostname);
}

/** The same for addresses that come out of an API's error: only Google's consoles. */
export function isConsoleLink(address: string): boolean {
  const url = parse(address, longest);
  return url !== null && url.protocol === 'https:' && url.port === '' && consoleHosts.has(url.hostname);
}

/**
 * The same for a link of an event, which may lead anywhere on the web: https without credentials, and not back to this computer. That the
 * address stands in the event is looked up before.
 */
export function isEventLink(address: string): boolean {
  const url = parse(address, longest);
  return url !== null && url.protocol === 'https:' && !isThisComputer(url.hostname);
}

/** `hostname` as URL gives it: 127.1 and 0x7f000001 are 127.0.0.1 by then. */
function isThisComputer(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '').toLowerCase();
  if (name === 'localhost' || name.endsWith('.localhost') || name === '0.0.0.0' || /^127(\.\d+){3}$/.test(name)) return true;
  return name === '[::1]' || name === '[::]' || name.startsWith('[::ffff:7f') || name === '[::ffff:0:0]';
}

/**
 * Whether `address` is an authorization request to `authorization` (endpoint of the active mode).
 * A stand-in's endpoint is http on a loopback origin; the origin comes from our own configuration, never from a page.
 */
export function isAuthorizationRequest(address: string, authorization: string): boolean {
  const url = parse(address, longestAuthorization);
  const endpoint = new URL(authorization);
  return url !== null && url.origin === endpoint.origin && url.pathname === endpoint.pathname;
}
