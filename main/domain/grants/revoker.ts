import { explainTokenRefusal } from '../oauth/explain-token-error.ts';
import { revokeToken } from '../oauth/revoke.ts';
import type { TokenAnswer } from '../oauth/token-answer.ts';
import { fail, ok, type Outcome, type Problem } from '../shared/fault.ts';
import { isSameAccount } from './account-name.ts';
import type { Authorization } from './authorization.ts';
import { isAlive } from './authorization-state.ts';
import type { GrantDeps } from './grant-deps.ts';
import { LOCKED, MISSING } from './grant-faults.ts';
import { afterRevoke } from './versions.ts';

export interface RevokeOutcome {
  /** True when Google had no such grant any more. */
  readonly alreadyRevoked: boolean;
  /** Ids of all records that are marked revoked now. */
  readonly marked: readonly string[];
}

const REVOKED: Problem = { code: 'revoked', message: 'The grant was revoked at Google.', hint: 'Re-authorize to get access again.' };
const REVOKED_ALONG: Problem = {
  ...REVOKED,
  code: 'revoked-along',
  message: 'The grant was revoked at Google together with another authorization of the same project.',
};
/** What Activity says of a revoke that came too late. */
export const GONE_ALREADY = 'Google had no such grant any more.';
const ACCOUNT_PAGE = 'Remove the app on the page of your Google Account that lists connections, or try again later.';

/** Everything a revoke of `id` kills: same account, same Cloud project. The one itself comes first. */
export function dyingWith(deps: Pick<GrantDeps, 'store'>, id: string): readonly Authorization[] {
  const self = deps.store.get(id);
  if (self === null) return [];
  const siblings = deps.store
    .all()
    .filter((one) => one.id !== id && one.mark !== 'revoked' && isSameAccount(one, self) && isSameProject(one, self));
  return [self, ...siblings];
}

type InProject = Pick<Authorization, 'clientId' | 'projectNumber'>;

export function isSameProject(one: InProject, other: InProject): boolean {
  return one.clientId === other.clientId || (one.projectNumber !== null && one.projectNumber === other.projectNumber);
}

/**
 * Revokes at Google first; only its yes (or its "no such token") changes anything here. When Google does not know the token of this
 * one, those of its siblings are tried as well: the grant they share may still live.
 * @param reason what to say of `id` itself from now on
 * @param note why it is revoked, for Activity, when nobody asked for it just now
 * Faults: `authorization-missing`, `nothing-to-revoke`, `offline`, `revoke-failed`.
 */
export async function revoke(deps: GrantDeps, id: string, reason: Problem = REVOKED, note: string | null = null): Promise<Outcome<RevokeOutcome>> {
  const dying = dyingWith(deps, id);
  const [self] = dying;
  if (self === undefined) return { ok: false, error: deps.store.open ? MISSING : LOCKED };
  const ended = await revokeAnyOf(deps, dying);
  const record = (outcome: 'ok' | 'failed', words: string | null): void => {
    const detail = note === null || words === null ? (note ?? words) : `${note}: ${words}`;
    deps.activity.record({ account: self.email, what: 'revoke', outcome, detail });
  };
  if (!ended.ok) {
    record('failed', ended.error.message);
    return ended;
  }
  const marked = await markRevoked(deps, dying, (one) => (one.id === id ? reason : REVOKED_ALONG));
  record('ok', ended.value.alreadyRevoked ? GONE_ALREADY : null);
  return ok({ alreadyRevoked: ended.value.alreadyRevoked, marked });
}

/** Marks what a revoke has killed. @param dying as it was before Google was asked @returns the ids of those that are marked now */
export async function markRevoked(deps: Pick<GrantDeps, 'store' | 'clock'>, dying: readonly Authorization[], because: (one: Authorization) => Problem): Promise<readonly string[]> {
  const marked: string[] = [];
  for (const one of dying) {
    // Consented anew while Google answered: those tokens may live, and what is forgotten here could not be revoked any more.
    const next = await deps.store.update(one.id, (current) => (current.consentedAt === one.consentedAt ? afterRevoke(current, because(one), deps.clock.now()) : null));
    if (next !== null) marked.push(one.id);
  }
  return marked;
}

async function revokeAnyOf(deps: GrantDeps, dying: readonly Authorization[]): Promise<Outcome<{ readonly alreadyRevoked: boolean }>> {
  let known = dying[0]?.mark === 'revoked';
  for (const one of dying) {
    const token = one.refreshToken ?? one.accessToken;
    if (token === null) continue;
    const answer = await revokeToken(deps, deps.endpoints(), token);
    if (answer.kind !== 'ok') return explainRevoke(answer);
    if (!answer.value.alreadyRevoked) return ok({ alreadyRevoked: false });
    // An access token that has ended is unknown to Google too: that proves nothing.
    known ||= one.refreshToken !== null || isAlive(one, deps.clock.now());
  }
  if (known) return ok({ alreadyRevoked: true });
  return fail('nothing-to-revoke', 'No token that Google still knows is stored here, so the grant cannot be revoked from here.', ACCOUNT_PAGE);
}

export function explainRevoke(answer: Exclude<TokenAnswer<unknown>, { readonly kind: 'ok' }>): Outcome<never> {
  switch (answer.kind) {
    case 'unavailable':
      return answer.cause === 'network' || answer.cause === 'timeout'
        ? fail('offline', 'Google could not be reached, so nothing was revoked: the grant may live on.', ACCOUNT_PAGE)
        : fail('revoke-failed', 'Google could not revoke at the moment: the grant may live on.', ACCOUNT_PAGE);
    case 'refused':
      return fail('revoke-failed', 'Google refused to revoke: the grant may live on.', explainTokenRefusal(answer.refusal, 'refresh').hint ?? ACCOUNT_PAGE);
    case 'cancelled':
      return fail('cancelled', 'Cancelled.');
  }
}
