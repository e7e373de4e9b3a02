import type { CallReport } from './call-report.ts';
import type { SentRequest } from './exchange.ts';
import type { Explanation } from './explanation.ts';
import { statusText } from './status-text.ts';

/** How a call ended; the fields are those the renderer gets. */
export interface CallResult {
  readonly callId: string;
  readonly outcome: 'response' | 'failed' | 'cancelled';
  /** Null when no response came. */
  readonly status: number | null;
  readonly statusText: string;
  readonly durationMs: number;
  readonly bytes: number;
  readonly attempts: number;
  readonly pages: number;
  readonly request: SentRequest;
  readonly contentType: string | null;
  readonly body: string;
  readonly truncated: boolean;
  /** Null on success and on cancel. */
  readonly explanation: Explanation | null;
}

export function resultOf(callId: string, report: CallReport): CallResult {
  const { exchange, pages, durationMs, bytes, attempts, body, truncated, explanation } = report;
  const response = exchange.kind === 'response' ? exchange : null;
  return {
    callId,
    outcome: exchange.kind,
    status: response?.status ?? null,
    statusText: response === null ? '' : statusText(response.status),
    durationMs,
    bytes,
    attempts,
    pages,
    request: exchange.request,
    contentType: response?.contentType ?? null,
    body,
    truncated,
    explanation,
  };
}
