import { useState } from 'react';
import type { FieldProblemDto, MethodCallDto } from '../../../../preload/contract/explorer.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useOneCall } from '../../../app/use-one-call.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';
import type { CallRequest } from './draft.ts';

export type Called = Extract<MethodCallDto, { outcome: 'called' }>;

interface CallState {
  readonly busy: boolean;
  /** The last answer; null before the first. */
  readonly called: Called | null;
  /** Values that could not be sent. */
  readonly invalid: readonly FieldProblemDto[];
  /** The call could not even be made. */
  readonly problem: ErrorDto | null;
  /** Calls that came to an end: the history is asked for again with each. */
  readonly ended: number;
}

export interface MethodCall extends CallState {
  readonly start: (request: CallRequest, allPages: boolean) => Promise<void>;
  readonly cancel: () => void;
  /** Forgets the answer: it belongs to another method. */
  readonly clear: () => void;
  /** Takes a problem from its field as soon as somebody works on it. */
  readonly mended: (field: string) => void;
}

const IDLE: CallState = { busy: false, called: null, invalid: [], problem: null, ended: 0 };

/** One call at a time: a new one, another method or leaving the page cancels the one before. */
export function useMethodCall(): MethodCall {
  const bridge = useBridge();
  const one = useOneCall();
  const [state, setState] = useState(IDLE);
  return {
    ...state,
    cancel: one.cancel,
    async start(request, allPages) {
      const callId = one.begin();
      setState((before) => ({ ...before, busy: true, invalid: [], problem: null }));
      const answer = await run(bridge.sendMethod({ ...request, callId, allPages }));
      if (!one.settle(callId)) return;
      setState(({ ended }) => {
        const next = { ...IDLE, ended: ended + 1 };
        if (!answer.ok) return { ...next, problem: answer.error };
        return answer.value.outcome === 'invalid' ? { ...next, invalid: answer.value.problems } : { ...next, called: answer.value };
      });
    },
    clear() {
      one.drop();
      setState(({ ended }) => ({ ...IDLE, ended }));
    },
    mended(field) {
      setState((before) => (before.invalid.some((problem) => problem.field === field) ? { ...before, invalid: before.invalid.filter((problem) => problem.field !== field) } : before));
    },
  };
}
