import { z } from 'zod';
import type { Authorization } from './authorization.ts';

const problem = z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() });

const record = z.object({
  id: z.string().min(1),
  sub: z.string().min(1),
  email: z.string(),
  name: z.string().nullable(),
  hostedDomain: z.string().nullable(),
  clientRef: z.string(),
  clientId: z.string().min(1),
  projectNumber: z.string().nullable(),
  requested: z.array(z.string()),
  granted: z.array(z.string()),
  accessToken: z.string().nullable(),
  refreshToken: z.string().nullable(),
  idToken: z.string().nullable(),
  accessTokenIssuedAt: z.number().nullable(),
  accessTokenExpiresAt: z.number().nullable(),
  refreshTokenExpiresAt: z.number().nullable(),
  consentedAt: z.number(),
  consentedIn: z.enum(['app-window', 'browser', 'file']),
  // Older records did not count: there was one at least.
  consents: z.number().int().nonnegative().default(1),
  lastRefreshedAt: z.number().nullable(),
  lastUsedAt: z.number().nullable(),
  tokenLives: z.array(z.object({ from: z.number(), to: z.number() })),
  mark: z.enum(['none', 'sign-in-needed', 'revoked']),
  markReason: problem.nullable(),
  offlineSince: z.number().nullable(),
});

/**
 * Reads a stored authorization. Whether Google could be reached is not remembered over a restart.
 * @returns null when the value is not one
 */
export function readAuthorization(id: string, value: unknown): Authorization | null {
  const read = record.safeParse(value);
  return read.success && read.data.id === id ? { ...read.data, offlineSince: null } : null;
}
