import { z } from 'zod';
import type { AuthorizationState } from './authorizations.ts';
import type { ImportedClientDto } from './clients.ts';
import type { ProblemDto } from './result.ts';
import type { ScopeDto } from './scopes.ts';

/** Which program wrote a credential file. */
export type CredentialFormat = 'oauth2client' | 'oauth2client-multistore' | 'oauth2client-multiprocess' | 'authorized-user' | 'python-token' | 'node-token';

export interface ImportedCredentialDto {
  readonly authorizationId: string;
  readonly email: string;
  readonly clientLabel: string;
  /** `kept`: there was a working one of the same account and client, and its own tokens stay. */
  readonly stored: 'new' | 'replaced' | 'kept';
  readonly state: AuthorizationState;
  /** Why it has ended, or could not be asked. */
  readonly why: ProblemDto | null;
  /** As Google said; as the file says where Google was not reached. */
  readonly scopes: readonly ScopeDto[];
  readonly notices: readonly ProblemDto[];
}

export interface CredentialImportDto {
  /** Without its folder. */
  readonly fileName: string;
  readonly format: CredentialFormat;
  readonly total: number;
  readonly cancelled: boolean;
  readonly imported: readonly ImportedCredentialDto[];
  readonly skipped: readonly ProblemDto[];
}

export type DroppedDto = { readonly kind: 'client'; readonly client: ImportedClientDto } | { readonly kind: 'credentials'; readonly run: CredentialImportDto };

/** Faults with this code want a `clientId`: a Node token file does not say which client it was made with. */
export const CLIENT_UNNAMED = 'credential-client-unnamed';

const callId = z.string().min(1).max(100);

/**
 * `clientId`: record id of the client for a file that names none; null lets main take the only one.
 * `again`: the file that was picked last instead of asking for one.
 */
export const importCredentialsSchema = z.strictObject({ callId, clientId: z.string().min(1).max(100).nullable(), again: z.boolean() });

/** A file dropped on the window: a client file or a credential of another program, told by what is in it. */
export const importDroppedSchema = z.strictObject({ callId, path: z.string().min(1).max(4096) });

/** `adc`: gcloud's application_default_credentials.json, in its own place. */
export const exportFormatSchema = z.enum(['oauth2client', 'authorized-user', 'adc']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;
export const exportCredentialSchema = z.strictObject({ id: z.string().min(1).max(100), format: exportFormatSchema });

/** What an export would do, before it is confirmed. */
export interface ExportPreviewDto {
  /** Where ADC lies, shortened with `~`; null where the native dialog will ask. */
  readonly path: string | null;
  /** What lies there already; null: nothing. */
  readonly overwrites: { readonly what: string; readonly modifiedAt: number; readonly same: boolean } | null;
  /** Name of the copy that is kept of it. */
  readonly backup: string | null;
}

export interface CredentialExportDto {
  /** False when the user closed the dialog. */
  readonly saved: boolean;
  /** Where the copy of what was there lies, shortened with `~`. */
  readonly backup: string | null;
}
