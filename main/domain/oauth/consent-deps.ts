import type { ClientLookup } from '../clients/client.ts';
import type { Authorization } from '../grants/authorization.ts';
import type { Acceptance, Accepted } from '../grants/acceptor.ts';
import type { Outcome, Problem } from '../shared/fault.ts';
import type { ActivitySink, BrowserOpener, Clock, Fetch, Random } from '../shared/ports.ts';
import type { ConsentAttempt } from './consent-attempt.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import type { ConsentWindowOpener, LoopbackReceiver } from './surface.ts';

/** What a consent needs of the grants. */
export interface ConsentGrants {
  get(id: string): Authorization | null;
  accept(acceptance: Acceptance): Promise<Outcome<Accepted>>;
  revoke(id: string, reason: Problem): Promise<Outcome<unknown>>;
}

export interface ConsentDeps {
  /** Asked once for each attempt, which then keeps them. */
  readonly endpoints: () => GoogleEndpoints;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly random: Random;
  readonly loopback: LoopbackReceiver;
  readonly windows: ConsentWindowOpener;
  readonly browser: BrowserOpener;
  readonly clients: ClientLookup;
  readonly grants: ConsentGrants;
  readonly activity: ActivitySink;
  /** Further hosts the app window may show: the identity provider of a Workspace domain. */
  readonly ssoHosts: () => readonly string[];
  /** Milliseconds an attempt may wait; five minutes when absent. */
  readonly deadlineMs?: number;
  /** Called with the whole new state after every change; null after a dismiss. */
  readonly onChange: (attempt: ConsentAttempt | null) => void;
  /** Called once for each attempt that began, when it has its outcome. */
  readonly onSettled?: (attempt: ConsentAttempt) => void;
}
