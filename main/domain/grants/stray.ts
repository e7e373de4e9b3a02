import { projectNumberOf } from '../clients/project-number.ts';
import { revokeToken } from '../oauth/revoke.ts';
import { fail, ok, type Outcome, type Problem } from '../shared/fault.ts';
import { isSameAccount, UNKNOWN_ACCOUNT } from './account-name.ts';
import type { Authorization } from './authorization.ts';
import type { GrantDeps } from './grant-deps.ts';
import { explainRevoke, GONE_ALREADY, isSameProject, markRevoked, type RevokeOutcome } from './revoker.ts';

/** A credential that lies in a file outside the vault. `sub` and `email` as for an import: Google's word, or an unnamed account. */
export interface Stray extends Pick<Authorization, 'sub' | 'email' | 'refreshToken' | 'accessToken'> {
  /** Null where the file names no client. */
  readonly clientId: string | null;
}

const REVOKED_ALONG: Problem = {
  code: 'revoked-along',
  message: 'The grant was revoked at Google together with a credential file of the same project.',
  hint: 'Re-authorize to get access again.',
};

/** Every stored authorization that a revoke of this credential kills, as far as its account is known. */
export function dyingWithStray(deps: Pick<GrantDeps, 'store'>, stray: Stray): readonly Authorization[] {
  const living = deps.store.all().filter(({ mark }) => mark !== 'revoked');
  const copies = living.filter((one) => isCopy(one, stray));
  const { clientId } = stray;
  const self = clientId === null ? [] : [{ ...stray, clientId, projectNumber: projectNumberOf(clientId) }];
  return living.filter((one) => copies.includes(one) || [...copies, ...self].some((other) => isSameAccount(one, other) && isSameProject(one, other)));
}

/** The very same tokens: that they are of one grant needs no other proof. */
function isCopy(one: Authorization, { refreshToken, accessToken }: Stray): boolean {
  return (refreshToken !== null && one.refreshToken === refreshToken) || (accessToken !== null && one.accessToken === accessToken);
}

/**
 * Revokes at Google by the token of the file. What dies with it is marked only after Google's yes; a token that Google does not know
 * says nothing about the grant it came from.
 * @param note where it lay, for Activity
 * Faults: `nothing-to-revoke`, `offline`, `revoke-failed`, `cancelled`.
 */
export async function revokeStray(deps: GrantDeps, stray: Stray, note: string, signal?: AbortSignal): Promise<Outcome<RevokeOutcome>> {
  const dying = dyingWithStray(deps, stray);
  const revoked = await revokeAt(deps, stray, signal);
  const account = stray.email === UNKNOWN_ACCOUNT ? null : stray.email;
  if (!revoked.ok) {
    deps.activity.record({ account, what: 'revoke', outcome: revoked.error.code === 'cancelled' ? 'cancelled' : 'failed', detail: `${note}: ${revoked.error.message}` });
    return revoked;
  }
  const marked = revoked.value.alreadyRevoked ? [] : await markRevoked(deps, dying, () => REVOKED_ALONG);
  deps.activity.record({ account, what: 'revoke', outcome: 'ok', detail: revoked.value.alreadyRevoked ? `${note}: ${GONE_ALREADY}` : note });
  return ok({ ...revoked.value, marked });
}

async function revokeAt(deps: GrantDeps, { refreshToken, accessToken }: Stray, signal?: AbortSignal): Promise<Outcome<{ readonly alreadyRevoked: boolean }>> {
  const token = refreshToken ?? accessToken;
  if (token === null) return NOTHING;
  const answer = await revokeToken(deps, deps.endpoints(), token, signal);
  if (answer.kind !== 'ok') return explainRevoke(answer);
  // An access token that has ended is unknown to Google too: that proves nothing.
  return answer.value.alreadyRevoked && refreshToken === null ? NOTHING : ok(answer.value);
}

const NOTHING = fail(
  'nothing-to-revoke',
  'There is no token in this file that Google still knows, so the grant cannot be revoked from here.',
  'Remove the app on the page of your Google Account that lists connections.',
);
