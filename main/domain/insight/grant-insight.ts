import type { ApiLibrary } from '../google/library/api-library.ts';
import type { GrantService } from '../grants/grant-service.ts';
import type { ReceiptBook } from '../receipts/receipt-book.ts';
import type { Clock } from '../shared/ports.ts';
import type { MethodUse } from './method-use.ts';

export interface GrantInsightDeps {
  readonly apis: Pick<ApiLibrary, 'apis'>;
  readonly grants: Pick<GrantService, 'get' | 'list'>;
  readonly uses: MethodUse;
  readonly receipts: Pick<ReceiptBook, 'list'>;
  readonly clock: Clock;
}

/** What the stored grants can do, how little would be enough, and how they compare. */
export class GrantInsight {
  readonly #deps: GrantInsightDeps;

  constructor(deps: GrantInsightDeps) {
    this.#deps = deps;
  }

  get deps(): GrantInsightDeps {
    return this.#deps;
  }
}
