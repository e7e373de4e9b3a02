import { mayHoldToken, type GoogleEndpoints } from '../oauth/endpoints.ts';
import type { TokenSource } from '../oauth/token-source.ts';
import { pause, within } from '../shared/deadline.ts';
import { FaultError, type Fault, type Outcome } from '../shared/fault.ts';
import type { ActivitySink, Clock, Fetch, Random } from '../shared/ports.ts';
import { REDACTED_BEARER, redact } from '../shared/redact.ts';
import { activityOf } from './activity-entry.ts';
import { parseApiError } from './api-error.ts';
import { attempt, plainHeaders } from './attempt.ts';
import type { ApiRequest, Exchange, ResponseParts, TransportFailure } from './exchange.ts';
import { waitBeforeRetry } from './retry-policy.ts';
import { withoutTokens } from './without-tokens.ts';

export const ATTEMPT_DEADLINE_MS = 30_000;
export const CALL_DEADLINE_MS = 120_000;

export interface TransportDeps {
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  /** Asked at each call: practice mode changes them. */
  readonly endpoints: () => GoogleEndpoints;
  readonly tokens: TokenSource;
  readonly activity: ActivitySink;
  /** The email address of an authorization, for Activity; null when it is not known. */
  readonly accountOf: (authorizationId: string) => string | null;
  /** Told of every call that Google answered with success. */
  readonly onSuccess?: (authorizationId: string, methodId: string) => void;
}

export interface SendOptions {
  readonly signal?: AbortSignal;
  /** Whether the call gets a line in Activity; every one does without it. For calls made over and over by a clock. */
  readonly isWorthTelling?: (exchange: Exchange) => boolean;
}

/** How a call ended, before times and the request are added. */
type Ending =
  | { readonly kind: 'response'; readonly parts: ResponseParts; readonly tokenFault: Fault | null }
  | { readonly kind: 'failed'; readonly failure: TransportFailure }
  | { readonly kind: 'cancelled' };

/** What a call in progress keeps track of. */
interface Call {
  readonly request: ApiRequest;
  readonly signal: AbortSignal;
  readonly deadlineAt: number;
  attempts: number;
  /** Every token sent: none may appear in what is handed on, should the server repeat one. */
  readonly sent: string[];
}

/**
 * Sends every API call: Bearer token to Google's API origins only, one refresh and one retry on 401, backoff where it helps,
 * a deadline, a cancel, and one redacted line for Activity.
 */
export class Transport {
  readonly #deps: TransportDeps;

  constructor(deps: TransportDeps) {
    this.#deps = deps;
  }

  /** Never rejects for anything the network, the server or the token does; the exchange says how it ended. */
  async send(request: ApiRequest, options: SendOptions = {}): Promise<Exchange> {
    const { clock, activity, accountOf } = this.#deps;
    const startedAt = clock.now();
    const signal = options.signal ?? new AbortController().signal;
    const call: Call = { request, signal, deadlineAt: startedAt + CALL_DEADLINE_MS, attempts: 0, sent: [] };
    const ending = mayHoldToken(this.#deps.endpoints(), request.url) ? await this.#run(call) : failed({ kind: 'foreign-origin' });
    const facts = { request: asShown(request, call.sent), durationMs: clock.now() - startedAt, attempts: call.attempts };
    const exchange: Exchange =
      ending.kind === 'response'
        ? { kind: 'response', ...facts, ...withoutTokens(ending.parts, call.sent), tokenFault: ending.tokenFault }
        : { ...ending, ...facts };
    if (exchange.kind === 'response' && exchange.status < 400) this.#deps.onSuccess?.(request.authorizationId, request.methodId);
    if (options.isWorthTelling?.(exchange) ?? true) activity.record(activityOf(exchange, request.methodId, accountOf(request.authorizationId)));
    return exchange;
  }

  async #run(call: Call): Promise<Ending> {
    const first = await this.#token(call);
    if (!first.ok) return withoutToken(first.error);
    let token = first.value;
    let refreshed = false;
    let tries = 0;
    for (;;) {
      const result = await this.#attempt(call, token);
      if (result.kind !== 'response') return result;
      const { parts } = result;
      if (parts.status === 401 && !refreshed) {
        refreshed = true;
        const next = await this.#token(call, token);
        if (!next.ok) return next.error.code === 'cancelled' ? { kind: 'cancelled' } : { kind: 'response', parts, tokenFault: next.error };
        if (next.value !== token) {
          token = next.value;
          continue;
        }
      }
      tries += 1;
      const wait = parts.status < 400 ? null : this.#waitBeforeRetry(call, parts, tries);
      if (wait === null) return { kind: 'response', parts, tokenFault: null };
      if (!(await pause(this.#deps.clock, wait, call.signal))) return { kind: 'cancelled' };
    }
  }

  async #attempt(call: Call, token: string): ReturnType<typeof attempt> {
    const ms = Math.min(ATTEMPT_DEADLINE_MS, this.#remaining(call));
    if (ms <= 0) return failed({ kind: 'network', cause: 'timeout' });
    call.attempts += 1;
    call.sent.push(token);
    return attempt(this.#deps, call.request, token, ms, call.signal);
  }

  #waitBeforeRetry(call: Call, parts: ResponseParts, tries: number): number | null {
    const { clock, random } = this.#deps;
    const error = parseApiError(parts, clock.now());
    return waitBeforeRetry(error, { method: call.request.method, tries, remainingMs: this.#remaining(call) }, random);
  }

  async #token(call: Call, stale?: string): Promise<Outcome<string>> {
    const { clock, tokens } = this.#deps;
    const ended = await within(clock, this.#remaining(call), call.signal, (signal) =>
      tokens.accessToken(call.request.authorizationId, { signal, ...(stale === undefined ? {} : { stale }) }),
    );
    switch (ended.kind) {
      case 'value':
        return ended.value;
      case 'cancelled':
        return { ok: false, error: { code: 'cancelled', message: 'Cancelled.', hint: null, problems: [] } };
      case 'timeout':
        return { ok: false, error: { code: 'offline', message: 'Renewing the access token took too long.', hint: 'Try again.', problems: [] } };
      case 'failed':
        if (ended.error instanceof FaultError) return { ok: false, error: ended.error.fault };
        throw ended.error;
    }
  }

  #remaining(call: Call): number {
    return call.deadlineAt - this.#deps.clock.now();
  }
}

function failed(failure: TransportFailure): { readonly kind: 'failed'; readonly failure: TransportFailure } {
  return { kind: 'failed', failure };
}

function withoutToken(fault: Fault): Ending {
  return fault.code === 'cancelled' ? { kind: 'cancelled' } : failed({ kind: 'token', fault });
}

function asShown(request: ApiRequest, sent: readonly string[]): Exchange['request'] {
  const headers = [...plainHeaders(request), ['Authorization', REDACTED_BEARER] as const];
  return { method: request.method, url: redact(request.url, sent), headers };
}
