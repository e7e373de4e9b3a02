import { Check } from 'lucide-react';
import type { ConsentAttemptDto } from '../../../preload/contract/consent.ts';
import { exactTime } from '../../ui/duration.ts';
import { STEPS, stepState, stepWords } from './consent-words.ts';
import classes from './step-list.module.css';

const STATE_WORD = { done: 'done', current: 'in progress', ahead: 'to come' } as const;
const NOT_REACHED = 'not reached';

/** The readable version of the figure beside it: the five steps, and how far this attempt is. */
export function StepList({ attempt }: { readonly attempt: ConsentAttemptDto }) {
  return (
    <ol className={classes.list} aria-label="Steps">
      {STEPS.map((step) => {
        const state = stepState(attempt, step);
        const { title, detail } = stepWords(attempt, step);
        const stateWord = attempt.outcome !== null && state === 'ahead' ? NOT_REACHED : STATE_WORD[state];
        const doneAt = attempt.stepsDone.find((one) => one.step === step)?.at;
        return (
          <li key={step} className={classes.step} data-state={state} aria-current={state === 'current' ? 'step' : undefined}>
            <span className={classes.badge} aria-hidden="true">
              {state === 'done' ? <Check size={14} strokeWidth={2.6} /> : step}
            </span>
            <div className={classes.words}>
              <p className={classes.title}>
                <span>
                  {title}
                  <span className="gd-visually-hidden"> ({stateWord})</span>
                </span>{' '}
                {doneAt !== undefined && <time className={classes.time}>{exactTime(doneAt)}</time>}
              </p>
              <p className={classes.detail}>{detail}</p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
