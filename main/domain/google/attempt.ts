import { within } from '../shared/deadline.ts';
import type { Clock, Fetch } from '../shared/ports.ts';
import type { ApiRequest, ResponseParts, TransportFailure } from './exchange.ts';
import { isRedirectRefusal, networkCauseOf } from './network-cause.ts';
import { tellingHeaders } from './telling-headers.ts';
import { readBody } from './read-body.ts';

export type AttemptResult =
  | { readonly kind: 'response'; readonly parts: ResponseParts }
  | { readonly kind: 'failed'; readonly failure: TransportFailure }
  | { readonly kind: 'cancelled' };

/** Headers of a request, without the token. */
export function plainHeaders(request: ApiRequest): readonly (readonly [string, string])[] {
  return [
    ['Accept', 'application/json'],
    ...(request.body === undefined ? [] : [['Content-Type', 'application/json; charset=utf-8'] as const]),
    ...(request.ifMatch === undefined ? [] : [['If-Match', request.ifMatch] as const]),
  ];
}

/**
 * Sends a request once and reads its body. Redirects are not followed: a token must never reach an address we did not choose.
 * @param ms until the attempt is given up, its body included
 */
export async function attempt(
  deps: { readonly fetch: Fetch; readonly clock: Clock },
  request: ApiRequest,
  token: string,
  ms: number,
  signal: AbortSignal | undefined,
): Promise<AttemptResult> {
  const ended = await within(deps.clock, ms, signal, async (stop): Promise<AttemptResult> => {
    const response = await deps.fetch(request.url, {
      method: request.method,
      headers: [...plainHeaders(request), ['Authorization', `Bearer ${token}`]].map(([name, value]) => [name, value] as [string, string]),
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: stop,
    });
    if (isRedirect(response)) {
      // Its body is of no interest; that it cannot be closed changes nothing.
      response.body?.cancel().catch(() => undefined);
      return { kind: 'failed', failure: { kind: 'redirected' } };
    }
    const { text, ...sizes } = await readBody(response);
    const header = (name: string): string | null => response.headers.get(name);
    const headers = tellingHeaders(response.headers);
    const parts = { headers, contentType: header('content-type'), challenge: header('www-authenticate'), retryAfter: header('retry-after') };
    return { kind: 'response', parts: { status: response.status, ...parts, body: text, ...sizes } };
  });
  switch (ended.kind) {
    case 'value':
      return ended.value;
    case 'cancelled':
      return ended;
    case 'timeout':
      return { kind: 'failed', failure: { kind: 'network', cause: 'timeout' } };
    case 'failed':
      return { kind: 'failed', failure: isRedirectRefusal(ended.error) ? { kind: 'redirected' } : { kind: 'network', cause: networkCauseOf(ended.error) } };
  }
}

function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || [301, 302, 303, 307, 308].includes(response.status);
}
