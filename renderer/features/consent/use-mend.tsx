import { useState, type ReactNode } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { RemedyDto } from '../../../preload/contract/calls.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { navigate } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import type { WaitingCall } from './consent-run.ts';
import type { PickerRequest } from './picker-request.ts';
import { ScopePicker } from './scope-picker.tsx';

export interface Mending {
  /** Leads to whatever mends a refused call. `again` repeats it; `waiting` is carried out after consent. */
  readonly mend: (remedy: RemedyDto, again: () => void, waiting: WaitingCall) => void;
  /** Why the console page could not be opened. */
  readonly problem: ErrorDto | null;
  /** The step before consent is open: it lies above everything else. */
  readonly open: boolean;
  /** The step before consent; to be rendered once. */
  readonly element: ReactNode;
}

/** What the buttons of an explanation do, for a page that calls as one account. Null while there is none. */
export function useMend(authorization: AuthorizationDto | null): Mending {
  const bridge = useBridge();
  const opening = useAction();
  const [consent, setConsent] = useState<{ readonly request: PickerRequest; readonly call: WaitingCall } | null>(null);

  const mend: Mending['mend'] = (remedy, again, call) => {
    if (authorization === null) return;
    switch (remedy.kind) {
      case 'grant-scope':
        setConsent({ request: { purpose: 'add', authorization, scopes: remedy.scopes }, call });
        break;
      case 'enable-api':
        void opening.start(() => bridge.openConsole({ url: remedy.url }));
        break;
      case 'retry':
        again();
        break;
      case 'reauthorize':
        navigate({ page: 'authorization', id: authorization.id });
        break;
    }
  };

  return {
    mend,
    problem: opening.problem,
    open: consent !== null,
    element: (
      <ScopePicker
        request={consent?.request ?? null}
        call={consent?.call ?? null}
        onClose={() => {
          setConsent(null);
        }}
      />
    ),
  };
}
