import { useState } from 'react';
import type { ReceiptDto } from '../../../preload/contract/receipts.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useConsent } from '../../bridge/hooks.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';

export interface Receipts {
  /** Newest first; null until the first answer. */
  readonly receipts: readonly ReceiptDto[] | null;
  readonly problem: ErrorDto | null;
  readonly reload: () => void;
}

/** Receipts of one authorization, or all (null); asked for again whenever a consent ends. */
export function useReceipts(authorizationId: string | null): Receipts {
  const bridge = useBridge();
  const consent = useConsent();
  const [round, setRound] = useState(0);
  const ended = consent?.outcome === undefined || consent.outcome === null ? '' : consent.id;
  const { value, problem } = useLoaded(`${authorizationId ?? ''} ${ended} ${String(round)}`, () => bridge.receipts({ authorizationId }));
  return {
    receipts: value,
    problem,
    reload: () => {
      setRound((before) => before + 1);
    },
  };
}
