import { useState } from 'react';
import type { CallResultDto } from '../../preload/contract/calls.ts';
import type { ErrorDto, Result } from '../../preload/contract/result.ts';
import { run } from '../bridge/run.ts';
import { useOneCall } from './use-one-call.ts';

interface ApiCall {
  readonly busy: boolean;
  readonly result: CallResultDto | null;
  /** The call could not even be made (vault locked, sign-in needed, bad input). */
  readonly problem: ErrorDto | null;
  readonly start: (call: (callId: string) => Promise<Result<CallResultDto>>) => Promise<void>;
  readonly cancel: () => void;
  /** Forgets the answer: it belongs to another account. */
  readonly clear: () => void;
}

/** One API call at a time: a new one, another account or leaving the page cancels the one before. */
export function useCall(): ApiCall {
  const one = useOneCall();
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<CallResultDto | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);

  return {
    busy,
    result,
    problem,
    cancel: one.cancel,
    async start(call) {
      const callId = one.begin();
      setBusy(true);
      setProblem(null);
      const answer = await run(call(callId));
      if (!one.settle(callId)) return;
      setBusy(false);
      if (answer.ok) setResult(answer.value);
      else setProblem(answer.error);
    },
    clear() {
      one.drop();
      setBusy(false);
      setResult(null);
      setProblem(null);
    },
  };
}
