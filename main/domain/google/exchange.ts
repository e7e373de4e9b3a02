import type { Fault } from '../shared/fault.ts';
import type { NetworkCause } from './network-cause.ts';

/** One API call as a typed client asks for it. */
export interface ApiRequest {
  readonly authorizationId: string;
  /** Id in the method table (`calendar.calendarList.list`): names the call in Activity. */
  readonly methodId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  /** JSON text. */
  readonly body?: string;
  /** ETag with its quotes: the server refuses with 412 when it holds another version. https://www.rfc-editor.org/rfc/rfc9110#section-13.1.1 */
  readonly ifMatch?: string;
}

/** The request as it went out, the Authorization header redacted. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
}

/** Why no response came. */
export type TransportFailure =
  | { readonly kind: 'network'; readonly cause: NetworkCause }
  /** No usable token: sign-in needed, revoked, offline, vault locked, … */
  | { readonly kind: 'token'; readonly fault: Fault }
  /** The server wanted to send the call elsewhere; a token never follows. */
  | { readonly kind: 'redirected' }
  /** The address is not one of Google's APIs; nothing was sent. */
  | { readonly kind: 'foreign-origin' };

interface ExchangeFacts {
  readonly request: SentRequest;
  /** From the first byte asked to the last one read, waits between attempts included. */
  readonly durationMs: number;
  readonly attempts: number;
}

/** What came back, of the last attempt. */
export interface ResponseParts {
  readonly status: number;
  readonly contentType: string | null;
  /** WWW-Authenticate, as sent. */
  readonly challenge: string | null;
  /** Retry-After, as sent: seconds or an HTTP date. */
  readonly retryAfter: string | null;
  /** Further headers that tell something (telling-headers.ts), as sent. */
  readonly headers?: readonly (readonly [string, string])[];
  readonly body: string;
  /** Bytes of the body after decompression, as far as it was read. */
  readonly bytes: number;
  /** Cut at the size limit by us. */
  readonly truncated: boolean;
  /** Ended early by the other side. */
  readonly cutOff: boolean;
}

export type ResponseExchange = ExchangeFacts &
  ResponseParts & {
    readonly kind: 'response';
    /** Set when a 401 led to a refresh that failed. */
    readonly tokenFault: Fault | null;
  };
export type Exchange =
  | ResponseExchange
  | (ExchangeFacts & { readonly kind: 'failed'; readonly failure: TransportFailure })
  | (ExchangeFacts & { readonly kind: 'cancelled' });
