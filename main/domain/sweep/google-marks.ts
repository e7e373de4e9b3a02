import type { FoundCredential } from '../interop/found-credential.ts';

/**
 * Whether a credential is one of Google's. Many programs keep a `token.json`: what bears no mark of Google is not listed, and above all
 * never sent there.
 */
export function isGooglesCredential({ clientId, refreshToken, accessToken, scopes }: FoundCredential): boolean {
  if (clientId !== null) return isGooglesClient(clientId);
  if (refreshToken?.startsWith('1/') === true || accessToken?.startsWith('ya29.') === true) return true;
  return scopes?.some((scope) => /^https:\/\/(?:www\.googleapis\.com\/auth\/|mail\.google\.com\/)/.test(scope)) === true;
}

export function isGooglesClient(clientId: string): boolean {
  return clientId.endsWith('.apps.googleusercontent.com');
}
