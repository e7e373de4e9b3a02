import { readBody } from '../google/read-body.ts';
import { within } from '../shared/deadline.ts';
import { parseJsonObject, type JsonObject } from '../shared/guards.ts';
import type { Clock, Fetch } from '../shared/ports.ts';

/** What every request to Google's OAuth endpoints needs. */
export interface OAuthHttp {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

export type HttpAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** Null when the body is not a JSON object. */
      readonly json: JsonObject | null;
      /** A web page: then something between here and Google answered. */
      readonly html: boolean;
      readonly retryAfterMs: number | null;
    }
  | { readonly kind: 'unreachable'; readonly cause: 'network' | 'timeout' }
  | { readonly kind: 'cancelled' };

/** Milliseconds until an answer is given up, its body included. */
export const OAUTH_DEADLINE_MS = 20_000;
/** Real answers have a few kilobytes. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/**
 * POSTs a form, as OAuth endpoints want it. A redirect counts as a network failure: tokens never follow one.
 * What the failure says is dropped, since it may repeat the request.
 * https://www.rfc-editor.org/rfc/rfc6749#appendix-B
 */
export function postForm(http: OAuthHttp, url: string, form: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<HttpAnswer> {
  return ask(http, signal, url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  });
}

/** GETs JSON with a Bearer token in the header; redirects as in postForm. */
export function getWithBearer(http: OAuthHttp, url: string, accessToken: string, signal?: AbortSignal): Promise<HttpAnswer> {
  return ask(http, signal, url, { method: 'GET', headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' } });
}

async function ask(http: OAuthHttp, signal: AbortSignal | undefined, url: string, init: RequestInit): Promise<HttpAnswer> {
  const ended = await within(http.clock, OAUTH_DEADLINE_MS, signal, async (stop) => {
    const response = await http.fetch(url, { ...init, redirect: 'error', cache: 'no-store', credentials: 'omit', signal: stop });
    return { response, body: await readBody(response, MAX_ANSWER_BYTES) };
  });
  switch (ended.kind) {
    case 'cancelled':
      return ended;
    case 'timeout':
      return { kind: 'unreachable', cause: 'timeout' };
    case 'failed':
      return { kind: 'unreachable', cause: 'network' };
    case 'value': {
      const { response, body } = ended.value;
      if (body.cutOff) return { kind: 'unreachable', cause: 'network' };
      const text = body.truncated ? '' : body.text;
      const seconds = /^\d{1,5}$/.exec(response.headers.get('retry-after') ?? '')?.[0];
      return {
        kind: 'answer',
        status: response.status,
        json: parseJsonObject(text),
        html: text.trimStart().startsWith('<'),
        retryAfterMs: seconds === undefined ? null : Number(seconds) * 1000,
      };
    }
  }
}
