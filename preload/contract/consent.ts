import { z } from 'zod';
import { surfaceSchema, type Surface } from './app.ts';
import type { ClientType } from './clients.ts';
import { timeBoxHoursSchema } from './authorizations.ts';
import type { ConsentStep, FlowHopDto } from './flow.ts';
import type { ErrorDto, ProblemDto } from './result.ts';
import type { ScopeDto } from './scopes.ts';

/** `drop` revokes the whole grant first and then asks for the rest. */
export const consentPurposeSchema = z.enum(['new', 'add', 'ask-again', 'reauthorize', 'drop']);
export type ConsentPurpose = z.infer<typeof consentPurposeSchema>;

export const startConsentSchema = z.strictObject({
  clientId: z.string().min(1).max(100),
  /** All scopes wanted, in full (the union when adding); sign-in scopes are added by main. */
  scopes: z.array(z.string().min(1).max(500)).max(200),
  surface: surfaceSchema,
  purpose: consentPurposeSchema,
  /** The authorization this is about; null for a new one. */
  authorizationId: z.string().min(1).max(100).nullable(),
  /** The grant revokes itself after so many hours; null: it stays. */
  timeBoxHours: timeBoxHoursSchema.nullable().default(null),
});
export type StartConsent = z.input<typeof startConsentSchema>;

export type ConsentOutcomeDto =
  | {
      readonly kind: 'granted';
      readonly authorizationId: string;
      readonly granted: readonly ScopeDto[];
      readonly refused: readonly ScopeDto[];
      readonly unexpected: readonly ScopeDto[];
      /** Set when another account than expected consented; it is kept apart. */
      readonly otherAccount: { readonly expected: string; readonly actual: string } | null;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: ErrorDto };

export interface ConsentAttemptDto {
  readonly id: string;
  readonly purpose: ConsentPurpose;
  readonly authorizationId: string | null;
  readonly surface: Surface;
  /** Why the attempt moved from the app window to the browser; null when it did not. */
  readonly moved: ProblemDto | null;
  readonly client: { readonly id: string; readonly label: string; readonly type: ClientType };
  readonly expectedEmail: string | null;
  readonly scopes: readonly ScopeDto[];
  /** Host, port and path the answer comes back to. */
  readonly comesBackTo: string;
  readonly startedAt: number;
  readonly deadlineAt: number;
  /** The step in progress, and when each earlier one was done. */
  readonly step: ConsentStep;
  readonly stepsDone: readonly { readonly step: ConsentStep; readonly at: number }[];
  /** Redirects that were ignored (wrong state, wrong host), newest last; the attempt goes on. */
  readonly ignored: readonly ProblemDto[];
  /** Every hop so far, oldest first, without secrets. */
  readonly hops: readonly FlowHopDto[];
  /** Null while pending. */
  readonly outcome: ConsentOutcomeDto | null;
}

export const consentRefSchema = z.strictObject({ id: z.string().min(1).max(100) });
export const pasteAddressSchema = z.strictObject({ id: z.string().min(1).max(100), address: z.string().min(1).max(16_384) });
