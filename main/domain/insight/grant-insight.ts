import type { ApiLibrary } from '../google/library/api-library.ts';
import type { Authorization } from '../grants/authorization.ts';
import { MISSING } from '../grants/grant-faults.ts';
import type { GrantService } from '../grants/grant-service.ts';
import type { ReceiptBook } from '../receipts/receipt-book.ts';
import { ok, type Outcome } from '../shared/fault.ts';
import type { Clock } from '../shared/ports.ts';
import { compareScope, type Comparison } from './compare.ts';
import type { MethodUse } from './method-use.ts';
import { narrower, type Narrower } from './narrower.ts';
import { reachOf, type Reach } from './reach.ts';
import { scopeMap, type ScopeMap } from './scope-map.ts';
import type { WorstCase } from './worst-case.ts';

export interface GrantInsightDeps {
  readonly apis: Pick<ApiLibrary, 'apis'>;
  readonly grants: Pick<GrantService, 'get' | 'list'>;
  readonly uses: Pick<MethodUse, 'of' | 'countedSince'>;
  readonly receipts: Pick<ReceiptBook, 'list'>;
  readonly clock: Clock;
}

/** What the stored grants can do, how little would be enough, and how they compare. Every method rejects with the vault's FaultError. */
export class GrantInsight {
  readonly #deps: GrantInsightDeps;

  constructor(deps: GrantInsightDeps) {
    this.#deps = deps;
  }

  /** Fault: `authorization-missing`. */
  async reach(id: string): Promise<Outcome<Reach>> {
    return await this.#of(id, async ({ granted }) => reachOf(granted, this.#deps.apis.apis(), await this.#deps.uses.of(id)));
  }

  /** What somebody could do with these scopes, whoever holds them, worst first. */
  worstCase(scopes: readonly string[]): readonly WorstCase[] {
    return reachOf(scopes, this.#deps.apis.apis(), new Map()).worstCase;
  }

  /** Fault: `authorization-missing`. */
  async narrower(id: string, wish: { readonly methods: readonly string[] | null; readonly unusedDays: number }): Promise<Outcome<Narrower>> {
    const { apis, uses, clock } = this.#deps;
    return await this.#of(id, async ({ granted, consentedAt }) =>
      narrower({
        ...wish,
        scopes: granted,
        apis: apis.apis(),
        uses: await uses.of(id),
        countedSince: await uses.countedSince(),
        grantedAt: consentedAt,
        now: clock.now(),
      }),
    );
  }

  async scopeMap(): Promise<ScopeMap> {
    const { grants, receipts, apis, uses } = this.#deps;
    const authorizations = grants.list();
    const used = await Promise.all(authorizations.map(async ({ id }) => [id, await uses.of(id)] as const));
    return scopeMap({ authorizations, receipts: await receipts.list(), apis: apis.apis(), uses: new Map(used) });
  }

  /** Fault: `authorization-missing`. */
  async compare(scope: string, id: string, otherId: string): Promise<Outcome<Comparison>> {
    const receipts = await this.#deps.receipts.list();
    const account = (authorization: Authorization): Parameters<typeof compareScope>[1] => ({
      authorization,
      receipts: receipts.filter((one) => one.authorizationId === authorization.id),
    });
    const one = this.#deps.grants.get(id);
    const other = this.#deps.grants.get(otherId);
    if (one === null || other === null) return { ok: false, error: MISSING };
    return ok(compareScope(scope, account(one), account(other)));
  }

  async #of<T>(id: string, look: (authorization: Authorization) => Promise<T>): Promise<Outcome<T>> {
    const authorization = this.#deps.grants.get(id);
    return authorization === null ? { ok: false, error: MISSING } : ok(await look(authorization));
  }
}
