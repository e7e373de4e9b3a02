import { normalizeScope } from '../scopes/normalize.ts';
import { parseJsonObject, type JsonObject } from '../shared/guards.ts';
import { parseApiError } from './api-error.ts';
import { apiUrl } from './api-url.ts';
import type { ClientNeeds } from './calendar-client.ts';
import { reportOf } from './call-report.ts';
import { explainMissingScope, explainNotFound } from './error-meaning.ts';
import type { Exchange } from './exchange.ts';
import type { Explanation } from './explanation.ts';
import { calendarV3, findMethod, type GoogleMethod } from './methods/method-table.ts';

export type EventMethod = 'get' | 'list' | 'insert' | 'patch' | 'delete' | 'quickAdd';
export type EventMethodId = `calendar.events.${EventMethod}` | 'calendar.freebusy.query';

/** How one call of the Calendar API ended. */
export type EventAnswer =
  /** `json` is empty for an empty answer (events.delete). */
  | { readonly kind: 'done'; readonly json: JsonObject }
  | {
      readonly kind: 'refused';
      /** HTTP status; null when no answer came. */
      readonly status: number | null;
      /** Google's codes, most telling first. */
      readonly reasons: readonly string[];
      /** Google may have carried the call out all the same: no answer came, it cannot be read, or it is a failure of the server. */
      readonly uncertain: boolean;
      readonly explanation: Explanation;
    }
  | { readonly kind: 'cancelled' };

export interface EventCall {
  readonly authorizationId: string;
  readonly method: EventMethodId;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
  readonly ifMatch?: string | null;
  readonly signal: AbortSignal;
}

export interface EventClientNeeds extends ClientNeeds {
  /** Full scopes as granted; null when the authorization is not known. */
  readonly granted: (authorizationId: string) => readonly string[] | null;
}

/** Single events and free/busy times of Google Calendar v3. https://developers.google.com/workspace/calendar/api/v3/reference/events */
export class EventClient {
  readonly #needs: EventClientNeeds;

  constructor(needs: EventClientNeeds) {
    this.#needs = needs;
  }

  /** Sends nothing when the granted scopes are known not to be enough. Never rejects for anything Google or the network does. */
  async send({ authorizationId, method: id, path = {}, query = {}, body, ifMatch, signal }: EventCall): Promise<EventAnswer> {
    const { transport, endpoints, clock } = this.#needs;
    const method = requireMethod(id);
    const context = { table: calendarV3, method, now: clock.now() };
    if (!this.#allows(authorizationId, method)) {
      return { kind: 'refused', status: null, reasons: [], uncertain: false, explanation: explainMissingScope(context) };
    }
    if (Object.values(path).some((value) => NO_SEGMENT.has(value))) return refused(404, ['notFound'], false, explainNotFound(context));
    const url = apiUrl(endpoints().calendarBase, method.path, path, query);
    const exchange = await transport.send(
      {
        authorizationId,
        methodId: method.id,
        method: method.httpMethod,
        url,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(ifMatch === undefined || ifMatch === null ? {} : { ifMatch }),
      },
      { signal },
    );
    return answerOf(exchange, { ...context, now: clock.now() });
  }

  #allows(authorizationId: string, method: GoogleMethod): boolean {
    const granted = this.#needs.granted(authorizationId);
    return granted === null || granted.some((scope) => method.scopes.includes(normalizeScope(scope)));
  }
}

/** What cannot be an id: it would lead to another address. */
const NO_SEGMENT: ReadonlySet<string> = new Set(['', '.', '..']);

function answerOf(exchange: Exchange, context: Parameters<typeof reportOf>[1]): EventAnswer {
  if (exchange.kind === 'cancelled') return { kind: 'cancelled' };
  const { explanation } = reportOf(exchange, context);
  if (exchange.kind === 'failed') {
    // Without a token, or with an address that is not Google's, nothing was sent.
    const uncertain = exchange.failure.kind === 'network' && exchange.attempts > 0;
    return refused(null, [], uncertain, explanation);
  }
  if (exchange.status >= 400) {
    return refused(exchange.status, parseApiError(exchange, context.now).reasons, exchange.status >= 500, explanation);
  }
  if (context.method.response === undefined) return { kind: 'done', json: {} };
  const json = explanation === null ? parseJsonObject(exchange.body) : null;
  return json === null ? refused(exchange.status, [], true, explanation) : { kind: 'done', json };
}

function refused(status: number | null, reasons: readonly string[], uncertain: boolean, explanation: Explanation | null): EventAnswer {
  const unreadable = { code: 'unreadable', title: 'The answer cannot be read.', meaning: 'It is larger than what is read of an answer.', remedies: [] };
  return { kind: 'refused', status, reasons, uncertain, explanation: explanation ?? unreadable };
}

function requireMethod(id: string): GoogleMethod {
  const method = findMethod(calendarV3, id);
  if (method === undefined) throw new Error(`the method table lacks ${id}`);
  return method;
}
