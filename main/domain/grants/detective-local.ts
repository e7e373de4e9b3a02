import type { CaseFile, Cause } from './detective-case.ts';

type Known = readonly [title: string, evidence: string, mend: string, action: Cause['action']];

const REAUTHORIZE = 'Re-authorize this account: what was granted is remembered and asked for again.';
const IMPORT = 'Import the client file again, then refresh.';

/** Reasons that this app noted when it happened: what it did itself, or the very words of Google's refusal. */
const NOTED: ReadonlyMap<string, Known> = new Map([
  ['time-over', ['Its time was over', 'Grantdesk revoked it by itself at the end that was set here.', REAUTHORIZE, 'reauthorize']],
  ['revoked', ['It was revoked here', 'Grantdesk asked Google to revoke it, and Google did.', REAUTHORIZE, 'reauthorize']],
  ['revoked-along', ['It was revoked together with another one', 'Another authorization of the same account and project was revoked here; Google ends them together.', REAUTHORIZE, 'reauthorize']],
  ['drop-unfinished', ['A scope was dropped, and the new consent was not finished', 'Dropping a scope begins with revoking everything; the consent for the rest did not follow.', REAUTHORIZE, 'reauthorize']],
  ['client-missing', ['The client was removed here', 'Its client file is no longer stored, and without it nothing can be refreshed.', IMPORT, 'open-clients']],
  ['client-secret-missing', ['The client secret is missing', 'Google asked for a client secret, and the stored file has none.', 'Import a client file that holds the secret, then refresh.', 'open-clients']],
  ['client-secret-wrong', ['The client secret was changed', 'Google no longer accepts the stored client secret.', 'Make a new secret in the Google Cloud console and import the new client file.', 'open-clients']],
  ['invalid-client', ['Google does not know the client', 'Google answered that there is no such client.', 'Check the client in the Google Cloud console and import its file again.', 'open-console']],
  ['deleted-client', ['The client was deleted', 'Google answered that the client was deleted.', 'Restore it in the Google Cloud console (possible for 30 days), or import the file of a new one.', 'open-console']],
  ['disabled-client', ['The client is suspended', 'Google answered that the client or its project is suspended.', 'The owner of the project finds the reason in the Google Cloud console.', 'open-console']],
  ['unauthorized-client', ['The client may not do that', 'Google answered that the token belongs to another client.', 'Import the right client file, or re-authorize.', 'open-clients']],
  ['admin-policy-enforced', ['The administrator blocks it', 'Google answered that a policy of the Workspace domain is in the way.', 'Ask the administrator to trust the client id, then refresh.', 'refresh']],
  ['org-internal', ['The project is for its own organization only', 'Google answered that this account is not part of it.', 'Use an account of that organization.', 'reauthorize']],
  ['reauthentication-required', ['The domain wants a fresh sign-in', 'Google answered that the session ended (invalid_rapt); the grant itself still stands.', 'Sign in again with Re-authorize.', 'reauthorize']],
]);

/** What this app did, or was told in so many words. The only causes that can be certain, with an end that Google named. */
export function localCauses({ authorization, clientStored, goneBeforeRevoke }: CaseFile): readonly Cause[] {
  const code = authorization.markReason?.code ?? null;
  const causes: Cause[] = [];
  const known = code === null ? undefined : NOTED.get(code);
  if (code !== null && known !== undefined) {
    const [title, evidence, mend, action] = known;
    // Asked to revoke, Google had nothing to revoke: then it ended before, for another reason.
    const late = goneBeforeRevoke && authorization.mark === 'revoked';
    causes.push({
      code,
      title,
      likelihood: late ? 'possible' : 'certain',
      evidence: late ? ['Grantdesk asked Google to revoke it, but Google had no such grant any more: it ended before.'] : [evidence],
      mend,
      action,
    });
  }
  if (authorization.mark === 'none' && authorization.refreshToken === null) {
    causes.push({
      code: 'no-refresh-token',
      title: 'There was no refresh token',
      likelihood: 'certain',
      evidence: ['Google gave none at the consent, so the sign-in ended with its access token.'],
      mend: REAUTHORIZE,
      action: 'reauthorize',
    });
  }
  if (!clientStored && code !== 'client-missing') {
    causes.push({
      code: 'client-missing',
      title: 'The client was removed here',
      likelihood: 'possible',
      evidence: ['Its client file is no longer stored. That alone does not end a sign-in, but nothing can be refreshed without it.'],
      mend: IMPORT,
      action: 'open-clients',
    });
  }
  return causes;
}
