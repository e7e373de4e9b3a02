import { useEffect, useRef, useState } from 'react';
import type { FreeBusyDto } from '../../../../preload/contract/calendar.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';

interface FreeBusyQuery {
  readonly ids: readonly string[];
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly to: number;
}

interface FreeBusy {
  readonly busy: boolean;
  /** The last whole answer, and what was asked for it. */
  readonly answer: { readonly query: FreeBusyQuery; readonly value: FreeBusyDto } | null;
  readonly problem: ErrorDto | null;
  readonly ask: (query: FreeBusyQuery) => Promise<void>;
  readonly cancel: () => void;
}

/** freebusy.query for several people: one question at a time, the last one counts. */
export function useFreeBusy(authorizationId: string): FreeBusy {
  const bridge = useBridge();
  const current = useRef<string | null>(null);
  const [state, setState] = useState<Pick<FreeBusy, 'busy' | 'answer' | 'problem'>>({ busy: false, answer: null, problem: null });
  const stop = (): void => {
    const callId = current.current;
    current.current = null;
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
    ...state,
    async ask(query) {
      stop();
      const callId = crypto.randomUUID();
      current.current = callId;
      setState((now) => ({ ...now, busy: true, problem: null }));
      const answer = await run(bridge.freeBusy({ authorizationId, ...query, ids: [...query.ids], callId }));
      if (current.current !== callId) return;
      current.current = null;
      setState((now) => (answer.ok ? { busy: false, answer: { query, value: answer.value }, problem: null } : { ...now, busy: false, problem: answer.error }));
    },
    cancel() {
      stop();
      setState((now) => ({ ...now, busy: false }));
    },
  };
}
