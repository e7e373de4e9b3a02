import { describe, expect, it } from 'vitest';
import { STEP_WORDS, stepWords } from './consent-words.ts';

const declined = {
  step: 'C',
  stepsDone: [{ step: 'C', at: 1 }],
  outcome: { kind: 'failed', error: { code: 'access-denied', message: 'Declined', hint: null, problems: [] } },
} as const;

describe('step words', () => {
  it('claim no code and no ticks after a refusal', () => {
    expect(stepWords(declined, 'C').title).toBe('Google sent you back');
    expect(stepWords(declined, 'D')).toEqual(STEP_WORDS.D);
  });

  it('tell what comes while the attempt is pending', () => {
    expect(stepWords({ ...declined, outcome: null }, 'C')).toEqual(STEP_WORDS.C);
  });
});
