import { z } from 'zod';
import type { VaultRecord } from '../vault/records.ts';
import type { OAuthClient } from './client.ts';

const storedClient = z.object({
  clientId: z.string().min(1).max(256),
  type: z.enum(['installed', 'web']),
  clientSecret: z.string().nullable(),
  projectId: z.string().nullable(),
  redirectUris: z.array(z.string()),
  notices: z.array(z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() })),
  addedAt: z.number(),
  // Older records have none, and a word of a later version counts as none.
  publishing: z.enum(['testing', 'production', 'internal']).optional().catch(undefined),
});

/** What is put into the vault: the client without its id, which the record has. */
export type StoredClient = z.infer<typeof storedClient>;

/** Reads a record back; null when it does not hold a client (an older or damaged one). */
export function readStoredClient(record: VaultRecord): OAuthClient | null {
  const read = storedClient.safeParse(record.value);
  return read.success ? { ...read.data, id: record.id } : null;
}
