import { useState } from 'react';
import type { FindingDto } from '../../../preload/contract/sweep.ts';
import type { ErrorDto, Result } from '../../../preload/contract/result.ts';
import { useOneCall } from '../../app/use-one-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { run } from '../../bridge/run.ts';
import { showToast } from '../../ui/toast.tsx';
import { importedWords } from './imported-words.ts';

export interface FindingActs {
  /** What is asked of Google at the moment; it can be cancelled. */
  readonly asking: 'check' | 'import' | null;
  readonly tightening: boolean;
  readonly problem: ErrorDto | null;
  readonly check: () => void;
  readonly import: () => void;
  readonly tighten: () => void;
  readonly cancel: () => void;
}

/** What can be done with one file right in its row. The dialogs do the rest. */
export function useFinding({ id, path }: FindingDto): FindingActs {
  const bridge = useBridge();
  const one = useOneCall();
  const tightening = useAction();
  const [asking, setAsking] = useState<'check' | 'import' | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);

  async function ask<T>(kind: 'check' | 'import', call: (callId: string) => Promise<Result<T>>, done: (value: T) => void): Promise<void> {
    const callId = one.begin();
    setAsking(kind);
    setProblem(null);
    const answer = await run(call(callId));
    if (!one.settle(callId)) return;
    setAsking(null);
    if (answer.ok) done(answer.value);
    else if (answer.error.code !== 'cancelled') setProblem(answer.error);
  }

  return {
    asking,
    tightening: tightening.busy,
    problem: problem ?? tightening.problem,
    check: () => void ask('check', (callId) => bridge.checkFinding({ id, callId }), () => undefined),
    import: () => void ask('import', (callId) => bridge.importFinding({ id, callId }), (done) => showToast(importedWords(done))),
    tighten: () => {
      setProblem(null);
      void tightening.start(() => bridge.tightenFinding({ id })).then((done) => {
        if (done.ok) showToast(`Only you can read ${path} now`);
      });
    },
    cancel: one.cancel,
  };
}
