import { fault, type Fault } from '../shared/fault.ts';
import type { UnavailableCause } from './token-answer.ts';
import type { TokenRefusal } from './token-refusal.ts';

const FIX_CLIENT = 'Check the client in the Google Cloud console and import its file again.';

/** Refusals that mean the same for a code and for a refresh token. */
const COMMON: ReadonlyMap<string, readonly [code: string, message: string, hint: string]> = new Map([
  ['redirect_uri_mismatch', ['redirect-uri-mismatch', 'Google expected another redirect address than the one of the request.', 'Start again.']],
  ['invalid_scope', ['invalid-scope', 'At least one of the scopes does not exist, or users cannot grant it.', 'Take the wrong one out and start again.']],
  ['unsupported_grant_type', ['unsupported-grant-type', 'The token endpoint does not know this kind of request.', 'Update the app, or look at the address it talks to.']],
  ['admin_policy_enforced', ['admin-policy-enforced', 'The administrator of this Workspace domain blocks this client or one of the scopes.', 'Ask the administrator to trust the client id.']],
  ['deleted_client', ['deleted-client', 'This client was deleted in the Google Cloud console.', 'Restore it there (possible for 30 days), or make a new one and import its file.']],
  ['disabled_client', ['disabled-client', 'This client or its project is suspended.', 'The owner of the project finds the reason in the Google Cloud console.']],
  ['unauthorized_client', ['unauthorized-client', 'This type of client may not do that, or the token was issued to another client.', FIX_CLIENT]],
  ['org_internal', ['org-internal', 'This project is only for accounts of its own organization.', 'Sign in with an account of that organization.']],
  ['access_denied', ['access-denied', 'Google refused access.', 'Start again, or use another account.']],
]);

/** What a refusal of the token endpoint means, with what to do. Holds nothing of the server's own words. */
export function explainTokenRefusal(refusal: TokenRefusal, doing: 'exchange' | 'refresh'): Fault {
  if (refusal.detail === 'client-secret-missing') {
    return fault('client-secret-missing', 'Google wants the client secret, and this client has none.', 'Add the client secret: import a client file that contains it.');
  }
  if (refusal.error === 'invalid_client') {
    return refusal.detail === 'client-secret-wrong'
      ? fault('client-secret-wrong', 'Google does not accept the client secret.', 'Make a new secret in the Google Cloud console and import the new client file.')
      : fault('invalid-client', 'Google does not know this client.', FIX_CLIENT);
  }
  if (refusal.error === 'invalid_grant') return doing === 'exchange' ? codeRefused(refusal) : grantRefused(refusal);
  const common = COMMON.get(refusal.error);
  if (common !== undefined) return fault(...common);
  return fault(
    refusal.error === 'invalid_request' ? 'invalid-request' : 'unknown-oauth-error',
    'Google refused the request for a reason that this app does not know.',
    doing === 'exchange' ? 'Start again; if it stays, import the client file again.' : 'Try again later; if it stays, re-authorize.',
  );
}

/** True when this refusal ends the authorization: the grant is gone, not just a policy asking for a fresh sign-in. */
export function endsTheGrant(refusal: TokenRefusal): boolean {
  return refusal.error === 'invalid_grant' && refusal.detail !== 'reauthentication';
}

function codeRefused(refusal: TokenRefusal): Fault {
  switch (refusal.detail) {
    case 'verifier-wrong':
      return fault('code-verifier-refused', 'Google did not accept the proof key of this attempt.', 'Start again.');
    case 'code-malformed':
      return fault('code-malformed', 'The code in the address was cut or changed on its way.', 'Start again; when pasting, copy the whole address.');
    default:
      return fault('code-refused', 'The code was already used or is too old.', 'Start again.');
  }
}

function grantRefused(refusal: TokenRefusal): Fault {
  return refusal.detail === 'reauthentication'
    ? fault('reauthentication-required', 'The Workspace domain wants a fresh sign-in; the grant itself still stands.', 'Re-authorize this account.')
    : fault('sign-in-needed', 'Google no longer accepts this sign-in: it was revoked, replaced, or it ran out.', 'Re-authorize this account.');
}

/** Why nothing is known: these say nothing about the grant. `offline` and `refresh-failed`/`exchange-failed` are the codes. */
export function explainUnavailable(cause: UnavailableCause, doing: 'exchange' | 'refresh' | 'check'): Fault {
  const next = doing === 'exchange' ? 'Nothing was stored. Start again.' : 'Nothing was changed. Try again later.';
  const failed = `${doing}-failed`;
  switch (cause) {
    case 'network':
      return fault('offline', 'Google could not be reached.', `Check the connection. ${next}`);
    case 'timeout':
      return fault('offline', 'Google did not answer in time.', `Check the connection. ${next}`);
    case 'rate':
      return fault(failed, 'Google wants fewer requests at the moment.', next);
    case 'server':
      return fault(failed, 'Google had an error of its own.', next);
    case 'foreign':
      return fault(failed, 'Something other than Google answered, perhaps the sign-in page of a network.', `Open a page in your browser to see. ${next}`);
  }
}
