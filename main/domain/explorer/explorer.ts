import { reportOf, type CallReport } from '../google/call-report.ts';
import { resultOf, type CallResult } from '../google/call-result.ts';
import type { CallContext } from '../google/explanation.ts';
import type { Exchange } from '../google/exchange.ts';
import type { ApiLibrary } from '../google/library/api-library.ts';
import { findMethod, type GoogleMethod, type MethodTable } from '../google/methods/method-table.ts';
import { isPageable } from '../google/methods/pageable.ts';
import { collectPages } from '../google/paging.ts';
import type { RunningCalls } from '../google/running-calls.ts';
import type { Transport } from '../google/transport.ts';
import type { GoogleEndpoints } from '../oauth/endpoints.ts';
import { fail, fault, FaultError, ok, type Outcome } from '../shared/fault.ts';
import { parseJsonObject, textOf } from '../shared/guards.ts';
import type { Clock, Random } from '../shared/ports.ts';
import type { Records } from '../vault/records.ts';
import { buildRequest, type BuiltRequest, type CallWish, type FieldProblem } from './build-request.ts';
import { CallHistory } from './call-history.ts';

export interface ExplorerDeps {
  readonly transport: Pick<Transport, 'send'>;
  readonly endpoints: () => GoogleEndpoints;
  readonly apis: Pick<ApiLibrary, 'find'>;
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
  readonly running: RunningCalls;
  /** False: its calls leave no history; a script may make thousands. */
  readonly remembers?: boolean;
  /** A call that could not be written to the history: it was made all the same. */
  readonly reportError: (error: unknown) => void;
}

export interface MethodRef {
  readonly apiId: string;
  readonly methodId: string;
}

export interface MethodCallInput extends MethodRef, CallWish {
  readonly authorizationId: string;
  readonly callId: string;
  /** Follows nextPageToken up to a cap. */
  readonly allPages: boolean;
}

export type MethodCall =
  | { readonly outcome: 'invalid'; readonly problems: readonly FieldProblem[] }
  | {
      readonly outcome: 'called';
      readonly result: CallResult;
      readonly headers: readonly (readonly [string, string])[];
      readonly morePages: boolean;
    };

/** Pages that one `Load all pages` follows. */
const MOST_PAGES = 50;

const NO_METHOD = fault('method-missing', 'This method is not known here any more.', 'Choose the API again.');

/** Calls of any method of a known API, and the history of them. */
export class Explorer {
  readonly history: CallHistory;
  readonly #deps: ExplorerDeps;
  /** How often each account was forgotten: a call that comes back after that leaves no trace. */
  readonly #forgotten = new Map<string, number>();

  constructor(deps: ExplorerDeps) {
    this.#deps = deps;
    this.history = new CallHistory(deps);
  }

  /** Faults: `method-missing`, `call-in-progress`. How the call itself went stands in the result. */
  async send(input: MethodCallInput): Promise<Outcome<MethodCall>> {
    const found = this.#find(input);
    if (found === null) return { ok: false, error: NO_METHOD };
    const { table, method } = found;
    const built = buildRequest(this.#deps.endpoints(), table, method, input);
    if (!built.ok) return ok({ outcome: 'invalid', problems: built.problems });
    const timesForgotten = this.#forgotten.get(input.authorizationId);
    const called = await this.#deps.running.run(input.callId, async (signal) => ok(await this.#call(input, table, method, built.request, signal)));
    if (!called.ok) return called;
    const result = resultOf(input.callId, called.value);
    const { exchange, pages, body } = called.value;
    const isGone = exchange.kind === 'failed' && exchange.failure.kind === 'token' && exchange.failure.fault.code === 'authorization-missing';
    if (this.#deps.remembers !== false && !isGone && this.#forgotten.get(input.authorizationId) === timesForgotten) await this.#remember(input, built.request, result);
    // What is joined has the mark of its last page: one is left over only where following stopped.
    const morePages = pages > 0 && isPageable(table, method) && textOf(parseJsonObject(body)?.['nextPageToken']) !== null;
    return ok({ outcome: 'called', result, headers: exchange.kind === 'response' ? (exchange.headers ?? []) : [], morePages });
  }

  /** The request as it would be sent. Faults: `method-missing`, `call-invalid` with the problems by field. */
  build(input: MethodRef & CallWish): Outcome<BuiltRequest> {
    const found = this.#find(input);
    if (found === null) return { ok: false, error: NO_METHOD };
    const built = buildRequest(this.#deps.endpoints(), found.table, found.method, input);
    if (built.ok) return ok(built.request);
    const [first] = built.problems;
    const problems = built.problems.map(({ field, message }) => ({ code: `field ${field}`, message, hint: null }));
    return fail('call-invalid', first === undefined ? 'The call is not complete.' : `${first.field}: ${first.message}`, 'Fill in the form first.', problems);
  }

  /** An authorization is being forgotten: its history goes. */
  async forgetAccount(authorizationId: string): Promise<void> {
    this.#forgotten.set(authorizationId, (this.#forgotten.get(authorizationId) ?? 0) + 1);
    await this.history.forget(authorizationId, null);
  }

  #find({ apiId, methodId }: MethodRef): { readonly table: MethodTable; readonly method: GoogleMethod } | null {
    const table = this.#deps.apis.find(apiId)?.table;
    const method = table === undefined ? undefined : findMethod(table, methodId);
    return table === undefined || method === undefined ? null : { table, method };
  }

  async #call(input: MethodCallInput, table: MethodTable, method: GoogleMethod, request: BuiltRequest, signal: AbortSignal): Promise<CallReport> {
    const context = (): CallContext => ({ table, method, now: this.#deps.clock.now() });
    const ask = (url: string): Promise<Exchange> =>
      this.#deps.transport.send(
        { authorizationId: input.authorizationId, methodId: method.id, method: request.method, url, ...(request.body === null ? {} : { body: request.body }) },
        { signal },
      );
    // Anything else is sent once, whatever its answer says: following a write would write again.
    if (!input.allPages || !isPageable(table, method) || method.httpMethod !== 'GET') return reportOf(await ask(request.url), context());
    return await collectPages((pageToken) => ask(pageToken === null ? request.url : withPage(request.url, pageToken)), context, MOST_PAGES);
  }

  async #remember({ authorizationId, apiId, methodId, parameters, body }: MethodCallInput, { url }: BuiltRequest, result: CallResult): Promise<void> {
    try {
      await this.history.add(authorizationId, { apiId, methodId, wish: { parameters, body }, url, result });
    } catch (error) {
      if (!(error instanceof FaultError && error.fault.code === 'vault-locked')) this.#deps.reportError(error);
    }
  }
}

function withPage(address: string, pageToken: string): string {
  const url = new URL(address);
  url.searchParams.set('pageToken', pageToken);
  return url.href;
}
