import type { SandboxClient } from '../state/state.ts';

const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * What is wrong with a redirect URI, or undefined. Desktop clients may use any loopback http address, port and path; Web clients only what
 * they registered, character by character. The out-of-band address is gone for everyone. RFC 8252 §7.3, RFC 9700 §2.1
 */
export function redirectProblem(
  client: Pick<SandboxClient, 'kind' | 'redirectUris'>,
  redirectUri: string,
): 'invalid_request' | 'redirect_uri_mismatch' | undefined {
  if (redirectUri === 'oob' || redirectUri.startsWith('urn:ietf:wg:oauth:2.0:oob')) return 'invalid_request';
  let url: URL;
  try {
    url = new URL(redirectUri);
  } catch {
    return 'invalid_request';
  }
  if (url.hash !== '' || redirectUri.includes('#') || url.username !== '' || url.password !== '') return 'invalid_request';
  if (client.kind === 'web') return client.redirectUris.includes(redirectUri) ? undefined : 'redirect_uri_mismatch';
  // Custom schemes are not for this client type.
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'invalid_request';
  return url.protocol === 'http:' && loopbackHosts.has(url.hostname) ? undefined : 'redirect_uri_mismatch';
}

/** Whether a redirect stays on this machine. */
export function isLoopback(redirectUri: string): boolean {
  return loopbackHosts.has(new URL(redirectUri).hostname);
}
