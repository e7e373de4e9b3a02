import type { ClientService } from '../clients/client-service.ts';
import type { OAuthClient } from '../clients/client.ts';
import { unnamedSub, UNKNOWN_ACCOUNT } from '../grants/account-name.ts';
import type { GrantService } from '../grants/grant-service.ts';
import type { Stray } from '../grants/stray.ts';
import type { FoundCredential } from '../interop/found-credential.ts';
import { probeCredential, type Probe, type ProbeDeps } from '../interop/probe.ts';
import { fail, ok, type Outcome } from '../shared/fault.ts';
import type { Owner } from './finding.ts';

export interface CredentialDeskDeps extends ProbeDeps {
  readonly clients: Pick<ClientService, 'list' | 'byClientId'>;
  readonly grants: Pick<GrantService, 'strayPreview' | 'revokeStray'>;
  /** In practice mode: nobody expects a real token to reach the sandbox. Another origin was chosen by whoever started the app with it. */
  readonly onlyStoredClients: boolean;
}

const OTHER_CLIENT = fail(
  'credential-of-another-client',
  'This credential was made with a client that is not stored in practice mode, so its tokens are not sent to the sandbox.',
  'Leave practice mode to ask Google about it.',
);
const UNNAMED = fail(
  'credential-client-unnamed',
  'This token file does not say which client it belongs to.',
  'Import the client file that lies beside it, then check again.',
);

/** Asks about credentials that lie in files, and revokes them. Each method sends a token only when it is called. */
export class CredentialDesk {
  readonly #deps: CredentialDeskDeps;

  constructor(deps: CredentialDeskDeps) {
    this.#deps = deps;
  }

  /**
   * Whether tokens of this credential may be sent from this mode. The sandbox gets only what was made with a client stored beside it: a
   * real token of Google must not reach it by mistake. Fault: `credential-of-another-client`.
   */
  async mayAsk({ clientId }: FoundCredential): Promise<Outcome<null>> {
    if (!this.#deps.onlyStoredClients) return ok(null);
    return clientId !== null && (await this.#deps.clients.byClientId(clientId)) !== null ? ok(null) : OTHER_CLIENT;
  }

  /** Faults: those of mayAsk, `credential-client-unnamed`. */
  async probe(found: FoundCredential, signal: AbortSignal): Promise<Outcome<Probe>> {
    const allowed = await this.mayAsk(found);
    if (!allowed.ok) return allowed;
    const client = await this.#clientOf(found);
    return client === null ? UNNAMED : ok(await probeCredential(this.#deps, found, client, signal));
  }

  /** @param owner whom Google named, when it was asked before */
  async strayOf(found: FoundCredential, owner: Owner | null): Promise<Stray> {
    const { clientId, refreshToken, accessToken, email } = found;
    const token = refreshToken ?? accessToken ?? '';
    return { clientId, refreshToken, accessToken, sub: owner?.sub ?? (await unnamedSub(token)), email: owner?.email ?? email ?? UNKNOWN_ACCOUNT };
  }

  dyingWith(stray: Stray): ReturnType<GrantService['strayPreview']> {
    return this.#deps.grants.strayPreview(stray);
  }

  /** Faults: those of mayAsk and of GrantService.revokeStray. */
  async revoke(found: FoundCredential, owner: Owner | null, note: string, signal: AbortSignal): ReturnType<GrantService['revokeStray']> {
    const allowed = await this.mayAsk(found);
    return allowed.ok ? await this.#deps.grants.revokeStray(await this.strayOf(found, owner), note, signal) : allowed;
  }

  /** The client the file names, with the secret that is stored when the file has none; for a file that names none, the only one stored. */
  async #clientOf({ clientId, clientSecret }: FoundCredential): Promise<Pick<OAuthClient, 'clientId' | 'clientSecret'> | null> {
    const { clients } = this.#deps;
    if (clientId !== null) return { clientId, clientSecret: clientSecret ?? (await clients.byClientId(clientId))?.clientSecret ?? null };
    const all = await clients.list();
    return all.length === 1 ? (all[0] ?? null) : null;
  }
}
