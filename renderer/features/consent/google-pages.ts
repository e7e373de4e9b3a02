import type { ScopeDto } from '../../../preload/contract/scopes.ts';

/**
 * What Google will most likely show, page by page, so that nothing there is a surprise.
 * Checkboxes appear from the second scope on that is more than sign-in; one alone is a plain yes or no
 * (https://developers.google.com/identity/protocols/oauth2/resources/granular-permissions).
 * @param scopes what will be asked for, with or without the sign-in scopes
 * @param email whose consent is expected; null when any account may answer
 */
export function googlePages(scopes: readonly ScopeDto[], email: string | null): readonly string[] {
  const asked = scopes.filter((one) => !one.signIn);
  const guarded = asked.some((one) => one.sensitivity !== 'non-sensitive');
  const pages = [email === null ? 'Choose an account' : `Sign in as ${email}`];
  if (guarded) pages.push('Perhaps “Google hasn’t verified this app”');
  if (asked.length === 0) pages.push('Continue: who you are, nothing else');
  else if (asked.length === 1) pages.push('One question: allow or cancel');
  else pages.push(`${String(asked.length)} checkboxes; tick what you allow`);
  return pages;
}
