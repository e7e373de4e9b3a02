import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { TokenClock } from '../../ui/token-clock.tsx';
import type { WaitingCall } from '../consent/consent-run.ts';
import { ConsentsNotice } from '../token-life/consents-notice.tsx';
import { TimeBoxCard } from '../token-life/time-box-card.tsx';
import classes from './overview.module.css';
import { DetailFooter } from './detail-footer.tsx';
import { GrantedScopes } from './granted-scopes.tsx';
import { RefusedScopes } from './refused-scopes.tsx';
import { nextStep, stateAt } from './standing.ts';
import { TestCalls } from './test-calls.tsx';
import { TokenPanel } from './token-panel.tsx';

/** Opens the scope picker; `scopes` are those to come, or to go. */
export type Ask = (purpose: 'add' | 'ask-again' | 'reauthorize' | 'drop', scopes?: readonly string[], call?: WaitingCall | null) => void;

interface OverviewProps {
  readonly authorization: AuthorizationDto;
  readonly now: number;
  readonly ask: Ask;
}

/** How long it lasts, what it allows, and calls to try it with. */
export function Overview({ authorization, now, ask }: OverviewProps) {
  const state = stateAt(authorization, now);
  const reauthorize = () => {
    ask('reauthorize');
  };
  return (
    <>
      <TokenClock data={{ ...authorization, over: state === 'sign-in-needed' || state === 'revoked' }} now={now} />
      <ConsentsNotice authorization={authorization} />
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
          <DetailFooter authorization={authorization} reauthorizeInNotice={nextStep(authorization, now) === 'reauthorize'} onReauthorize={reauthorize} />
        </div>
        <div className={classes.side}>
          <TestCalls
            authorization={authorization}
            onGrant={(scopes, call) => {
              ask('add', scopes, call);
            }}
            onReauthorize={reauthorize}
          />
          <TimeBoxCard authorization={authorization} now={now} />
          <TokenPanel authorization={authorization} now={now} />
        </div>
      </div>
    </>
  );
}
