import { explainUnavailable } from '../oauth/explain-token-error.ts';
import type { TokenSource } from '../oauth/token-source.ts';
import { askTokenInfo, type TokenInfo } from '../oauth/tokeninfo.ts';
import { normalizeScope } from '../scopes/normalize.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import type { Authorization } from './authorization.ts';
import type { GrantDeps } from './grant-deps.ts';
import { CANCELLED, MISSING } from './grant-faults.ts';

/** What Google said of the access token, against what is stored. */
export interface Check {
  /** Milliseconds since the epoch. */
  readonly checkedAt: number;
  readonly audience: string | null;
  readonly audienceMatches: boolean;
  readonly expiresInSeconds: number | null;
  readonly scopes: readonly string[];
  /** Stored as granted, but Google no longer lists them. */
  readonly missing: readonly string[];
  /** Listed by Google, but not stored as granted. */
  readonly added: readonly string[];
  readonly email: string | null;
}

/**
 * Asks Google about a fresh access token and stores the scopes it lists. When Google does not know the token it is renewed once,
 * which also finds out whether the grant is gone. The scopes of a token made for another client are shown but not stored.
 * Faults: those of TokenSource, `check-failed`.
 */
export async function check(deps: GrantDeps, tokens: TokenSource, id: string): Promise<Outcome<Check>> {
  const consentedAt = deps.store.get(id)?.consentedAt;
  const info = await askTwice(deps, tokens, id);
  const authorization = deps.store.get(id);
  if (authorization === null) return { ok: false, error: MISSING };
  const record = (outcome: 'ok' | 'failed', detail: string | null): void => {
    deps.activity.record({ account: authorization.email, what: 'check', outcome, detail });
  };
  if (!info.ok) {
    record('failed', info.error.message);
    if (info.error.code === 'offline') await markUnreachable(deps, id);
    return info;
  }
  const { audience, scopes, expiresIn, email } = info.value;
  const audienceMatches = audience === authorization.clientId;
  const missing = without(authorization.granted, scopes);
  const added = without(scopes, authorization.granted);
  // A consent that was given meanwhile knows better than the token before it.
  if (audienceMatches) await deps.store.update(id, (current) => (current.consentedAt === consentedAt ? restored(current, scopes, missing.length + added.length > 0) : null));
  record(audienceMatches ? 'ok' : 'failed', audienceMatches ? null : 'The token was made for another client.');
  return ok({ checkedAt: deps.clock.now(), audience, audienceMatches, expiresInSeconds: expiresIn, scopes, missing, added, email });
}

/** Somebody asked what Google says, and nobody answered: the state shown must not claim to know. In memory only, as after a refresh. */
async function markUnreachable({ store, clock }: GrantDeps, id: string): Promise<void> {
  const now = clock.now();
  await store.touch(id, (current) => (current.offlineSince === null ? { ...current, offlineSince: now } : null));
}

function restored(current: Authorization, scopes: readonly string[], changed: boolean): Authorization | null {
  if (!changed && current.offlineSince === null) return null;
  return { ...current, granted: changed ? scopes : current.granted, offlineSince: null };
}

async function askTwice(deps: GrantDeps, tokens: TokenSource, id: string): Promise<Outcome<TokenInfo>> {
  const token = await tokens.accessToken(id);
  if (!token.ok) return token;
  const first = await ask(deps, token.value);
  if (first !== 'unknown-token') return first;
  const renewed = await tokens.accessToken(id, { stale: token.value });
  if (!renewed.ok) return renewed;
  const second = await ask(deps, renewed.value);
  return second === 'unknown-token' ? fail('check-failed', 'Google does not know this access token.', 'Re-authorize this account.') : second;
}

async function ask(deps: GrantDeps, token: string): Promise<Outcome<TokenInfo> | 'unknown-token'> {
  const answer = await askTokenInfo(deps, deps.endpoints(), token);
  switch (answer.kind) {
    case 'ok':
      return ok(answer.value);
    case 'refused':
      return 'unknown-token';
    case 'unavailable':
      return { ok: false, error: explainUnavailable(answer.cause, 'check') };
    case 'cancelled':
      return { ok: false, error: CANCELLED };
  }
}

/** Unlike an asked-granted comparison, a scope that a wider one covers counts here: Google either lists it or not. */
function without(scopes: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others.map(normalizeScope));
  return scopes.filter((scope) => !known.has(normalizeScope(scope)));
}
