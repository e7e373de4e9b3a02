import { z } from 'zod';
import { apiIdSchema } from './apis.ts';
import type { CallResultDto } from './calls.ts';

const id = z.string().min(1).max(100);
const methodId = z.string().min(1).max(300);

/** A call as somebody put it together. Values are text as typed; a parameter that is not sent is not there. */
const request = {
  authorizationId: id,
  apiId: apiIdSchema,
  methodId,
  parameters: z.record(z.string().min(1).max(200), z.array(z.string().max(8192)).min(1).max(200)),
  /** JSON text; null for a method without a body. */
  body: z.string().max(1_000_000).nullable(),
};

export const sendMethodSchema = z.strictObject({
  ...request,
  callId: id,
  /** Follows nextPageToken up to a cap. */
  allPages: z.boolean(),
});
export type SendMethod = z.infer<typeof sendMethodSchema>;

/** A value that cannot be sent. */
export interface FieldProblemDto {
  /** Name of the parameter, or `body`. */
  readonly field: string;
  readonly message: string;
}

export type MethodCallDto =
  /** Nothing was sent. */
  | { readonly outcome: 'invalid'; readonly problems: readonly FieldProblemDto[] }
  | {
      readonly outcome: 'called';
      readonly result: CallResultDto;
      /** Response headers that tell something: content-type, etag, retry-after, …; in the order they are explained. */
      readonly headers: readonly { readonly name: string; readonly value: string; readonly meaning: string }[];
      /** The answer names a next page that was not loaded. */
      readonly morePages: boolean;
    };

export const snippetLanguageSchema = z.enum(['curl', 'python', 'node']);
export type SnippetLanguage = z.infer<typeof snippetLanguageSchema>;
export const snippetSchema = z.strictObject({ ...request, language: snippetLanguageSchema });

/** Holds a placeholder where the token goes. */
export interface SnippetDto {
  readonly text: string;
}

/** A call made before, without secrets. */
export interface CallHistoryRowDto {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly apiId: string;
  readonly methodId: string;
  readonly httpMethod: string;
  /** Path and query as sent. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, readonly string[]>>;
  readonly body: string | null;
  readonly outcome: 'response' | 'failed' | 'cancelled';
  readonly status: number | null;
  readonly durationMs: number;
  readonly bytes: number;
  /** Something in it looked like a secret and was taken out: running it again sends the rest. */
  readonly redacted: boolean;
}

export const callHistorySchema = z.strictObject({ authorizationId: id });
/** `id` null forgets all of this account's. */
export const forgetCallsSchema = z.strictObject({ authorizationId: id, id: id.nullable() });
