import { classifyRedirectUri, isLoopbackHost, SUGGESTED_REDIRECT_URI, usableRedirectUris } from './redirect-uris.ts';

/** How consent comes back: a free loopback port per attempt, or one registered URI; `listens` tells whether a receiver can wait there. */
export type RedirectChoice =
  | { readonly kind: 'loopback-free' }
  | { readonly kind: 'registered'; readonly uri: string; readonly listens: boolean };

/** Smaller is better. */
function rank(uri: string): number {
  const url = new URL(uri);
  const loopback = isLoopbackHost(url.hostname);
  // RFC 8252 §8.3 prefers the address over the name localhost, which may resolve to something else.
  if (classifyRedirectUri(uri) === 'listen') return url.hostname === 'localhost' ? 1 : 0;
  // Should the window ever miss it, a code sent to this computer or over TLS is the lesser harm.
  if (loopback) return 2;
  return url.protocol === 'https:' ? 3 : 4;
}

/**
 * The redirect for a client's consent. Desktop clients register nothing and take a free port (RFC 8252 §7.3). A Web client's URI
 * must match what is registered letter for letter; the first of the best kind is taken. A Web client without a usable one is refused
 * at import; should one come from elsewhere, it gets the URI that its owner was told to register.
 */
export function chooseRedirect(client: { readonly type: 'installed' | 'web'; readonly redirectUris: readonly string[] }): RedirectChoice {
  if (client.type === 'installed') return { kind: 'loopback-free' };
  const [uri = SUGGESTED_REDIRECT_URI] = usableRedirectUris(client.redirectUris).toSorted((a, b) => rank(a) - rank(b));
  return { kind: 'registered', uri, listens: classifyRedirectUri(uri) === 'listen' };
}

/** Whether consent in the system's browser can come back to the app. */
export function worksInBrowser(client: { readonly type: 'installed' | 'web'; readonly redirectUris: readonly string[] }): boolean {
  const choice = chooseRedirect(client);
  return choice.kind === 'loopback-free' || choice.listens;
}
