import { useEffect, useRef, useState } from 'react';
import type { CallResultDto } from '../../preload/contract/calls.ts';
import type { ErrorDto, Result } from '../../preload/contract/result.ts';
import { useBridge } from '../bridge/bridge-provider.tsx';
import { run } from '../bridge/run.ts';

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
  const bridge = useBridge();
  const current = useRef<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<CallResultDto | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);

  const cancel = (): void => {
    const callId = current.current;
    if (callId !== null) void run(bridge.cancelCall({ callId }));
  };

  useEffect(
    () => () => {
      const callId = current.current;
      current.current = null;
      if (callId !== null) void run(bridge.cancelCall({ callId }));
    },
    [bridge],
  );

  return {
    busy,
    result,
    problem,
    cancel,
    async start(call) {
      cancel();
      const callId = crypto.randomUUID();
      current.current = callId;
      setBusy(true);
      setProblem(null);
      const answer = await run(call(callId));
      if (current.current !== callId) return;
      current.current = null;
      setBusy(false);
      if (answer.ok) setResult(answer.value);
      else setProblem(answer.error);
    },
    clear() {
      cancel();
      current.current = null;
      setBusy(false);
      setResult(null);
      setProblem(null);
    },
  };
}
