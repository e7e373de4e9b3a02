import type { GoogleMethod, MethodTable } from '../../domain/google/methods/method-table.ts';
import type { ApiFault } from '../faults.ts';
import { brokenFrontEnd, type Reply } from '../http/reply.ts';
import type { FaultEffect } from '../token/token-fault.ts';
import { apiDisabled, backendError, badToken, conditionNotMet, missingScope, notAuthorized, quotaExceeded, tooMany } from './api-error.ts';

/** What a fault of the APIs does: answer instead of the method, or spoil its answer on the way out. */
export function apiFaultEffect(fault: ApiFault, table: MethodTable, method: GoogleMethod, projectNumber: string): FaultEffect {
  const answer = (reply: Reply): FaultEffect => ({ kind: 'answer', reply });
  switch (fault.kind) {
    case '401':
      return answer(badToken());
    case '403scope':
      return answer(missingScope(table, method));
    case 'accessNotConfigured':
      return answer(apiDisabled(table, projectNumber));
    case '429':
      return answer(tooMany(429, fault.retryAfterSeconds));
    case 'rateLimit403':
      return answer(tooMany(403, fault.retryAfterSeconds));
    case '500':
      return answer(backendError(500, fault.retryAfterSeconds));
    case '503':
      return answer(backendError(503, fault.retryAfterSeconds));
    case 'html':
      return answer(brokenFrontEnd(502));
    case 'notAdmin':
      return answer(notAuthorized());
    case 'quotaExceeded':
      return answer(quotaExceeded());
    case '412':
      return answer(conditionNotMet());
    case 'cut':
      return { kind: 'alter', alter: (reply) => ({ ...reply, cut: true }) };
    case 'slow':
      return { kind: 'alter', alter: (reply) => ({ ...reply, delayMs: fault.slowMs ?? 10_000 }) };
  }
}
