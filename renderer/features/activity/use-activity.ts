import { useEffect, useState } from 'react';
import type { ActivityRowDto } from '../../../preload/contract/activity.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useReadModel } from '../../bridge/hooks.ts';
import { run } from '../../bridge/run.ts';

interface ActivityState {
  /** Newest first; null until they were read. */
  readonly rows: readonly ActivityRowDto[] | null;
  readonly problem: ErrorDto | null;
}

/** The log, read again whenever something was written to it. What was read stays when a later read fails. */
export function useActivity(): ActivityState {
  const bridge = useBridge();
  const { activityRevision } = useReadModel();
  const [state, setState] = useState<ActivityState>({ rows: null, problem: null });
  useEffect(() => {
    let stale = false;
    void run(bridge.activity()).then((answer) => {
      if (stale) return;
      setState((before) => (answer.ok ? { rows: answer.value, problem: null } : { ...before, problem: answer.error }));
    });
    return () => {
      stale = true;
    };
  }, [bridge, activityRevision]);
  return state;
}
