import { endsTheGrant, explainTokenRefusal, explainUnavailable } from '../oauth/explain-token-error.ts';
import type { TokenResponse } from '../oauth/token-response.ts';
import { isSignInScope, normalizeScope } from '../scopes/normalize.ts';
import { fault, ok, settled, type Fault, type Outcome } from '../shared/fault.ts';
import { askPatiently } from './ask-patiently.ts';
import type { Authorization } from './authorization.ts';
import type { GrantDeps } from './grant-deps.ts';
import { CANCELLED, CLIENT_MISSING, faultOfMark, LOCKED, MISSING } from './grant-faults.ts';

/** An access token that can do less than its authorization. */
export interface NarrowToken {
  readonly token: string;
  /** Full scopes, as Google named them. */
  readonly scopes: readonly string[];
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** Milliseconds before its end from which a token is not handed out any more; of a short life, a quarter. */
const EARLY = 90_000;

const NOT_NARROWER = fault(
  'scope-not-narrowed',
  'Google gave a token that can do more than was asked for, so it was not handed out.',
  'Ask for all scopes of the account, or allow them in Grantdesk.',
);
const NO_REFRESH_TOKEN = fault(
  'sign-in-needed',
  'A narrower access token needs a refresh token, and this authorization has none.',
  'Re-authorize this account in Grantdesk.',
);

interface Kept extends NarrowToken {
  readonly goodUntil: number;
  /** The refresh token it came from: after a new consent or a revoke it counts no more. */
  readonly from: string;
}

/**
 * Narrower access tokens: a refresh with `scope` (https://www.rfc-editor.org/rfc/rfc6749#section-6). They are kept in memory until
 * near their end and never written; the stored authorization, its scopes and its own access token stay as they are.
 */
export class NarrowTokens {
  readonly #deps: GrantDeps;
  readonly #kept = new Map<string, Kept>();
  /** Finds out, in the usual way, that a sign-in is over. */
  readonly #refresh: (id: string) => Promise<Outcome<unknown>>;
  #stop = new AbortController();

  constructor(deps: GrantDeps, refresh: (id: string) => Promise<Outcome<unknown>>) {
    this.#deps = deps;
    this.#refresh = refresh;
  }

  /** The vault is being locked, or another profile opened. */
  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#kept.clear();
  }

  /**
   * @param scopes some of those granted, spelled as granted
   * @param stale a token that an API just answered with 401
   * Faults: those of accessToken, `scope-not-narrowed`, `invalid-scope`.
   */
  async get(id: string, scopes: readonly string[], stale?: string): Promise<Outcome<NarrowToken>> {
    const { signal } = this.#stop;
    const key = JSON.stringify([id, ...scopes.map(normalizeScope).sort()]);
    const answer = await settled(this.#deps.exchanges.run(id, () => this.#get(id, key, scopes, stale, signal)));
    // Refused for good: let the refresh say so, mark it and tell the page.
    if (answer.ok || answer.error.code !== 'sign-in-needed' || this.#deps.store.get(id)?.refreshToken === null) return answer;
    const renewed = await this.#refresh(id);
    return renewed.ok ? answer : renewed;
  }

  async #get(id: string, key: string, scopes: readonly string[], stale: string | undefined, signal: AbortSignal): Promise<Outcome<NarrowToken>> {
    const { store, clients, clock } = this.#deps;
    if (signal.aborted) return no(CANCELLED);
    const from = store.get(id);
    if (from === null) return no(store.open ? MISSING : LOCKED);
    const marked = faultOfMark(from);
    if (marked !== null) return no(marked);
    if (from.refreshToken === null) return no(NO_REFRESH_TOKEN);
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.token !== stale && kept.from === from.refreshToken && kept.goodUntil > clock.now()) return ok(shown(kept));
    const client = (await clients.byId(from.clientRef)) ?? (await clients.byClientId(from.clientId));
    if (client === null) return no(CLIENT_MISSING);
    const answer = await askPatiently(this.#deps, client, from.refreshToken, signal, scopes);
    if (signal.aborted) return no(CANCELLED);
    switch (answer.kind) {
      case 'ok':
        return await this.#take(key, from, scopes, answer.value);
      case 'refused':
        return no(endsTheGrant(answer.refusal) ? fault('sign-in-needed', 'Google no longer accepts this sign-in.', 'Re-authorize this account in Grantdesk.') : explainTokenRefusal(answer.refusal, 'refresh'));
      case 'unavailable':
        return no(explainUnavailable(answer.cause, 'refresh'));
      case 'cancelled':
        return no(CANCELLED);
    }
  }

  async #take(key: string, from: Authorization, asked: readonly string[], response: TokenResponse): Promise<Outcome<NarrowToken>> {
    const { store, clock } = this.#deps;
    // A server that rotates refresh tokens has just ended the old one: the new one is all there is.
    const next = response.refreshToken;
    if (next !== null && next !== from.refreshToken) {
      const saved = await store.update(from.id, (current) => (current.refreshToken === from.refreshToken ? { ...current, refreshToken: next } : null));
      if (saved === null) return no(MISSING);
    }
    // `openid` comes along with the other sign-in scopes, asked or not.
    const allowed = new Set([...asked, ...(asked.some(isSignInScope) ? ['openid'] : [])].map(normalizeScope));
    // Without a word on its scopes nobody knows what the token can do.
    if (response.scopes === null || response.scopes.some((scope) => !allowed.has(normalizeScope(scope)))) return no(NOT_NARROWER);
    const now = clock.now();
    const life = response.expiresIn * 1000;
    const token: Kept = {
      token: response.accessToken,
      scopes: response.scopes,
      expiresAt: now + life,
      goodUntil: now + life - Math.min(EARLY, life / 4),
      from: next ?? from.refreshToken ?? '',
    };
    for (const [other, { goodUntil }] of this.#kept) if (goodUntil <= now) this.#kept.delete(other);
    this.#kept.set(key, token);
    return ok(shown(token));
  }
}

function shown({ token, scopes, expiresAt }: Kept): NarrowToken {
  return { token, scopes, expiresAt };
}

function no(error: Fault): Outcome<never> {
  return { ok: false, error };
}
