/** Every Google address the app talks to. One object, made once; never taken from a file or a redirect. */
export interface GoogleEndpoints {
  /** Origin that users see during consent: `https://accounts.google.com`, or the loopback origin of a stand-in. */
  readonly accountsOrigin: string;
  readonly authorization: string;
  readonly token: string;
  readonly revocation: string;
  readonly tokeninfo: string;
  readonly userinfo: string;
  /** With trailing slash. */
  readonly calendarBase: string;
  /** With trailing slash; the group's address follows. */
  readonly groupsBase: string;
  /** With trailing slash. */
  readonly directoryBase: string;
  /** Directory of all APIs; the document of one follows as `/{name}/{version}/rest`. Without trailing slash. */
  readonly discoveryBase: string;
  /** Origins that may receive a Bearer token; of Google, every other host of its APIs may too (mayHoldToken). */
  readonly bearerOrigins: readonly string[];
  /** `iss` of RFC 9207 must be one of these when present; ID tokens name one too. A stand-in may name Google or itself. */
  readonly issuers: readonly string[];
  /** True for Google itself, false for any stand-in. */
  readonly google: boolean;
}

const ISSUER = 'https://accounts.google.com';

/** Google's own hosts (checked against oauth2 and OpenID Connect documentation). */
export const GOOGLE: GoogleEndpoints = {
  accountsOrigin: 'https://accounts.google.com',
  authorization: 'https://accounts.google.com/o/oauth2/v2/auth',
  token: 'https://oauth2.googleapis.com/token',
  revocation: 'https://oauth2.googleapis.com/revoke',
  tokeninfo: 'https://oauth2.googleapis.com/tokeninfo',
  userinfo: 'https://openidconnect.googleapis.com/v1/userinfo',
  calendarBase: 'https://www.googleapis.com/calendar/v3/',
  groupsBase: 'https://www.googleapis.com/groups/v1/groups/',
  directoryBase: 'https://admin.googleapis.com/admin/directory/v1/',
  discoveryBase: 'https://www.googleapis.com/discovery/v1/apis',
  bearerOrigins: ['https://www.googleapis.com', 'https://admin.googleapis.com', 'https://openidconnect.googleapis.com'],
  issuers: [ISSUER],
  google: true,
};

/**
 * Whether a Bearer token may go to `address`: a stand-in's own origin, or a host of Google's APIs, `https://<one label>.googleapis.com`
 * on the default port. All such hosts are Google's own; nobody can put a server of theirs under one.
 */
export function mayHoldToken(endpoints: GoogleEndpoints, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return false;
  if (endpoints.bearerOrigins.includes(url.origin)) return true;
  // The token endpoint takes tokens in its own way, never as a Bearer.
  if (url.hostname === 'oauth2.googleapis.com') return false;
  return endpoints.google && url.protocol === 'https:' && url.port === '' && isApiHost(url.hostname);
}

/** One label below googleapis.com, in plain letters: no API has a name that needs others. */
export function isApiHost(hostname: string): boolean {
  return /^(?!xn--)[a-z0-9-]{1,63}\.googleapis\.com$/.test(hostname);
}

/**
 * All of Google on one loopback origin, paths unchanged.
 * @param origin `http://127.0.0.1:PORT`, `http://[::1]:PORT` or `http://localhost:PORT`
 * @returns null when `origin` is anything else
 */
export function standInEndpoints(origin: string): GoogleEndpoints | null {
  if (!URL.canParse(origin)) return null;
  const url = new URL(origin);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';
  if (!loopback || !bare || !['http:', 'https:'].includes(url.protocol)) return null;
  const base = url.origin;
  return {
    accountsOrigin: base,
    authorization: `${base}/o/oauth2/v2/auth`,
    token: `${base}/token`,
    revocation: `${base}/revoke`,
    tokeninfo: `${base}/tokeninfo`,
    userinfo: `${base}/v1/userinfo`,
    calendarBase: `${base}/calendar/v3/`,
    groupsBase: `${base}/groups/v1/groups/`,
    directoryBase: `${base}/admin/directory/v1/`,
    discoveryBase: `${base}/discovery/v1/apis`,
    bearerOrigins: [base],
    issuers: [ISSUER, base],
    google: false,
  };
}
