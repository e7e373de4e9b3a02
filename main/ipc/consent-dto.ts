import type { ConsentAttempt, ConsentOutcome } from '../domain/oauth/consent-attempt.ts';
import type { ConsentAttemptDto, ConsentOutcomeDto } from '../../preload/contract/consent.ts';
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
    outcome: attempt.outcome === null ? null : outcomeDto(attempt.outcome),
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
