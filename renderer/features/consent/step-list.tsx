import { Check } from 'lucide-react';
import type { ConsentAttemptDto } from '../../../preload/contract/consent.ts';
import { exactTime } from '../../ui/duration.ts';
import { STEP_WORDS, STEPS, stepState } from './consent-words.ts';
import classes from './step-list.module.css';

const STATE_WORD = { done: 'done', current: 'in progress', ahead: 'to come' } as const;

/** The readable version of the figure beside it: the five steps, and how far this attempt is. */
export function StepList({ attempt }: { readonly attempt: ConsentAttemptDto }) {
  return (
    <ol className={classes.list} aria-label="Steps">
      {STEPS.map((step) => {
        const state = stepState(attempt, step);
        const doneAt = attempt.stepsDone.find((one) => one.step === step)?.at;
        return (
          <li key={step} className={classes.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className={classes.badge} aria-hidden="true">
              {state === 'done' ? <Check size={14} strokeWidth={2.6} /> : step}
            </span>
            <div className={classes.words}>
              <p className={classes.title}>
                <span>
                  {STEP_WORDS[step].title}
                  <span className="gd-visually-hidden"> ({STATE_WORD[state]})</span>
                </span>{' '}
                {doneAt !== undefined && <time className={classes.time}>{exactTime(doneAt)}</time>}
              </p>
              <p className={classes.detail}>{STEP_WORDS[step].detail}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
