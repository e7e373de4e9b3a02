import type { ClientLookup } from '../../clients/client.ts';
import { MISSING } from '../../grants/grant-faults.ts';
import type { GrantService } from '../../grants/grant-service.ts';
import type { GoogleEndpoints } from '../../oauth/endpoints.ts';
import { ok, type Outcome } from '../../shared/fault.ts';
import { readCredentials } from '../read-credentials.ts';
import { exportableOf, type Exportable } from './exportable.ts';
import { writeCredential, type ExportFormat } from './write-credential.ts';

export interface CredentialExportDeps {
  readonly grants: Pick<GrantService, 'get'>;
  readonly clients: ClientLookup;
  readonly endpoints: () => GoogleEndpoints;
}

/** What lies where an export would go. */
export interface ExportThere {
  /** In words, without a secret: `the credential of ada@example.com`. */
  readonly what: string;
  /** It is the very credential that would be written. */
  readonly same: boolean;
}

/** Stored authorizations as files that other programs read. */
export class CredentialExport {
  readonly #deps: CredentialExportDeps;

  constructor(deps: CredentialExportDeps) {
    this.#deps = deps;
  }

  /** The file's text, secrets and all. Faults: those of exportableOf, `authorization-missing`. */
  async text(id: string, format: ExportFormat): Promise<Outcome<string>> {
    const exportable = await this.#exportable(id);
    return exportable.ok ? ok(writeCredential(format, exportable.value, this.#deps.endpoints())) : exportable;
  }

  /** Whether it can be exported at all, and what `there` is, if anything lies at its place. Faults: those of text. */
  async preview(id: string, there: Uint8Array | null): Promise<Outcome<ExportThere | null>> {
    const exportable = await this.#exportable(id);
    if (!exportable.ok) return exportable;
    return ok(there === null ? null : describe(there, exportable.value));
  }

  async #exportable(id: string): Promise<Outcome<Exportable>> {
    const { grants, clients } = this.#deps;
    const authorization = grants.get(id);
    if (authorization === null) return { ok: false, error: MISSING };
    const client = (await clients.byId(authorization.clientRef)) ?? (await clients.byClientId(authorization.clientId));
    return exportableOf(authorization, client);
  }
}

function describe(bytes: Uint8Array, { refreshToken }: Exportable): ExportThere {
  const read = readCredentials(bytes);
  const found = read.ok ? read.value.credentials[0] : undefined;
  if (found === undefined) return { what: 'a file that holds no credential that can be read here', same: false };
  const of = found.email === null ? 'a credential that names no account' : `the credential of ${found.email}`;
  const client = found.clientId === null ? '' : `, client ${found.clientId.split('.')[0]?.slice(0, 40) ?? ''}`;
  return { what: `${of}${client}`, same: found.refreshToken === refreshToken };
}
