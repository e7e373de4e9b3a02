import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import type { RemedyDto } from '../../../preload/contract/calls.ts';
import { navigate, openNewAuthorization } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useListsLoaded } from '../../bridge/hooks.ts';
import { AccountSelect } from '../../ui/account-select.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useAccount } from '../../app/use-account.ts';
import type { WaitingCall } from '../consent/consent-run.ts';
import type { PickerRequest } from '../consent/picker-request.ts';
import { ScopePicker } from '../consent/scope-picker.tsx';

export interface CallPageContext {
  readonly authorization: AuthorizationDto;
  /** Leads to whatever mends a refused call. `again` repeats it; `waiting` is carried out after consent. */
  readonly mend: (remedy: RemedyDto, again: () => void, waiting: WaitingCall) => void;
}

/** A page that calls an API as one account: picks the account, says so when there is none, leads to consent when a scope is missing. */
export function CallPage({
  title,
  subtitle,
  children,
}: {
  readonly title: string;
  readonly subtitle: string;
  /** Rendered anew for each account. */
  readonly children: (context: CallPageContext) => ReactNode;
}) {
  const { authorization, authorizations, choose } = useAccount();
  const loaded = useListsLoaded();
  const bridge = useBridge();
  const opening = useAction();
  const [consent, setConsent] = useState<{ readonly request: PickerRequest; readonly call: WaitingCall } | null>(null);

  if (authorization === null) {
    return (
      <PageBody>
        <PageHeader title={title} subtitle={subtitle} />
        {loaded ? (
          <EmptyState
            picture={<OpenPlacesPicture />}
            title="No account to call as"
            actions={
              <Button
                size="lg"
                variant="filled"
                leftSection={<Plus size={16} strokeWidth={1.75} />}
                onClick={() => {
                  openNewAuthorization();
                }}
              >
                New authorization
              </Button>
            }
          >
            A call needs an account that granted a scope for it.
          </EmptyState>
        ) : (
          <SkeletonRows />
        )}
      </PageBody>
    );
  }

  const mend: CallPageContext['mend'] = (remedy, again, call) => {
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

  return (
    <PageBody>
      <PageHeader
        title={title}
        subtitle={subtitle}
        actions={<AccountSelect authorizations={authorizations} value={authorization.id} onChange={choose} />}
      />
      {opening.problem !== null && <ProblemNotice problem={opening.problem} />}
      <Keyed key={authorization.id}>{children({ authorization, mend })}</Keyed>
      <ScopePicker
        request={consent?.request ?? null}
        call={consent?.call ?? null}
        onClose={() => {
          setConsent(null);
        }}
      />
    </PageBody>
  );
}

/** Its key drops the state below when the account changes: one account's answer never stands under another's name. */
function Keyed({ children }: { readonly children: ReactNode }) {
  return children;
}
