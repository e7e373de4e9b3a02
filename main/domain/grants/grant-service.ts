import type { ClientLookup } from '../clients/client.ts';
import type { GoogleEndpoints } from '../oauth/endpoints.ts';
import type { TokenSource } from '../oauth/token-source.ts';
import { ok, settled, type Outcome, type Problem } from '../shared/fault.ts';
import { KeyedQueue } from '../shared/keyed-queue.ts';
import type { ActivitySink, Clock, Fetch } from '../shared/ports.ts';
import type { Records } from '../vault/records.ts';
import { accept, type Acceptance, type Accepted } from './acceptor.ts';
import { adopt, type Adopted, type Adoption } from './adopter.ts';
import type { Authorization } from './authorization.ts';
import { isAlive, isFresh, standingOf, type Standing } from './authorization-state.ts';
import { AuthorizationStore } from './authorization-store.ts';
import { check, type Check } from './checker.ts';
import type { GrantDeps } from './grant-deps.ts';
import { CANCELLED, faultOfMark, LOCKED, MISSING, NO_REFRESH_TOKEN } from './grant-faults.ts';
import { NarrowTokens } from './narrow-tokens.ts';
import { Refresher } from './refresher.ts';
import { dyingWith, revoke, type RevokeOutcome } from './revoker.ts';
import { dyingWithStray, revokeStray, type Stray } from './stray.ts';
import { UseNotes } from './use-notes.ts';

export interface GrantServiceOptions {
  readonly records: Records;
  readonly clients: ClientLookup;
  readonly endpoints: () => GoogleEndpoints;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly activity: ActivitySink;
  /** Called after every change of what list() gives. */
  readonly onChange: () => void;
  /** Called before a record is deleted: what else is kept of it goes too. Rejects with a FaultError, and then nothing is deleted. */
  readonly onForget?: (id: string) => Promise<void>;
}

/** The stored tokens, for main only: the token panel and Copy. */
export interface StoredTokens {
  readonly access: string | null;
  readonly refresh: string | null;
  readonly id: string | null;
}

/** All authorizations of the open profile: their life from consent to forgetting. */
export class GrantService implements TokenSource {
  readonly #deps: GrantDeps;
  readonly #store: AuthorizationStore;
  readonly #refresher: Refresher;
  readonly #uses: UseNotes;
  /** Access tokens that can do less than the authorization. */
  readonly narrow: NarrowTokens;
  readonly #onForget: (id: string) => Promise<void>;

  constructor({ records, onChange, onForget, ...deps }: GrantServiceOptions) {
    this.#onForget = onForget ?? (async () => undefined);
    this.#store = new AuthorizationStore(records, onChange);
    this.#deps = { ...deps, store: this.#store, exchanges: new KeyedQueue() };
    this.#refresher = new Refresher(this.#deps);
    this.narrow = new NarrowTokens(this.#deps, (id) => this.#refresher.refresh(id));
    this.#uses = new UseNotes(this.#deps);
  }

  /** Reads the vault: after it was unlocked, or after another profile was opened. Rejects with the vault's FaultError. */
  async reload(): Promise<void> {
    this.#refresher.stop();
    this.narrow.stop();
    for (const id of await this.#store.load()) {
      const detail = `The record ${id} holds no authorization; it was left as it is.`;
      this.#deps.activity.record({ account: null, what: 'read authorizations', outcome: 'failed', detail });
    }
  }

  /** Call before the vault is locked or the profile changed: ends refreshes, and resolves when nothing is being written any more. */
  async unload(): Promise<void> {
    this.#refresher.stop();
    this.narrow.stop();
    await this.#store.unload();
  }

  /** By email address, then newest consent first. */
  list(): readonly Authorization[] {
    return [...this.#store.all()].sort((one, other) => one.email.localeCompare(other.email) || other.consentedAt - one.consentedAt);
  }

  get(id: string): Authorization | null {
    return this.#store.get(id);
  }

  standing(authorization: Authorization): Standing {
    return standingOf(authorization, this.#deps.clock.now(), this.#refresher.offlineReason(authorization.id));
  }

  accept(acceptance: Acceptance): Promise<Outcome<Accepted>> {
    return settled(this.#accept(acceptance));
  }

  /** Stores a credential that another program obtained. */
  adopt(adoption: Adoption): Promise<Outcome<Adopted>> {
    return settled(adopt(this.#deps, adoption));
  }

  async accessToken(id: string, options: { readonly stale?: string; readonly signal?: AbortSignal } = {}): Promise<Outcome<string>> {
    const { stale, signal } = options;
    if (signal?.aborted === true) return { ok: false, error: CANCELLED };
    const current = this.#store.get(id);
    if (current === null) return { ok: false, error: this.#store.open ? MISSING : LOCKED };
    const marked = faultOfMark(current);
    if (marked !== null) return { ok: false, error: marked };
    const now = this.#deps.clock.now();
    const rejected = stale !== undefined && current.accessToken === stale;
    if (current.accessToken !== null && !rejected && isFresh(current, now)) return ok(current.accessToken);
    if (current.refreshToken === null) return await this.#lastOf(current, rejected);
    const renewed = await unlessAborted(this.#refresher.refresh(id), signal);
    if (renewed.ok) return renewed.value.accessToken === null ? { ok: false, error: MISSING } : ok(renewed.value.accessToken);
    // Renewed early, and Google is away: the old token is still good for a while.
    const unknown = ['offline', 'refresh-failed'].includes(renewed.error.code);
    const still = this.#store.get(id);
    if (unknown && !rejected && still !== null && still.accessToken !== null && isAlive(still, this.#deps.clock.now())) return ok(still.accessToken);
    return renewed;
  }

  /** Renews now, whatever time is left; an authorization marked `sign-in-needed` gets another chance. */
  refreshNow(id: string): Promise<Outcome<Authorization>> {
    return this.#refresher.refresh(id);
  }

  check(id: string): Promise<Outcome<Check>> {
    return settled(check(this.#deps, this, id));
  }

  /** Every stored authorization that a revoke of this one kills, this one first; empty when there is no such authorization. */
  revokePreview(id: string): readonly Authorization[] {
    return dyingWith(this.#deps, id);
  }

  /**
   * @param reason what to say of this authorization from then on, when it is not the usual
   * @param note why it is revoked, for Activity, when nobody asked for it just now
   */
  revoke(id: string, reason?: Problem, note?: string): Promise<Outcome<RevokeOutcome>> {
    return settled(revoke(this.#deps, id, reason, note));
  }

  /** Every stored authorization that a revoke of this credential, which lies in a file, kills. */
  strayPreview(stray: Stray): readonly Authorization[] {
    return dyingWithStray(this.#deps, stray);
  }

  /** @param note where it lay, for Activity */
  revokeStray(stray: Stray, note: string, signal?: AbortSignal): Promise<Outcome<RevokeOutcome>> {
    return settled(revokeStray(this.#deps, stray, note, signal));
  }

  /** Deletes the record. That is no revoke: Google still has the grant, and the caller has to say so. */
  forget(id: string): Promise<Outcome<null>> {
    return settled(this.#forget(id));
  }

  tokens(id: string): StoredTokens | null {
    const current = this.#store.get(id);
    return current === null ? null : { access: current.accessToken, refresh: current.refreshToken, id: current.idToken };
  }

  /** Notes that a call was made with this authorization; written to disk at most every few minutes. Never rejects. */
  markUsed(id: string): Promise<void> {
    return this.#uses.note(id);
  }

  /** Without a refresh token a rejected access token cannot be replaced: it is as good as ended. */
  async #lastOf(current: Authorization, rejected: boolean): Promise<Outcome<string>> {
    const now = this.#deps.clock.now();
    if (!rejected && current.accessToken !== null && isAlive(current, now)) return ok(current.accessToken);
    if (rejected && isAlive(current, now)) {
      const ended = this.#store.update(current.id, (latest) => (latest.accessToken === current.accessToken ? { ...latest, accessTokenExpiresAt: now } : null));
      const stored = await settled(ended.then(ok));
      if (!stored.ok) return stored;
    }
    return { ok: false, error: NO_REFRESH_TOKEN };
  }

  async #accept(acceptance: Acceptance): Promise<Outcome<Accepted>> {
    const accepted = await accept(this.#deps, acceptance);
    if (accepted.ok && accepted.value.superseded !== null) {
      await this.#onForget(accepted.value.superseded.id);
      await this.#store.remove(accepted.value.superseded.id);
    }
    return accepted;
  }

  async #forget(id: string): Promise<Outcome<null>> {
    const email = this.#store.get(id)?.email ?? null;
    if (email !== null) await this.#onForget(id);
    if (!(await this.#store.remove(id))) return { ok: false, error: MISSING };
    this.#deps.activity.record({ account: email, what: 'forget', outcome: 'ok', detail: 'Deleted on this computer only; not revoked at Google.' });
    return ok(null);
  }
}

/** The caller stops waiting; the shared work goes on for the others. */
function unlessAborted<T>(work: Promise<Outcome<T>>, signal: AbortSignal | undefined): Promise<Outcome<T>> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const leave = (): void => { resolve({ ok: false, error: CANCELLED }); };
    signal.addEventListener('abort', leave, { once: true });
    work.then(resolve, reject).finally(() => { signal.removeEventListener('abort', leave); });
  });
}
