import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CheckAllDto } from '../../../preload/contract/authorizations.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run as settle } from '../../bridge/run.ts';

export interface CheckingAll {
  readonly opened: boolean;
  /** How far it is; null before main's first word. */
  readonly run: CheckAllDto | null;
  readonly problem: ErrorDto | null;
  readonly start: () => void;
  readonly cancel: () => void;
  /** Ends what still runs, too. */
  readonly close: () => void;
}

/** One run over all authorizations: started, followed by events, ended by its answer. */
export function useCheckAll(): CheckingAll {
  const bridge = useBridge();
  const [opened, setOpened] = useState(false);
  const [run, setRun] = useState<CheckAllDto | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);
  const callId = useRef<string | null>(null);

  const follow = useEffectEvent((next: CheckAllDto) => {
    // A late word must not take back the answer.
    if (callId.current !== null) setRun(next);
  });
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'check-all') follow(event.run);
      }),
    [bridge],
  );

  function cancel(): void {
    if (callId.current !== null) void bridge.cancelCall({ callId: callId.current });
  }
  // Leaving the page ends it: nobody would see how it came out.
  const leave = useEffectEvent(cancel);
  useEffect(
    () => () => {
      leave();
    },
    [],
  );

  async function begin(): Promise<void> {
    const mine = crypto.randomUUID();
    callId.current = mine;
    setRun(null);
    setProblem(null);
    setOpened(true);
    const answer = await settle(bridge.checkAll({ callId: mine }));
    if (callId.current !== mine) return;
    callId.current = null;
    if (answer.ok) setRun(answer.value);
    else setProblem(answer.error);
  }

  return {
    opened,
    run,
    problem,
    start: () => void begin(),
    cancel,
    close: () => {
      cancel();
      setOpened(false);
    },
  };
}
