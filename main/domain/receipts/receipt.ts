import type { ConsentAttempt, ConsentPurpose, ConsentSurface } from '../oauth/consent-attempt.ts';
import type { FlowHop } from '../oauth/flow-hop.ts';
import type { Problem } from '../shared/fault.ts';

/** A consent as it came out; kept for good, it holds no secret. Times are milliseconds since the epoch. */
export interface Receipt {
  /** Id of the attempt. */
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly purpose: ConsentPurpose;
  readonly surface: ConsentSurface;
  readonly outcome: 'granted' | 'failed' | 'cancelled';
  readonly error: Problem | null;
  readonly account: { readonly sub: string; readonly email: string } | null;
  /** The authorization it led to, or was about. */
  readonly authorizationId: string | null;
  readonly client: { readonly clientId: string; readonly projectId: string | null; readonly type: 'installed' | 'web' };
  /** Scopes in full. */
  readonly asked: readonly string[];
  readonly granted: readonly string[];
  readonly refused: readonly string[];
  readonly unexpected: readonly string[];
  readonly otherAccount: { readonly expected: string; readonly actual: string } | null;
  readonly hops: readonly FlowHop[];
}

/**
 * @param account who consented; null when nobody did
 * @returns null while the attempt is pending
 */
export function receiptOf(attempt: ConsentAttempt, account: { readonly sub: string; readonly email: string } | null, endedAt: number): Receipt | null {
  const { id, startedAt, purpose, surface, client, scopes, hops, outcome } = attempt;
  if (outcome === null) return null;
  const granted = outcome.kind === 'granted' ? outcome : null;
  return {
    id,
    startedAt,
    endedAt,
    purpose,
    surface,
    outcome: outcome.kind,
    error: outcome.kind === 'failed' ? { code: outcome.error.code, message: outcome.error.message, hint: outcome.error.hint } : null,
    account: account === null ? null : { sub: account.sub, email: account.email },
    authorizationId: granted?.authorizationId ?? attempt.authorizationId,
    client: { clientId: client.clientId, projectId: client.projectId, type: client.type },
    asked: scopes,
    granted: granted?.granted ?? [],
    refused: granted?.refused ?? [],
    unexpected: granted?.unexpected ?? [],
    otherAccount: granted?.otherAccount ?? null,
    hops,
  };
}
