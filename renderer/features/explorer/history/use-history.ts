import { useState } from 'react';
import type { CallHistoryRowDto } from '../../../../preload/contract/explorer.ts';
import type { ErrorDto } from '../../../../preload/contract/result.ts';
import { useBridge } from '../../../bridge/bridge-provider.tsx';
import { useAction } from '../../../bridge/hooks.ts';
import { useLoaded } from '../../../bridge/use-loaded.ts';

interface CallHistory {
  /** Newest first; null while loading. */
  readonly rows: readonly CallHistoryRowDto[] | null;
  readonly problem: ErrorDto | null;
  /** @param id null forgets all of the account's */
  readonly forget: (id: string | null) => Promise<boolean>;
  readonly forgetting: boolean;
}

/** @param ended calls that came to an end: each may have left a row */
export function useHistory(authorizationId: string, ended: number): CallHistory {
  const bridge = useBridge();
  const { start, problem, busy } = useAction();
  const [forgotten, setForgotten] = useState(0);
  const loaded = useLoaded(`${authorizationId} ${ended} ${forgotten}`, () => bridge.callHistory({ authorizationId }));
  return {
    rows: loaded.value,
    problem: loaded.problem ?? problem,
    forgetting: busy,
    async forget(id) {
      const answer = await start(() => bridge.forgetCalls({ authorizationId, id }));
      if (answer.ok) setForgotten((count) => count + 1);
      return answer.ok;
    },
  };
}

/** Rows whose method, address, status or body hold every word. */
export function matchingCalls(rows: readonly CallHistoryRowDto[], search: string): readonly CallHistoryRowDto[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ methodId, httpMethod, path, body, status, outcome }) => {
    const text = `${methodId} ${httpMethod} ${path} ${status ?? ''} ${outcome} ${body ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
