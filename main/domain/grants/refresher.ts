import { explainTokenRefusal, explainUnavailable, endsTheGrant } from '../oauth/explain-token-error.ts';
import type { TokenRefusal } from '../oauth/token-refusal.ts';
import type { TokenResponse } from '../oauth/token-response.ts';
import { fault, ok, settled, type Fault, type Outcome, type Problem } from '../shared/fault.ts';
import type { Authorization } from './authorization.ts';
import { askPatiently } from './ask-patiently.ts';
import { isAlive } from './authorization-state.ts';
import type { GrantDeps } from './grant-deps.ts';
import { CANCELLED, CLIENT_MISSING, faultOfMark, LOCKED, MISSING, NO_REFRESH_TOKEN, problemOf } from './grant-faults.ts';
import { afterRefresh } from './versions.ts';

/** An answer that could not be stored, with the version of the authorization it belongs to. */
interface Held {
  readonly from: Authorization;
  readonly clientRef: string;
  readonly response: TokenResponse;
}

/** Renews access tokens: one request at a time for each authorization, whoever and how many ask. */
export class Refresher {
  readonly #deps: GrantDeps;
  readonly #running = new Map<string, Promise<Outcome<Authorization>>>();
  readonly #held = new Map<string, Held>();
  readonly #offline = new Map<string, Problem>();
  #stop = new AbortController();

  constructor(deps: GrantDeps) {
    this.#deps = deps;
  }

  /** Joins the refresh that is under way, or starts one. Resolves when the new token is on disk. */
  refresh(id: string): Promise<Outcome<Authorization>> {
    const running = this.#running.get(id);
    if (running !== undefined) return running;
    const { signal } = this.#stop;
    // Not beside a request for a narrower token: a server that rotates refresh tokens would take the second one for theft.
    const mine = settled(this.#deps.exchanges.run(id, () => this.#run(id, signal))).finally(() => {
      if (this.#running.get(id) === mine) this.#running.delete(id);
    });
    this.#running.set(id, mine);
    return mine;
  }

  /** Why the last attempt failed to reach Google. */
  offlineReason(id: string): Problem | null {
    return this.#offline.get(id) ?? null;
  }

  /** Ends every refresh: the vault is being locked, or another profile opened. */
  stop(): void {
    this.#stop.abort();
    this.#stop = new AbortController();
    this.#running.clear();
    this.#held.clear();
    this.#offline.clear();
  }

  async #run(id: string, signal: AbortSignal): Promise<Outcome<Authorization>> {
    const { store, clients } = this.#deps;
    if (signal.aborted) return no(CANCELLED);
    const from = store.get(id);
    if (from === null) return no(store.open ? MISSING : LOCKED);
    if (from.mark === 'revoked') return no(faultOfMark(from) ?? MISSING);
    if (from.refreshToken === null) return no(NO_REFRESH_TOKEN);
    const held = this.#held.get(id);
    if (held !== undefined && isStill(held.from, from)) return await this.#keep(held);
    const client = (await clients.byId(from.clientRef)) ?? (await clients.byClientId(from.clientId));
    if (client === null) return await this.#giveReason(from, CLIENT_MISSING);
    const answer = await askPatiently(this.#deps, client, from.refreshToken, signal);
    if (signal.aborted) return no(CANCELLED);
    switch (answer.kind) {
      case 'ok':
        return await this.#keep({ from, clientRef: client.id, response: answer.value });
      case 'refused':
        return await this.#refused(from, answer.refusal);
      case 'unavailable':
        return await this.#unreachable(from, explainUnavailable(answer.cause, 'refresh'));
      case 'cancelled':
        return no(CANCELLED);
    }
  }

  /** Nobody gets the new access token before a rotated refresh token is on disk: until then the old pair is all there is after a crash. */
  async #keep(held: Held): Promise<Outcome<Authorization>> {
    const { store, clock } = this.#deps;
    const { from, clientRef, response } = held;
    this.#held.set(from.id, held);
    // Rejects when the vault cannot write; the answer then stays held for the next try, since its refresh token may be the only good one.
    const next = await store.update(from.id, (current) => (isStill(from, current) ? { ...afterRefresh(current, response, clock.now()), clientRef } : null));
    this.#held.delete(from.id);
    this.#offline.delete(from.id);
    if (next === null) return this.#overtaken(from.id);
    this.#record(next, 'ok', null);
    return ok(next);
  }

  /** Revoked, forgotten or consented anew while the answer was on its way: that counts, the answer does not. */
  #overtaken(id: string): Outcome<Authorization> {
    const current = this.#deps.store.get(id);
    if (current === null) return no(this.#deps.store.open ? MISSING : LOCKED);
    const marked = faultOfMark(current);
    if (marked !== null) return no(marked);
    return isAlive(current, this.#deps.clock.now()) ? ok(current) : no(fault('refresh-failed', 'The authorization changed meanwhile.', 'Try again.'));
  }

  async #refused(from: Authorization, refusal: TokenRefusal): Promise<Outcome<Authorization>> {
    const why = explainTokenRefusal(refusal, 'refresh');
    if (!endsTheGrant(refusal)) return await this.#giveReason(from, why);
    this.#offline.delete(from.id);
    const next = await this.#deps.store.update(from.id, (current) =>
      isStill(from, current) ? { ...current, mark: 'sign-in-needed', markReason: problemOf(why), offlineSince: null } : null,
    );
    if (next === null) return this.#overtaken(from.id);
    this.#record(from, 'failed', why.message);
    return no(why);
  }

  /** Google or the client file stands in the way, but the grant is not gone: say why and leave the rest. */
  async #giveReason(from: Authorization, why: Fault): Promise<Outcome<Authorization>> {
    this.#offline.delete(from.id);
    await this.#deps.store.update(from.id, (current) => (isStill(from, current) ? { ...current, markReason: problemOf(why), offlineSince: null } : null));
    this.#record(from, 'failed', why.message);
    return no(why);
  }

  async #unreachable(from: Authorization, why: Fault): Promise<Outcome<Authorization>> {
    this.#offline.set(from.id, problemOf(why));
    const now = this.#deps.clock.now();
    await this.#deps.store.touch(from.id, (current) => ({ ...current, offlineSince: current.offlineSince ?? now }));
    this.#record(from, 'failed', why.message);
    return no(why);
  }

  #record(authorization: Authorization, outcome: 'ok' | 'failed', detail: string | null): void {
    this.#deps.activity.record({ account: authorization.email, what: 'refresh', outcome, detail });
  }
}

/** True while the tokens are those the refresh began with. */
function isStill(from: Authorization, current: Authorization): boolean {
  return current.mark !== 'revoked' && current.refreshToken === from.refreshToken && current.accessToken === from.accessToken;
}

function no(error: Fault): Outcome<never> {
  return { ok: false, error };
}
