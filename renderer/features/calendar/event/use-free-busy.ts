import { useState } from 'react';
import type { FreeBusyDto } from '../../../../preload/contract/calendar.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useOneCall } from '../../../app/use-one-call.ts';
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
  const one = useOneCall();
  const [state, setState] = useState<Pick<FreeBusy, 'busy' | 'answer' | 'problem'>>({ busy: false, answer: null, problem: null });
  return {
    ...state,
    async ask(query) {
      const callId = one.begin();
      setState((now) => ({ ...now, busy: true, problem: null }));
      const answer = await run(bridge.freeBusy({ authorizationId, ...query, ids: [...query.ids], callId }));
      if (!one.settle(callId)) return;
      setState((now) => (answer.ok ? { busy: false, answer: { query, value: answer.value }, problem: null } : { ...now, busy: false, problem: answer.error }));
    },
    cancel() {
      one.drop();
      setState((now) => ({ ...now, busy: false }));
    },
  };
}
