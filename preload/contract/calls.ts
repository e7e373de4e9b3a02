import { z } from 'zod';

/** What the user can press to mend a refused call. */
export type RemedyDto =
  | { readonly kind: 'grant-scope'; readonly scopes: readonly string[] }
  | { readonly kind: 'enable-api'; readonly url: string }
  | { readonly kind: 'retry'; readonly notBefore: number | null }
  | { readonly kind: 'reauthorize' };

export interface ExplanationDto {
  /** Stable: `scope-missing`, `api-not-enabled`, `not-group-admin`, `rate-limited`, … */
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly remedies: readonly RemedyDto[];
}

export interface CallResultDto {
  readonly callId: string;
  readonly outcome: 'response' | 'failed' | 'cancelled';
  /** Null when no response came. */
  readonly status: number | null;
  /** `OK`, `Forbidden`; the reason phrase belongs to the status, not to the server. */
  readonly statusText: string;
  readonly durationMs: number;
  readonly bytes: number;
  readonly attempts: number;
  readonly pages: number;
  /** The request as sent, the Authorization header redacted. */
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly (readonly [string, string])[];
  };
  readonly contentType: string | null;
  /** Pretty-printed JSON, or the text as it came. */
  readonly body: string;
  readonly truncated: boolean;
  /** Null on success. */
  readonly explanation: ExplanationDto | null;
}

const callId = z.string().min(1).max(100);
export const listCalendarsSchema = z.strictObject({ authorizationId: z.string().min(1).max(100), callId });
export const readGroupSettingsSchema = z.strictObject({
  authorizationId: z.string().min(1).max(100),
  callId,
  groupEmail: z.string().max(320),
});
export const cancelCallSchema = z.strictObject({ callId });
