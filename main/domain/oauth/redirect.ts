import { sameText } from '../shared/constant-time.ts';
import type { Problem } from '../shared/fault.ts';

export type RedirectCheck =
  | { readonly kind: 'code'; readonly code: string }
  /** `error` is the server's code, or `unknown_oauth_error` when it does not look like one. */
  | { readonly kind: 'error'; readonly error: string }
  | { readonly kind: 'ignored'; readonly problem: Problem };

export interface ExpectedRedirect {
  readonly redirectUri: string;
  readonly state: string;
  readonly issuers: readonly string[];
}

/**
 * Decides whether an address is the answer to this attempt. The order matters: the address itself, then `state` (in constant time), then
 * doubled parameters, then `iss`, and only then code or error; so a stranger's redirect can neither finish nor fail the attempt.
 * The problem of an ignored one names the reason and never a value.
 * https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2, https://www.rfc-editor.org/rfc/rfc9207#section-2.4
 */
export function checkRedirect(address: string, expected: ExpectedRedirect): RedirectCheck {
  if (!isAtRedirectUri(address, expected.redirectUri)) {
    return ignored('redirect-elsewhere', 'An address that is not the redirect address of this attempt was ignored.');
  }
  const query = new URL(address).searchParams;
  const states = query.getAll('state');
  const [state] = states;
  if (state === undefined) return ignored('redirect-state-missing', 'An answer without the state of this attempt was ignored.');
  if (states.length > 1) return doubled('state');
  if (!sameText(state, expected.state)) {
    return ignored('redirect-state-wrong', 'An answer with a wrong state was ignored: it belongs to another attempt, or somebody made it up.');
  }
  for (const name of ['iss', 'code', 'error']) {
    if (query.getAll(name).length > 1) return doubled(name);
  }
  const iss = query.get('iss');
  if (iss !== null && !expected.issuers.includes(iss)) {
    return ignored('redirect-issuer-wrong', 'An answer that names another issuer than Google was ignored.');
  }
  const code = query.get('code');
  const error = query.get('error');
  if (code !== null && error !== null) return ignored('redirect-ambiguous', 'An answer with both a code and an error was ignored.');
  if (error !== null) return { kind: 'error', error: /^[a-z_]{1,64}$/.test(error) ? error : 'unknown_oauth_error' };
  if (code === null || code === '') return ignored('redirect-empty', 'An answer with neither a code nor an error was ignored.');
  return { kind: 'code', code };
}

/** True when scheme, host, port and path are exactly those of the redirect URI. Query and fragment are not compared. */
export function isAtRedirectUri(address: string, redirectUri: string): boolean {
  if (!URL.canParse(address)) return false;
  const actual = new URL(address);
  const wanted = new URL(redirectUri);
  return (
    actual.protocol === wanted.protocol &&
    actual.hostname === wanted.hostname &&
    actual.port === wanted.port &&
    actual.pathname === wanted.pathname &&
    actual.username === '' &&
    actual.password === ''
  );
}

function doubled(name: string): RedirectCheck {
  return ignored('redirect-doubled', `An answer with more than one “${name}” was ignored.`);
}

function ignored(code: string, message: string): RedirectCheck {
  return { kind: 'ignored', problem: { code, message, hint: null } };
}
