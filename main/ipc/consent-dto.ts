import type { ConsentAttempt, ConsentOutcome } from '../domain/oauth/consent-attempt.ts';
import type { FlowHop } from '../domain/oauth/flow-hop.ts';
import { redact } from '../domain/shared/redact.ts';
import type { ConsentAttemptDto, ConsentOutcomeDto } from '../../preload/contract/consent.ts';
import type { FlowHopDto } from '../../preload/contract/flow.ts';
import { errorDto, problemDto } from './answer.ts';
import { labelOf } from './client-label.ts';
import { scopeDto } from './scope-dto.ts';

export function consentDto(attempt: ConsentAttempt): ConsentAttemptDto {
  const { id, purpose, authorizationId, surface, expectedEmail, comesBackTo, startedAt, deadlineAt, step } = attempt;
  return {
    id,
    purpose,
    authorizationId,
    surface,
    moved: attempt.moved === null ? null : problemDto(attempt.moved),
    client: { id: attempt.client.id, label: labelOf(attempt.client), type: attempt.client.type },
    expectedEmail,
    scopes: attempt.scopes.map(scopeDto),
    comesBackTo,
    startedAt,
    deadlineAt,
    step,
    stepsDone: attempt.stepsDone.map((done) => ({ step: done.step, at: done.at })),
    ignored: attempt.ignored.map(problemDto),
    hops: attempt.hops.map(hopDto),
    outcome: attempt.outcome === null ? null : outcomeDto(attempt.outcome),
  };
}

/** Values are without secrets already; they pass the redactor once more. */
export function hopDto({ at, kind, from, to, step, title, address, parameters, note }: FlowHop): FlowHopDto {
  return {
    at,
    kind,
    from,
    to,
    step,
    title,
    address: address === null ? null : redact(address),
    parameters: parameters.map(({ name, value, hidden, meaning }) => ({ name, value: redact(value), hidden, meaning })),
    note: note === null ? null : redact(note),
  };
}

function outcomeDto(outcome: ConsentOutcome): ConsentOutcomeDto {
  switch (outcome.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'failed':
      return { kind: 'failed', error: errorDto(outcome.error) };
    case 'granted':
      return {
        kind: 'granted',
        authorizationId: outcome.authorizationId,
        granted: outcome.granted.map(scopeDto),
        refused: outcome.refused.map(scopeDto),
        unexpected: outcome.unexpected.map(scopeDto),
        otherAccount: outcome.otherAccount === null ? null : { expected: outcome.otherAccount.expected, actual: outcome.otherAccount.actual },
      };
  }
}
