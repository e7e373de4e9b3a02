import { decodeAuthError } from './auth-error.ts';

export type AccountsPage =
  /** Google will not let anybody sign in in this window; the system browser will do. */
  | { readonly kind: 'refused' }
  /** An error that is shown instead of being redirected; `code` is `unknown_oauth_error` when it cannot be read. */
  | { readonly kind: 'error'; readonly code: string };

const USER_AGENT = 'disallowed_useragent';

/**
 * Recognises Google's error and refusal pages by host and path, never by their text. Only the path of the page itself counts:
 * a `continue=` parameter may hold the same words.
 * https://developers.google.com/identity/protocols/oauth2/native-app#authorization-errors
 * @returns null for every other page
 */
export function readAccountsPage(address: string, accountsOrigin: string): AccountsPage | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.origin !== new URL(accountsOrigin).origin) return null;
  if (/^\/(v\d+\/)?signin\/rejected\/?$/.test(url.pathname)) return { kind: 'refused' };
  if (url.searchParams.get('error') === USER_AGENT) return { kind: 'refused' };
  if (url.pathname !== '/signin/oauth/error' && !url.pathname.startsWith('/signin/oauth/error/')) return null;
  const code = decodeAuthError(url.searchParams.get('authError') ?? '') ?? 'unknown_oauth_error';
  return code === USER_AGENT ? { kind: 'refused' } : { kind: 'error', code };
}
