/** The URI that a Web client is told to register: a loopback address with a fixed port. */
export const SUGGESTED_REDIRECT_URI = 'http://127.0.0.1:8085/oauth2callback';

/**
 * What can be done with a registered redirect URI:
 * - `listen`: loopback over http on a port anyone may open: both surfaces can catch it
 * - `window`: only the app window can, by stopping the navigation: another host, https, or a loopback port below 1024
 * - `out-of-band`: switched off by Google in 2023
 * - `custom-scheme`: an app's own scheme, for mobile clients only
 * - `invalid`: not a redirect URI at all
 * https://developers.google.com/identity/protocols/oauth2/native-app and RFC 8252 §7.3
 */
export type RedirectUse = 'listen' | 'window' | 'out-of-band' | 'custom-scheme' | 'invalid';

const loopbackHosts = ['127.0.0.1', '[::1]', 'localhost'];

export function isLoopbackHost(hostname: string): boolean {
  return loopbackHosts.includes(hostname);
}

export function classifyRedirectUri(uri: string): RedirectUse {
  if (/^(urn:ietf:wg:oauth:2\.0:oob(:auto)?|oob)$/.test(uri)) return 'out-of-band';
  if (/\s/.test(uri) || !URL.canParse(uri)) return 'invalid';
  const url = new URL(uri);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    // Mobile schemes are reversed domain names or package ids: com.example.app:/oauth2redirect, ms-app://s-1-15-2…
    return /^(com\.|ms-app:|[a-z0-9-]+\.[a-z0-9.-]+:)/i.test(uri) ? 'custom-scheme' : 'invalid';
  }
  // RFC 6749 §3.1.2: no fragment. Google refuses user information and patterns too.
  if (uri.includes('#') || uri.includes('*') || url.username !== '' || url.password !== '') return 'invalid';
  const loopback = isLoopbackHost(url.hostname);
  // No port means 80, which ordinary programs may not open on most systems; the same goes for all below 1024.
  return loopback && url.protocol === 'http:' && Number(url.port) >= 1024 ? 'listen' : 'window';
}

/** Those that the app window or a receiver can catch. */
export function usableRedirectUris(uris: readonly string[]): readonly string[] {
  return uris.filter((uri) => ['listen', 'window'].includes(classifyRedirectUri(uri)));
}
