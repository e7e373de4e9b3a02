import { useEffect, useState } from 'react';
import type { ApiListingDto } from '../../../../preload/contract/apis.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useOneCall } from '../../../app/use-one-call.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { run } from '../../../bridge/run.ts';

interface Directory {
  readonly listings: readonly ApiListingDto[] | null;
  readonly problem: ErrorDto | null;
  readonly busy: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** Google's list of all APIs, asked for once; leaving cancels. */
export function useDirectory(): Directory {
  const bridge = useBridge();
  const one = useOneCall();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<Pick<Directory, 'listings' | 'problem' | 'busy'>>({ listings: null, problem: null, busy: true });
  useEffect(() => {
    const callId = one.begin();
    void run(bridge.apiDirectory({ callId })).then((answer) => {
      if (!one.settle(callId)) return;
      setState(answer.ok ? { listings: answer.value, problem: null, busy: false } : { listings: null, problem: answer.error, busy: false });
    });
    return one.drop;
  }, [bridge, one, attempt]);
  return {
    ...state,
    cancel: one.cancel,
    again() {
      setState({ listings: null, problem: null, busy: true });
      setAttempt((count) => count + 1);
    },
  };
}

/** Listings whose name or title holds every word; without words the recommended versions alone. */
export function found(listings: readonly ApiListingDto[], search: string): readonly ApiListingDto[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return listings.filter(({ preferred }) => preferred);
  const fitting = listings.filter((one) => words.every((word) => `${one.name} ${one.version} ${one.title}`.toLowerCase().includes(word)));
  return [...fitting.filter(({ preferred }) => preferred), ...fitting.filter(({ preferred }) => !preferred)];
}
