import { useEffect, useMemo, useRef } from 'react';
import { useBridge } from '../bridge/bridge-provider.tsx';
import { run } from '../bridge/run.ts';

/** Calls of main that can be cancelled, one at a time. */
interface OneCall {
  /** Drops the one before. @returns the id to send with the next */
  readonly begin: () => string;
  /** Whether the answer of this call counts; it is over then. */
  readonly settle: (callId: string) => boolean;
  /** Asks main to end the call; its answer, that it was cancelled, still counts. */
  readonly cancel: () => void;
  /** Ends the call, and its answer counts no more. */
  readonly drop: () => void;
}

/** Leaving the page drops the call in progress. */
export function useOneCall(): OneCall {
  const bridge = useBridge();
  const current = useRef<string | null>(null);
  const call = useMemo((): OneCall => {
    const cancel = (): void => {
      if (current.current !== null) void run(bridge.cancelCall({ callId: current.current }));
    };
    const drop = (): void => {
      cancel();
      current.current = null;
    };
    return {
      begin() {
        drop();
        const callId = crypto.randomUUID();
        current.current = callId;
        return callId;
      },
      settle(callId) {
        if (current.current !== callId) return false;
        current.current = null;
        return true;
      },
      cancel,
      drop,
    };
  }, [bridge]);
  useEffect(() => call.drop, [call]);
  return call;
}
