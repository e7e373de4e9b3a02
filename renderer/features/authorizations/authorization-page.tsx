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
import { TokenClock } from '../../ui/token-clock.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { WaitingCall } from '../consent/consent-run.ts';
import type { PickerRequest } from '../consent/picker-request.ts';
import { ScopePicker } from '../consent/scope-picker.tsx';
import classes from './authorization-page.module.css';
import { CheckPanel } from './check-panel.tsx';
import { DetailFooter } from './detail-footer.tsx';
import { DetailHeader } from './detail-header.tsx';
import { GrantedScopes } from './granted-scopes.tsx';
import { ReasonNotice } from './reason-notice.tsx';
import { ReceiptNotice } from './receipt-notice.tsx';
import { RefusedScopes } from './refused-scopes.tsx';
import { nextStep, stateAt, watched } from './standing.ts';
import { TestCalls } from './test-calls.tsx';
import { TokenPanel } from './token-panel.tsx';
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
  const state = stateAt(authorization, now);
  const next = nextStep(authorization, now);

  const ask = (purpose: 'add' | 'ask-again' | 'reauthorize' | 'drop', scopes: readonly string[] = [], call: WaitingCall | null = null) => {
    setPicker({ request: { purpose, authorization, scopes }, call });
  };
  const reauthorize = () => {
    ask('reauthorize');
  };

  return (
    <>
      <DetailHeader authorization={authorization} now={now} actions={actions} refreshInNotice={next === 'refresh'} />
      <ReceiptNotice authorization={authorization} />
      <ReasonNotice authorization={authorization} now={now} actions={actions} onReauthorize={reauthorize} />
      <CheckPanel authorization={authorization} check={actions.check} />
      <TokenClock data={{ ...authorization, over: state === 'sign-in-needed' || state === 'revoked' }} now={now} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <GrantedScopes
            authorization={authorization}
            onAdd={() => {
              ask('add');
            }}
            onDrop={(scope) => {
              ask('drop', [scope]);
            }}
          />
          <RefusedScopes
            authorization={authorization}
            onAskAgain={() => {
              ask('ask-again');
            }}
          />
          <DetailFooter authorization={authorization} reauthorizeInNotice={next === 'reauthorize'} onReauthorize={reauthorize} />
        </div>
        <div className={classes.side}>
          <TestCalls
            authorization={authorization}
            onGrant={(scopes, call) => {
              ask('add', scopes, call);
            }}
            onReauthorize={reauthorize}
          />
          <TokenPanel authorization={authorization} now={now} />
        </div>
      </div>
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
