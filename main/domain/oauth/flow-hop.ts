import type { ConsentStep } from './consent-attempt.ts';

/**
 * Who takes part, by the names of RFC 6749: resource owner, user-agent, client, its redirection endpoint (3.1.2), authorization endpoint
 * (3.1), token endpoint (3.2), resource server.
 */
export type FlowParty = 'owner' | 'agent' | 'client' | 'redirection' | 'authorization' | 'token' | 'resource';

/** One hop of a consent, without secrets. */
export interface FlowHop {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly kind:
    | 'prepared'
    | 'request'
    | 'page'
    | 'moved'
    | 'ignored'
    | 'redirect'
    | 'token-request'
    | 'token-response'
    | 'account'
    | 'stored'
    | 'revoked'
    | 'ended';
  readonly from: FlowParty;
  readonly to: FlowParty;
  readonly step: ConsentStep | null;
  readonly title: string;
  /** `GET accounts.google.com/o/oauth2/v2/auth`; null when nothing went over the network. */
  readonly address: string | null;
  readonly parameters: readonly { readonly name: string; readonly value: string; readonly hidden: boolean; readonly meaning: string }[];
  readonly note: string | null;
}
