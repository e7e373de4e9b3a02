import { z } from 'zod';
import type { ProblemDto } from './result.ts';

export type ClientType = 'installed' | 'web';

/** Publishing status of the consent screen in the Google Cloud console. `internal`: only for accounts of the same organisation. */
export const publishingStatusSchema = z.enum(['unknown', 'testing', 'production', 'internal']);
export type PublishingStatus = z.infer<typeof publishingStatusSchema>;

/** An imported OAuth client. The secret stays in the vault: only whether there is one is told. */
export interface ClientDto {
  /** Our own id of the record. */
  readonly id: string;
  readonly clientId: string;
  readonly type: ClientType;
  /** Short name: the project id, or the start of the client id. */
  readonly label: string;
  readonly projectId: string | null;
  /** The digits before the first dash of the client id. */
  readonly projectNumber: string | null;
  readonly redirectUris: readonly string[];
  /** The redirect URI that consent will use; null for Desktop, where it is made per attempt. */
  readonly redirectUri: string | null;
  /** False when a Web client has no loopback redirect URI: then only the app window can capture it. */
  readonly worksInBrowser: boolean;
  readonly hasSecret: boolean;
  /** What is odd about the file but harmless: legacy or foreign endpoints, out-of-band URIs. */
  readonly notices: readonly ProblemDto[];
  /** One of the sandbox's own clients. */
  readonly practice: boolean;
  /** Milliseconds since the epoch. */
  readonly addedAt: number;
  readonly authorizationCount: number;
  /** As its owner told: Google ends sign-ins of an app in Testing after seven days. */
  readonly publishing: PublishingStatus;
}

export interface ImportedClientDto {
  readonly client: ClientDto;
  /** True when the same client id was there before; its secret and redirect URIs were updated. */
  readonly updated: boolean;
}

/** 1 MiB of text: real files have 400 to 600 bytes. Longer input is refused with a sentence by main. */
export const importClientTextSchema = z.strictObject({ text: z.string().max(8 * 1024 * 1024) });
export const removeClientSchema = z.strictObject({ id: z.string().min(1).max(100) });
export const setPublishingSchema = z.strictObject({ id: z.string().min(1).max(100), publishing: publishingStatusSchema });
