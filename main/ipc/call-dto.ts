import type { Explanation, Remedy } from '../domain/google/explanation.ts';
import type { CallResult } from '../domain/google/call-result.ts';
import { redact } from '../domain/shared/redact.ts';
import type { CallResultDto, ExplanationDto, RemedyDto } from '../../preload/contract/calls.ts';

/** The request's parts pass the redactor once more; the body is the user's own data and stays as it came. */
export function callDto(result: CallResult): CallResultDto {
  const { callId, outcome, status, statusText, durationMs, bytes, attempts, pages, contentType, body, truncated } = result;
  return {
    callId,
    outcome,
    status,
    statusText,
    durationMs,
    bytes,
    attempts,
    pages,
    request: {
      method: result.request.method,
      url: redact(result.request.url),
      headers: result.request.headers.map(([name, value]) => [name, redact(value)] as const),
    },
    contentType,
    body,
    truncated,
    explanation: result.explanation === null ? null : explanationDto(result.explanation),
  };
}

export function explanationDto({ code, title, meaning, remedies }: Explanation): ExplanationDto {
  return { code, title: redact(title), meaning: redact(meaning), remedies: remedies.map(remedyDto) };
}

function remedyDto(remedy: Remedy): RemedyDto {
  switch (remedy.kind) {
    case 'grant-scope':
      return { kind: 'grant-scope', scopes: [...remedy.scopes] };
    case 'enable-api':
      return { kind: 'enable-api', url: remedy.url };
    case 'retry':
      return { kind: 'retry', notBefore: remedy.notBefore };
    case 'reauthorize':
      return { kind: 'reauthorize' };
  }
}
