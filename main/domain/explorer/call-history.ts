import { z } from 'zod';
import type { CallResult } from '../google/call-result.ts';
import { randomId } from '../shared/ids.ts';
import { KeyedQueue } from '../shared/keyed-queue.ts';
import type { Clock, Random } from '../shared/ports.ts';
import { REDACTED, redact } from '../shared/redact.ts';
import type { Records } from '../vault/records.ts';
import type { CallWish } from './build-request.ts';

/** Calls kept of each account. */
const MOST = 200;
/** Characters of a body that are kept. */
const LONGEST_BODY = 64_000;
/** Characters of all calls of an account: they are one record, written whole each time. */
const LARGEST = 1_000_000;

const row = z.object({
  id: z.string(),
  at: z.number(),
  apiId: z.string(),
  methodId: z.string(),
  httpMethod: z.string(),
  path: z.string(),
  parameters: z.record(z.string(), z.array(z.string())),
  body: z.string().nullable(),
  outcome: z.enum(['response', 'failed', 'cancelled']),
  status: z.number().nullable(),
  durationMs: z.number(),
  bytes: z.number(),
  redacted: z.boolean(),
});
/** A call made before; no token, no answer. */
export type PastCall = Readonly<z.infer<typeof row>>;

interface Deps {
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
}

/** What was called as each account, newest first, sealed by the vault. Whatever looks like a secret is taken out before it is kept. */
export class CallHistory {
  readonly #deps: Deps;
  readonly #turns = new KeyedQueue();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Rejects with the vault's FaultError. */
  list(authorizationId: string): Promise<readonly PastCall[]> {
    return this.#turns.run(authorizationId, () => this.#read(authorizationId));
  }

  /** @param call `url` as sent, of the first page. Rejects with the vault's FaultError. */
  async add(authorizationId: string, call: { readonly apiId: string; readonly methodId: string; readonly wish: CallWish; readonly url: string; readonly result: CallResult }): Promise<void> {
    const fresh = this.#rowOf(call);
    await this.#turns.run(authorizationId, async () => {
      const calls = newest([fresh, ...(await this.#read(authorizationId))]);
      await this.#deps.records.put('call-history', authorizationId, { calls });
    });
  }

  /** @param id null forgets all of them. Rejects with the vault's FaultError. */
  async forget(authorizationId: string, id: string | null): Promise<void> {
    await this.#turns.run(authorizationId, async () => {
      const left = id === null ? [] : (await this.#read(authorizationId)).filter((call) => call.id !== id);
      if (left.length === 0) await this.#deps.records.remove('call-history', authorizationId);
      else await this.#deps.records.put('call-history', authorizationId, { calls: left });
    });
  }

  async #read(authorizationId: string): Promise<readonly PastCall[]> {
    const stored = z.object({ calls: z.array(row) }).safeParse((await this.#deps.records.get('call-history', authorizationId))?.value);
    return stored.success ? stored.data.calls : [];
  }

  #rowOf({ apiId, methodId, wish, url, result }: Parameters<CallHistory['add']>[1]): PastCall {
    const parameters = Object.fromEntries(Object.entries(wish.parameters).map(([name, values]) => [name, values.map((value) => redact(value))]));
    // Cut afterwards: half a secret might not be recognised as one.
    const body = wish.body === null ? null : redact(wish.body).slice(0, LONGEST_BODY);
    return {
      id: randomId(this.#deps.random),
      at: this.#deps.clock.now(),
      apiId,
      methodId,
      httpMethod: result.request.method,
      path: pathOf(url, wish.parameters),
      parameters,
      body,
      outcome: result.outcome,
      status: result.status,
      durationMs: result.durationMs,
      bytes: result.bytes,
      redacted: body !== wish.body || JSON.stringify(parameters) !== JSON.stringify(wish.parameters),
    };
  }
}

/** As many as there is room for, and the newest in any case. */
function newest(calls: readonly PastCall[]): readonly PastCall[] {
  let size = 0;
  return calls.slice(0, MOST).filter((call, index) => {
    size += JSON.stringify(call).length;
    return index === 0 || size <= LARGEST;
  });
}

/** Path and query. A value that is not kept as it was typed is not kept percent-encoded either. */
function pathOf(url: string, parameters: CallWish['parameters']): string {
  const { pathname, search } = new URL(url);
  let path = pathname + search;
  for (const value of Object.values(parameters).flat()) {
    if (redact(value) === value) continue;
    for (const sent of [value.split('/').map(encodeURIComponent).join('/'), encodeURIComponent(value), new URLSearchParams([['', value]]).toString().slice(1)]) {
      path = path.replaceAll(sent, REDACTED);
    }
  }
  return redact(path);
}
