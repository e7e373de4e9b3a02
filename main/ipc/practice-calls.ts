import { practiceActionSchema, practiceFaultsSchema } from '../../preload/contract/practice.ts';
import { answer, answerDone, ask, call, type Handlers } from './answer.ts';
import type { Services } from './services.ts';

type PracticeCalls = Pick<Handlers, 'enterPractice' | 'leavePractice' | 'practiceFaults' | 'setPracticeFaults' | 'practiceAction'>;

export function practiceCalls({ practice }: Services): PracticeCalls {
  return {
    enterPractice: ask(async () => answerDone(await practice.enter())),
    leavePractice: ask(async () => answerDone(await practice.leave())),
    practiceFaults: ask(async () => answer(await practice.faults(), (faults) => faults)),
    setPracticeFaults: call(practiceFaultsSchema, async (faults) => answer(await practice.setFaults(faults), (set) => set)),
    practiceAction: call(practiceActionSchema, async ({ action }) => answerDone(await practice.act(action))),
  };
}
