import { Button } from '@mantine/core';
import { KeyRound, RefreshCw } from 'lucide-react';
import type { AuthorizationDto, AuthorizationState } from '../../../preload/contract/authorizations.ts';
import type { ProblemDto } from '../../../preload/contract/result.ts';
import { clockTime } from '../../ui/duration.ts';
import { ProblemNotice, type Tone } from '../../ui/notice.tsx';
import { nextStep, stateAt } from './standing.ts';
import type { DetailActions } from './use-detail-actions.ts';

interface ReasonNoticeProps {
  readonly authorization: AuthorizationDto;
  readonly now: number;
  readonly actions: DetailActions;
  readonly onReauthorize: () => void;
}

const TONE: Record<Exclude<AuthorizationState, 'active'>, Tone> = {
  expired: 'warn',
  'sign-in-needed': 'bad',
  revoked: 'info',
  'unknown-offline': 'warn',
};

/** Why it is not active, and the one button that comes next. Nothing while all is well. */
export function ReasonNotice({ authorization, now, actions, onReauthorize }: ReasonNoticeProps) {
  const state = stateAt(authorization, now);
  if (state === 'active') return null;
  const next = nextStep(authorization, now);
  const reason = authorization.state === state ? authorization.reason : null;
  return (
    <ProblemNotice
      problem={reason ?? ownWords(state, authorization)}
      tone={TONE[state]}
      // It was there when the page opened; the status chip is what speaks up when the state changes.
      role="note"
      action={
        next === 'refresh' ? (
          <Button
            leftSection={<RefreshCw size={15} strokeWidth={1.75} aria-hidden="true" />}
            loading={actions.refreshing.busy}
            onClick={actions.refresh}
          >
            Refresh now
          </Button>
        ) : (
          <Button variant="default" leftSection={<KeyRound size={15} strokeWidth={1.75} aria-hidden="true" />} onClick={onReauthorize}>
            Re-authorize
          </Button>
        )
      }
    />
  );
}

/** For states the clock brought about, and for a main that gave no reason. */
function ownWords(state: Exclude<AuthorizationState, 'active'>, { hasRefreshToken, accessToken }: AuthorizationDto): ProblemDto {
  switch (state) {
    case 'expired':
      return hasRefreshToken
        ? { code: state, message: 'The access token has ended.', hint: 'The sign-in still holds: the next call fetches a new token, or do it now.' }
        : { code: state, message: 'The access token has ended, and there is no refresh token.', hint: 'Sign in again to get a new one.' };
    case 'sign-in-needed':
      return { code: state, message: 'Google no longer accepts this sign-in.', hint: 'Sign in again; what was granted here is remembered and asked for.' };
    case 'revoked':
      return { code: state, message: 'Access was taken back.', hint: 'Nothing can be called with it. Sign in again to grant it anew, or forget it here.' };
    case 'unknown-offline': {
      const until = accessToken === null ? '' : ` The access token was good until ${clockTime(accessToken.expiresAt)}.`;
      return { code: state, message: 'Google could not be reached.', hint: `What you see is from before.${until}` };
    }
  }
}
