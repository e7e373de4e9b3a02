import { useEffect, useState } from 'react';
import type { ApiDto } from '../../../../preload/contract/apis.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useLoaded } from '../../../bridge/use-loaded.ts';

export interface KnownApis {
  /** Null while loading. */
  readonly apis: readonly ApiDto[] | null;
  readonly problem: ErrorDto | null;
  /** Grows whenever an API or its document changed. */
  readonly revision: number;
  readonly again: () => void;
}

/** Every API known here, kept up to date by main's events. */
export function useApis(): KnownApis {
  const bridge = useBridge();
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState<{ readonly apis: readonly ApiDto[]; readonly revision: number } | null>(null);
  const loaded = useLoaded(`apis ${attempt}`, () => bridge.apis());
  useEffect(
    () =>
      bridge.onEvent((event) => {
        if (event.type === 'apis') setTold((before) => ({ apis: event.apis, revision: (before?.revision ?? 0) + 1 }));
      }),
    [bridge],
  );
  return {
    apis: told?.apis ?? loaded.value,
    problem: told === null ? loaded.problem : null,
    revision: told?.revision ?? 0,
    again() {
      setAttempt((count) => count + 1);
    },
  };
}
