import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { navigate, useRoute } from '../../app/route.ts';
import { useAuthorizations, useListsLoaded } from '../../bridge/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FocusRefuge } from '../../ui/focus-refuge.tsx';
import { PageBody } from '../../ui/page.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { WaitingCall } from '../consent/consent-run.ts';
import type { PickerRequest } from '../consent/picker-request.ts';
import { ScopePicker } from '../consent/scope-picker.tsx';
import { NarrowerTab } from '../insight/narrower-tab.tsx';
import { ReachTab } from '../insight/reach-tab.tsx';
import { ReceiptsTab } from '../receipts/receipts-tab.tsx';
import { DetectivePanel } from '../token-life/detective-panel.tsx';
import { AuthorizationTabs } from './authorization-tabs.tsx';
import { CheckPanel } from './check-panel.tsx';
import { DetailHeader } from './detail-header.tsx';
import { Overview, type Ask } from './overview.tsx';
import { ReasonNotice } from './reason-notice.tsx';
import { ReceiptNotice } from './receipt-notice.tsx';
import { nextStep, watched } from './standing.ts';
import { useDetailActions } from './use-detail-actions.ts';

/** One Google account × one client. */
export function AuthorizationPage() {
  const { id } = useRoute();
  const authorizations = useAuthorizations();
  const loaded = useListsLoaded();
  const authorization = authorizations.find((one) => one.id === id);
  return (
    <PageBody>
      <FocusRefuge>
        {authorization !== undefined ? (
          <Detail key={authorization.id} authorization={authorization} />
        ) : loaded ? (
          <Gone />
        ) : (
          <SkeletonRows label="Loading authorization" />
        )}
      </FocusRefuge>
    </PageBody>
  );
}

export interface PickerOpening {
  readonly request: PickerRequest;
  readonly call: WaitingCall | null;
}

function Detail({ authorization }: { readonly authorization: AuthorizationDto }) {
  const now = useNow(watched(authorization));
  const [picker, setPicker] = useState<PickerOpening | null>(null);
  const actions = useDetailActions(authorization);
  const next = nextStep(authorization, now);

  const ask: Ask = (purpose, scopes = [], call = null) => {
    setPicker({ request: { purpose, authorization, scopes }, call });
  };
  const reauthorize = () => {
    ask('reauthorize');
  };
  const drop = (scope: string) => {
    ask('drop', [scope]);
  };

  return (
    <>
      <DetailHeader authorization={authorization} now={now} actions={actions} refreshInNotice={next === 'refresh'} />
      <ReceiptNotice authorization={authorization} />
      <ReasonNotice authorization={authorization} now={now} actions={actions} onReauthorize={reauthorize} />
      <DetectivePanel authorization={authorization} onReauthorize={reauthorize} onRefresh={actions.refresh} />
      <CheckPanel authorization={authorization} check={actions.check} />
      <AuthorizationTabs
        id={authorization.id}
        panels={{
          overview: <Overview authorization={authorization} now={now} ask={ask} />,
          reach: <ReachTab authorization={authorization} onDrop={drop} />,
          narrower: (
            <NarrowerTab
              authorization={authorization}
              onDrop={drop}
              onNarrow={(target) => {
                setPicker({ request: { purpose: 'drop', authorization, target }, call: null });
              }}
              onAdd={(scopes) => {
                ask('add', scopes);
              }}
            />
          ),
          consents: <ReceiptsTab authorization={authorization} />,
        }}
      />
      <ScopePicker
        request={picker?.request ?? null}
        call={picker?.call ?? null}
        onClose={() => {
          setPicker(null);
        }}
      />
    </>
  );
}

function Gone() {
  return (
    <EmptyState
      level={1}
      picture={<OpenPlacesPicture />}
      title="This authorization is not here any more"
      actions={
        <Button
          size="lg"
          onClick={() => {
            navigate({ page: 'authorizations' });
          }}
        >
          See the accounts
        </Button>
      }
    >
      It was forgotten on this computer, or belongs to another profile.
    </EmptyState>
  );
}
