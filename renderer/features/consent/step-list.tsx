import { Check } from 'lucide-react';
import type { FlowHopDto } from '../../../preload/contract/flow.ts';
import { exactTime } from '../../ui/duration.ts';
import { STEPS, stepState, stepWords } from './consent-words.ts';
import { hopsByStep, type FlowSubject } from './flow-subject.ts';
import { HopEntry } from './hop-entry.tsx';
import classes from './step-list.module.css';

const STATE_WORD = { done: 'done', current: 'in progress', ahead: 'to come' } as const;
const NOT_REACHED = 'not reached';

interface StepListProps {
  readonly flow: FlowSubject;
  /** The hop whose arrow is lit. */
  readonly hop: FlowHopDto | null;
  readonly onHop: (hop: FlowHopDto | null) => void;
}

/** The readable version of the figure beside it: the five steps, how far this attempt is, and every hop with what was sent. */
export function StepList({ flow, hop: chosen, onHop }: StepListProps) {
  const hops = hopsByStep(flow.hops);
  const began = flow.hops[0]?.at ?? 0;
  return (
    <ol className={classes.list} aria-label="Steps">
      {STEPS.map((step) => {
        const state = stepState(flow, step);
        const { title, detail } = stepWords(flow, step);
        const stateWord = flow.outcome !== null && state === 'ahead' ? NOT_REACHED : STATE_WORD[state];
        const doneAt = flow.stepsDone.find((one) => one.step === step)?.at;
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
              {(hops.get(step) ?? []).map((hop) => (
                <HopEntry
                  key={`${String(flow.hops.indexOf(hop))} ${hop.kind}`}
                  hop={hop}
                  began={began}
                  chosen={hop === chosen}
                  onChoose={(choose) => {
                    if (choose) onHop(hop);
                    else if (hop === chosen) onHop(null);
                  }}
                />
              ))}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
