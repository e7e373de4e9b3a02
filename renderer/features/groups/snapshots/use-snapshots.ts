import { useCallback, useEffect, useState } from 'react';
import type { GroupSnapshotDto } from '../../../../preload/contract/groups.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';

interface Snapshots {
  readonly snapshots: readonly GroupSnapshotDto[];
  /** The list could not be read. */
  readonly problem: ErrorDto | null;
  readonly reload: () => void;
}

/** @param revision whatever changes when a save may have left a snapshot */
export function useSnapshots(authorizationId: string, revision: unknown): Snapshots {
  const bridge = useBridge();
  const [state, setState] = useState<Omit<Snapshots, 'reload'>>({ snapshots: [], problem: null });
  const [reloads, setReloads] = useState(0);
  useEffect(() => {
    let left = false;
    void run(bridge.groupSnapshots({ authorizationId })).then((answer) => {
      if (left) return;
      setState((before) => (answer.ok ? { snapshots: answer.value, problem: null } : { ...before, problem: answer.error }));
    });
    return () => {
      left = true;
    };
  }, [bridge, authorizationId, revision, reloads]);
  const reload = useCallback(() => {
    setReloads((count) => count + 1);
  }, []);
  return { ...state, reload };
}
