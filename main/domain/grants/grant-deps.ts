import type { ClientLookup } from '../clients/client.ts';
import type { GoogleEndpoints } from '../oauth/endpoints.ts';
import type { KeyedQueue } from '../shared/keyed-queue.ts';
import type { ActivitySink, Clock, Fetch } from '../shared/ports.ts';
import type { AuthorizationStore } from './authorization-store.ts';

/** What the parts of the grant service share. */
export interface GrantDeps {
  readonly store: AuthorizationStore;
  readonly clients: ClientLookup;
  /** Asked at each use: practice mode changes them. */
  readonly endpoints: () => GoogleEndpoints;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly activity: ActivitySink;
  /** Exchanges of a refresh token, one at a time for each authorization. */
  readonly exchanges: KeyedQueue;
}
