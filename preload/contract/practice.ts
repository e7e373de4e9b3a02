import { z } from 'zod';

/** Faults of the API side; null is healthy. */
export const apiFaultSchema = z.enum([
  '401',
  '403scope',
  'accessNotConfigured',
  'notAdmin',
  '429',
  'quotaExceeded',
  '412',
  '500',
  'html',
  'slow',
  'cut',
]);
/** Faults of the token endpoint; null is healthy. */
export const tokenFaultSchema = z.enum(['invalid_grant', 'invalid_rapt', '503', 'html', 'cut', 'slow']);

/** The practice panel's switches. */
export const practiceFaultsSchema = z.strictObject({
  refuseScopes: z.array(z.string().max(500)).max(50),
  blockAppWindows: z.boolean(),
  deny: z.boolean(),
  wrongAccount: z.boolean(),
  noRefreshToken: z.boolean(),
  api: apiFaultSchema.nullable(),
  token: tokenFaultSchema.nullable(),
  syncTokenGone: z.boolean(),
  oddData: z.boolean(),
  groupsAtom: z.boolean(),
});
export type PracticeFaultsDto = z.infer<typeof practiceFaultsSchema>;

export const practiceActionSchema = z.strictObject({
  action: z.enum(['expire-access-tokens', 'revoke-from-afar', 'reset']),
});
export type PracticeAction = z.infer<typeof practiceActionSchema>['action'];
