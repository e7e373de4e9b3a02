import { apiUrl } from '../google/api-url.ts';
import { reportOf } from '../google/call-report.ts';
import type { Exchange } from '../google/exchange.ts';
import type { Explanation } from '../google/explanation.ts';
import { calendarV3, type GoogleMethod } from '../google/methods/method-table.ts';
import type { Transport } from '../google/transport.ts';
import type { GoogleEndpoints } from '../oauth/endpoints.ts';
import { parseJsonObject, type JsonObject } from '../shared/guards.ts';
import type { Clock } from '../shared/ports.ts';

/** What a sync needs to ask Google. */
export interface SyncNeeds {
  readonly transport: Pick<Transport, 'send'>;
  readonly endpoints: () => GoogleEndpoints;
  readonly clock: Clock;
}

/** Why a load ended early. */
export type SyncFailure =
  | { readonly kind: 'cancelled' }
  /** `offline`: Google was not reached at all; `status`: null without an answer. */
  | { readonly kind: 'failed'; readonly status: number | null; readonly offline: boolean; readonly explanation: Explanation };

export type PageAnswer =
  | { readonly kind: 'page'; readonly page: JsonObject }
  /** Larger than what is read of one answer: ask for fewer items. */
  | { readonly kind: 'too-big' }
  | SyncFailure;

export type Query = Readonly<Record<string, string>>;

export interface PageRequest {
  readonly authorizationId: string;
  readonly method: GoogleMethod;
  readonly path: Query;
  readonly query: Query;
  /** Asked again and again while the page is open. `failures` and `changes` (an answer with items too) get a line in Activity, the rest would bury the others. */
  readonly tell?: 'failures' | 'changes';
}

/** Asks for one page of a list. Never rejects for what network or server do. */
export async function askPage(needs: SyncNeeds, of: PageRequest, signal: AbortSignal): Promise<PageAnswer> {
  const { method } = of;
  const url = apiUrl(needs.endpoints().calendarBase, method.path, of.path, of.query);
  const exchange = await needs.transport.send(
    { authorizationId: of.authorizationId, methodId: method.id, method: method.httpMethod, url },
    { signal, isWorthTelling: (ended) => of.tell === undefined || failed(ended) || (of.tell === 'changes' && hasItems(ended)) },
  );
  if (exchange.kind === 'cancelled' || signal.aborted) return { kind: 'cancelled' };
  if (exchange.kind === 'response' && exchange.status < 400) {
    if (exchange.truncated) return { kind: 'too-big' };
    const page = exchange.cutOff ? null : parseJsonObject(exchange.body);
    if (page !== null) return { kind: 'page', page };
  }
  const { explanation } = reportOf(exchange, { table: calendarV3, method, now: needs.clock.now() });
  return {
    kind: 'failed',
    status: exchange.kind === 'response' ? exchange.status : null,
    offline: isOffline(exchange),
    explanation: explanation ?? { code: 'unreadable', title: 'The answer cannot be read.', meaning: 'It is not what was asked for.', remedies: [] },
  };
}

function failed(exchange: Exchange): boolean {
  return exchange.kind === 'failed' || (exchange.kind === 'response' && exchange.status >= 400);
}

function hasItems(exchange: Exchange): boolean {
  if (exchange.kind !== 'response') return false;
  const items = parseJsonObject(exchange.body)?.['items'];
  return Array.isArray(items) && items.length > 0;
}

/** Whether Google was not reached, neither for the call nor for the token. */
function isOffline(exchange: Exchange): boolean {
  if (exchange.kind !== 'failed') return false;
  const { failure } = exchange;
  return failure.kind === 'network' ? failure.cause !== 'cut-off' : failure.kind === 'token' && failure.fault.code === 'offline';
}
