import { useEffect, useEffectEvent, useState } from 'react';
import type { ErrorDto, Result } from '../../preload/contract/result.ts';
import { run } from './run.ts';

export interface Loaded<T> {
  /** The last answer; stays while a newer one is on its way. */
  readonly value: T | null;
  /** Why the last question failed. */
  readonly problem: ErrorDto | null;
  /** What `value` is the answer to is not what is asked now. */
  readonly stale: boolean;
}

/**
 * Asks main again whenever `question` changes.
 * @param question everything the answer depends on, as one text
 */
export function useLoaded<T>(question: string, ask: () => Promise<Result<T>>): Loaded<T> {
  const [state, setState] = useState<{ readonly value: T | null; readonly problem: ErrorDto | null; readonly answers: string | null }>({
    value: null,
    problem: null,
    answers: null,
  });
  const load = useEffectEvent(ask);
  useEffect(() => {
    let gone = false;
    void run(load()).then((answer) => {
      if (gone) return;
      setState((before) => (answer.ok ? { value: answer.value, problem: null, answers: question } : { ...before, problem: answer.error, answers: question }));
    });
    return () => {
      gone = true;
    };
  }, [question]);
  return { value: state.value, problem: state.problem, stale: state.answers !== question };
}
