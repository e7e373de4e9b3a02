import { Button } from '@mantine/core';
import { ChevronLeft, RefreshCw, ShieldCheck } from 'lucide-react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { hashOf } from '../../app/route.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Ring } from '../../ui/ring.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { ExportMenu } from '../credentials/export-menu.tsx';
import classes from './detail-header.module.css';
import { clientTypeWord, consentedWords, liveText, ringLook, stateAt } from './standing.ts';
import type { DetailActions } from './use-detail-actions.ts';

interface DetailHeaderProps {
  readonly authorization: AuthorizationDto;
  readonly now: number;
  readonly actions: DetailActions;
  /** The refresh button stands in the notice below: it is the next step. */
  readonly refreshInNotice: boolean;
}

/** Who, how it stands, since when; and the two questions one can put to Google at any time. */
export function DetailHeader({ authorization, now, actions, refreshInNotice }: DetailHeaderProps) {
  const { account, client } = authorization;
  const state = stateAt(authorization, now);
  // A refresh that ended the sign-in is told by the notice below, together with its button; an active one has no such notice.
  const toldBelow = state !== 'active' && actions.refreshing.problem?.code === authorization.reason?.code;
  const failed = toldBelow ? null : actions.refreshing.problem;
  const timed = state === 'active' || state === 'expired' || state === 'unknown-offline';
  return (
    <header>
      <a className={classes.back} href={hashOf({ page: 'authorizations' })}>
        <ChevronLeft size={16} strokeWidth={1.75} aria-hidden="true" />
        All accounts
      </a>
      <div className={classes.head}>
        <Ring email={account.email} size={56} {...ringLook(authorization, now)} />
        <div className={classes.words}>
          <div className={classes.titleLine}>
            <h1 className={`gd-page-title ${classes.email ?? ''}`} tabIndex={-1} data-page-title="">
              {account.email}
            </h1>
            <StateChip state={state} asStatus />
            {timed && <span className={classes.live}>{liveText(authorization, now)}</span>}
          </div>
          <p className={classes.about}>
            <span className={classes.strong}>{client.label}</span> · <span className={classes.strong}>{clientTypeWord(client.type)}</span> ·{' '}
            {consentedWords(authorization)}
          </p>
        </div>
        <div className={classes.actions}>
          {!refreshInNotice && (
            <Button
              leftSection={<RefreshCw size={15} strokeWidth={1.75} aria-hidden="true" />}
              loading={actions.refreshing.busy}
              onClick={actions.refresh}
            >
              Refresh now
            </Button>
          )}
          <Button
            leftSection={<ShieldCheck size={15} strokeWidth={1.75} aria-hidden="true" />}
            loading={actions.check.action.busy}
            onClick={actions.checkNow}
          >
            Check with Google
          </Button>
          {authorization.hasRefreshToken && <ExportMenu authorization={authorization} />}
        </div>
      </div>
      {failed !== null && (
        <div className={classes.problem}>
          <ProblemNotice problem={failed} />
        </div>
      )}
    </header>
  );
}
