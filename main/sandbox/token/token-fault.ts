import type { TokenFault } from '../faults.ts';
import { brokenFrontEnd, type Reply } from '../http/reply.ts';
import { tokenError } from './token-error.ts';

export type FaultEffect =
  | { readonly kind: 'answer'; readonly reply: Reply }
  | { readonly kind: 'alter'; readonly alter: (reply: Reply) => Reply };

/** What a fault of the token or revocation endpoint does: answer instead of it, or spoil its answer on the way out. */
export function tokenFaultEffect(fault: TokenFault): FaultEffect {
  const retry: Record<string, string> = fault.retryAfterSeconds === undefined ? {} : { 'retry-after': String(fault.retryAfterSeconds) };
  const answer = (reply: Reply): FaultEffect => ({ kind: 'answer', reply: { ...reply, headers: { ...reply.headers, ...retry } } });
  switch (fault.kind) {
    case 'invalid_grant':
      return answer(tokenError(400, 'invalid_grant', 'Token has been expired or revoked.'));
    case 'invalid_rapt':
      return answer(tokenError(400, 'invalid_grant', 'reauth related error (invalid_rapt)', 'invalid_rapt'));
    case 'invalid_client':
      return answer(tokenError(401, 'invalid_client', 'The OAuth client was not found.'));
    case '503':
      return answer(tokenError(503, 'backend_error', 'Try again later.'));
    case 'html':
      return answer(brokenFrontEnd(502));
    case 'cut':
      return { kind: 'alter', alter: (reply) => ({ ...reply, cut: true }) };
    case 'slow':
      return { kind: 'alter', alter: (reply) => ({ ...reply, delayMs: fault.slowMs ?? 10_000 }) };
  }
}
