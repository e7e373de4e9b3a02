import { useState } from 'react';
import type { AuthorizationDto, CheckDto } from '../../../preload/contract/authorizations.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, type Action } from '../../bridge/hooks.ts';
import { showToast } from '../../ui/toast.tsx';

export interface Check {
  readonly action: Action;
  /** What Google said last; null before the first check and after closing. */
  readonly answer: CheckDto | null;
  readonly close: () => void;
}

export interface DetailActions {
  readonly refreshing: Action;
  readonly refresh: () => void;
  readonly check: Check;
  readonly checkNow: () => void;
}

/** What the head of the page can do with its authorization. */
export function useDetailActions({ id, account }: AuthorizationDto): DetailActions {
  const bridge = useBridge();
  const refreshing = useAction();
  const checking = useAction();
  const [answer, setAnswer] = useState<CheckDto | null>(null);
  return {
    refreshing,
    refresh: () => {
      // What another button said is over: one problem at a time stands on the page.
      checking.clear();
      void refreshing.start(() => bridge.refreshAuthorization({ id })).then((done) => {
        if (done.ok) showToast(`New access token for ${account.email}`);
      });
    },
    check: {
      action: checking,
      answer,
      close: () => {
        setAnswer(null);
        checking.clear();
      },
    },
    checkNow: () => {
      refreshing.clear();
      void checking.start(() => bridge.checkAuthorization({ id })).then((done) => {
        if (done.ok) setAnswer(done.value);
      });
    },
  };
}
