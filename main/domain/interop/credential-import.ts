import type { ClientService } from '../clients/client-service.ts';
import type { OAuthClient } from '../clients/client.ts';
import { problem } from '../clients/problem-list.ts';
import type { RunningCalls } from '../google/running-calls.ts';
import type { AuthorizationState } from '../grants/authorization-state.ts';
import type { GrantService } from '../grants/grant-service.ts';
import { fail, ok, type Fault, type Outcome, type Problem } from '../shared/fault.ts';
import { Paced } from '../shared/paced.ts';
import type { ActivitySink } from '../shared/ports.ts';
import type { CredentialFormat, FoundCredential } from './found-credential.ts';
import { probeCredential, type Probe, type ProbeDeps } from './probe.ts';
import { readCredentials } from './read-credentials.ts';

/** One credential of a file, as it lies in the vault now. */
export interface ImportedCredential {
  readonly authorizationId: string;
  readonly email: string;
  readonly clientId: string;
  /** `kept`: there was a working one of the same account and client, and its own tokens stay. */
  readonly stored: 'new' | 'replaced' | 'kept';
  readonly state: AuthorizationState;
  /** Why it has ended, or could not be asked; null when Google took it. */
  readonly why: Problem | null;
  /** As Google said; as the file says where Google was not reached. */
  readonly scopes: readonly string[];
  /** What is odd but harmless. */
  readonly notices: readonly Problem[];
}

export interface ImportRun {
  readonly format: CredentialFormat;
  readonly total: number;
  readonly cancelled: boolean;
  readonly imported: readonly ImportedCredential[];
  /** What was left out, each with its reason. */
  readonly skipped: readonly Problem[];
}

export interface ImportWish {
  /** Under which `RunningCalls` can cancel it. */
  readonly callId: string;
  /** Record id of the client for credentials that name none (Node); null: the only client there is. */
  readonly clientRef: string | null;
}

export interface CredentialImportDeps extends ProbeDeps {
  /** Whether tokens of this credential may be sent from this mode: a stand-in for Google gets none of the real ones. */
  readonly mayAsk: (found: FoundCredential) => Promise<Outcome<null>>;
  readonly clients: ClientService;
  readonly grants: GrantService;
  readonly activity: ActivitySink;
  readonly running: RunningCalls;
  readonly onProgress: (done: number, total: number) => void;
}

const AT_ONCE = 4;

/** Takes credentials of other programs into the vault. Their files are only read. */
export class CredentialImport {
  readonly #deps: CredentialImportDeps;

  constructor(deps: CredentialImportDeps) {
    this.#deps = deps;
  }

  /**
   * Reads, asks Google about each credential, and stores it whatever the answer: one that has ended can be re-authorized here. A cancel
   * answers with what was stored by then. Faults: those of readCredentials, `credential-client-unnamed`, `call-in-progress`, `vault-…`.
   */
  async import(bytes: Uint8Array, wish: ImportWish): Promise<Outcome<ImportRun>> {
    const run = await this.#import(bytes, wish);
    if (!run.ok) this.#deps.activity.record({ account: null, what: 'import credential', outcome: 'failed', detail: run.error.message });
    return run;
  }

  async #import(bytes: Uint8Array, { callId, clientRef }: ImportWish): Promise<Outcome<ImportRun>> {
    const read = readCredentials(bytes);
    if (!read.ok) return read;
    const { format, credentials, skipped } = read.value;
    const run = await this.#deps.running.run(callId, (signal) => this.#run(credentials, clientRef, signal));
    return run.ok ? ok({ ...run.value, format, skipped: [...skipped, ...run.value.skipped] }) : run;
  }

  async #run(found: readonly FoundCredential[], clientRef: string | null, signal: AbortSignal): Promise<Outcome<Omit<ImportRun, 'format'>>> {
    const waiting = [...found.entries()];
    const imported: (readonly [number, ImportedCredential])[] = [];
    const skipped: Problem[] = [];
    const faults: Fault[] = [];
    const told = new Paced(this.#deps.clock, () => this.#deps.onProgress(imported.length + skipped.length, found.length));
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined && !signal.aborted && faults.length === 0; next = waiting.shift()) {
        const [at, one] = next;
        const outcome = await this.#one(one, clientRef, signal);
        if (outcome === null) return;
        if (outcome.ok) imported.push([at, outcome.value]);
        else if (found.length === 1 || outcome.error.code.startsWith('vault-')) faults.push(outcome.error);
        else skipped.push(problem(outcome.error.code, `A credential was left out. ${outcome.error.message}`, outcome.error.hint));
        told.tell();
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, found.length) }, work));
    told.stop();
    const [first] = faults;
    if (first !== undefined) return { ok: false, error: first };
    const inOrder = imported.toSorted(([a], [b]) => a - b).map(([, one]) => one);
    return ok({ total: found.length, cancelled: signal.aborted && inOrder.length + skipped.length < found.length, imported: inOrder, skipped });
  }

  /** @returns null when it was cancelled before anything was stored */
  async #one(found: FoundCredential, clientRef: string | null, signal: AbortSignal): Promise<Outcome<ImportedCredential> | null> {
    // Before its client is stored, which would seem to answer it. Of one that names none, the user chose a client of this mode.
    const allowed = found.clientId === null ? ok(null) : await this.#deps.mayAsk(found);
    if (!allowed.ok) return allowed;
    const client = await this.#clientOf(found, clientRef);
    if (!client.ok) return client;
    const probe = await probeCredential(this.#deps, found, client.value, signal);
    if (probe.kind === 'cancelled') return null;
    const adopted = await this.#deps.grants.adopt({ client: client.value, requested: found.scopes ?? scopesOf(probe, found), ...adoptionOf(probe, found, this.#deps.clock.now()) });
    if (!adopted.ok) return adopted;
    const { authorization, stored } = adopted.value;
    return ok({
      authorizationId: authorization.id,
      email: authorization.email,
      clientId: authorization.clientId,
      stored,
      state: this.#deps.grants.standing(authorization).state,
      why: probe.kind === 'alive' ? null : probe.why,
      scopes: scopesOf(probe, found),
      notices: found.notices,
    });
  }

  /** The stored client of the same id, else one made of what the file says. */
  async #clientOf(found: FoundCredential, clientRef: string | null): Promise<Outcome<OAuthClient>> {
    const { clients } = this.#deps;
    if (found.clientId === null) return await this.#clientForUnnamed(clientRef);
    const known = await clients.byClientId(found.clientId);
    if (known !== null && (known.clientSecret !== null || found.clientSecret === null)) return ok(known);
    const text = JSON.stringify({ [known?.type ?? 'installed']: { client_id: found.clientId, client_secret: found.clientSecret ?? undefined, redirect_uris: known?.redirectUris ?? ['http://localhost'] } });
    const imported = await clients.import(text);
    return imported.ok ? ok(imported.value.client) : imported;
  }

  async #clientForUnnamed(clientRef: string | null): Promise<Outcome<OAuthClient>> {
    const all = await this.#deps.clients.list();
    const chosen = clientRef === null ? (all.length === 1 ? all[0] : undefined) : all.find(({ id }) => id === clientRef);
    if (chosen !== undefined) return ok(chosen);
    return all.length === 0
      ? fail('credential-client-unnamed', 'This token file does not say which client it belongs to, and no client is stored here.', 'Import the client file that lies beside it first.')
      : fail('credential-client-unnamed', 'This token file does not say which client it belongs to.', 'Choose the client it was made with.');
  }
}

function scopesOf(probe: Probe, found: FoundCredential): readonly string[] {
  return probe.kind === 'alive' ? probe.scopes : (found.scopes ?? []);
}

type Adopting = Pick<Parameters<GrantService['adopt']>[0], 'account' | 'namedByGoogle' | 'granted' | 'tokens' | 'mark' | 'markReason' | 'offline'>;

function adoptionOf(probe: Exclude<Probe, { readonly kind: 'cancelled' }>, found: FoundCredential, now: number): Adopting {
  const { namedByGoogle, ...account } = probe.account;
  const granted = scopesOf(probe, found);
  const asFound = {
    accessToken: found.accessToken,
    refreshToken: found.refreshToken,
    idToken: found.idToken,
    accessTokenIssuedAt: null,
    accessTokenExpiresAt: found.accessToken === null ? null : found.accessTokenExpiresAt,
    refreshTokenExpiresAt: null,
  };
  if (probe.kind !== 'alive') {
    const ended = probe.kind === 'ended';
    // What only a missing network says is told by being offline.
    const markReason = probe.kind === 'unknown' && probe.offline ? null : probe.why;
    return { account, namedByGoogle, granted, tokens: asFound, mark: ended ? 'sign-in-needed' : 'none', markReason, offline: !ended && probe.offline };
  }
  const { response } = probe;
  const tokens =
    response === null
      ? { ...asFound, accessTokenIssuedAt: now, accessTokenExpiresAt: probe.accessTokenExpiresAt }
      : {
          accessToken: response.accessToken,
          refreshToken: response.refreshToken ?? found.refreshToken,
          idToken: response.idToken ?? found.idToken,
          accessTokenIssuedAt: now,
          accessTokenExpiresAt: now + response.expiresIn * 1000,
          refreshTokenExpiresAt: response.refreshTokenExpiresIn === null ? null : now + response.refreshTokenExpiresIn * 1000,
        };
  return { account, namedByGoogle, granted, tokens, mark: 'none', markReason: null, offline: false };
}
