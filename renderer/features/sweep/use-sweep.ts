import { useEffect, useState } from 'react';
import type { SweepDto } from '../../../preload/contract/sweep.ts';
import type { ErrorDto, Result } from '../../../preload/contract/result.ts';
import { useOneCall } from '../../app/use-one-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run } from '../../bridge/run.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';

export interface SweepDesk {
  /** Null before main's first answer. */
  readonly sweep: SweepDto | null;
  readonly running: boolean;
  readonly checking: boolean;
  readonly problem: ErrorDto | null;
  readonly start: (wholeHome: boolean) => void;
  readonly checkAll: () => void;
  /** Ends the sweep, or the check of all. */
  readonly cancel: () => void;
  readonly addFolder: () => void;
  readonly removeFolder: (id: string) => void;
}

/** Main's sweep as it goes on: asked for once, followed by events. Leaving the page ends what runs. */
export function useSweep(): SweepDesk {
  const bridge = useBridge();
  const one = useOneCall();
  const [busy, setBusy] = useState<'sweep' | 'check' | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);

  const loaded = useLoaded('sweep', () => bridge.sweep());
  // What main told, or answered, since then.
  const [latest, setLatest] = useState<SweepDto | null>(null);
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'sweep') setLatest(event.sweep);
      }),
    [bridge],
  );

  async function long(kind: 'sweep' | 'check', call: (callId: string) => Promise<Result<SweepDto | null>>): Promise<void> {
    const callId = one.begin();
    setBusy(kind);
    setProblem(null);
    const answer = await run(call(callId));
    if (!one.settle(callId)) return;
    setBusy(null);
    if (!answer.ok && answer.error.code !== 'cancelled') setProblem(answer.error);
    if (answer.ok && answer.value !== null) setLatest(answer.value);
  }

  async function short(call: () => Promise<Result<SweepDto | null>>): Promise<void> {
    setProblem(null);
    const answer = await run(call());
    if (!answer.ok) setProblem(answer.error);
    else if (answer.value !== null) setLatest(answer.value);
  }

  return {
    sweep: latest ?? loaded.value,
    running: busy === 'sweep',
    checking: busy === 'check',
    problem: problem ?? loaded.problem,
    start: (wholeHome) => void long('sweep', (callId) => bridge.startSweep({ callId, wholeHome })),
    checkAll: () => void long('check', (callId) => bridge.checkFindings({ callId })),
    cancel: one.cancel,
    addFolder: () => void short(() => bridge.addSweepFolder()),
    removeFolder: (id) => void short(() => bridge.removeSweepFolder({ id })),
  };
}
