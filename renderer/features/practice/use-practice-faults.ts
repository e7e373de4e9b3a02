import { useCallback, useEffect, useState } from 'react';
import type { PracticeFaultsDto } from '../../../preload/contract/practice.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { run } from '../../bridge/run.ts';

interface PracticeFaults {
  /** Null until the stand-in told them. */
  readonly faults: PracticeFaultsDto | null;
  readonly problem: ErrorDto | null;
  readonly save: (next: PracticeFaultsDto) => void;
  readonly reload: () => void;
}

/** The stand-in's faults, shown at once when switched and put right by its answer. */
export function usePracticeFaults(): PracticeFaults {
  const bridge = useBridge();
  const [faults, setFaults] = useState<PracticeFaultsDto | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);

  const reload = useCallback(() => {
    void run(bridge.practiceFaults()).then((answer) => {
      setProblem(answer.ok ? null : answer.error);
      if (answer.ok) setFaults(answer.value);
    });
  }, [bridge]);
  useEffect(reload, [reload]);

  const save = (next: PracticeFaultsDto): void => {
    const before = faults;
    setFaults(next);
    void run(bridge.setPracticeFaults(next)).then((answer) => {
      setProblem(answer.ok ? null : answer.error);
      setFaults(answer.ok ? answer.value : before);
    });
  };
  return { faults, problem, save, reload };
}
