import { Button } from '@mantine/core';
import { ChevronRight, KeyRound, RefreshCw } from 'lucide-react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { hashOf } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Ring } from '../../ui/ring.tsx';
import { StateChip } from '../../ui/state-chip.tsx';
import { useNow } from '../../ui/use-now.ts';
import classes from './account-row.module.css';
import { ScopeChips } from './scope-chips.tsx';
import { clientTypeWord, liveText, nextStep, ringLook, stateAt, watched } from './standing.ts';

interface AccountRowProps {
  readonly authorization: AuthorizationDto;
  readonly onReauthorize: (authorization: AuthorizationDto) => void;
}

/** One authorization: the whole row is its link, the button at the right the one sensible thing to do. */
export function AccountRow({ authorization, onReauthorize }: AccountRowProps) {
  const now = useNow(watched(authorization));
  const bridge = useBridge();
  const refresh = useAction();
  const { account, client, granted, id } = authorization;
  const state = stateAt(authorization, now);
  const next = nextStep(authorization, now);
  return (
    <li className={classes.item} data-state={state}>
      <div className={classes.row}>
        <Ring email={account.email} {...ringLook(authorization, now)} />
        <div className={classes.words}>
          <a className={classes.link} href={hashOf({ page: 'authorization', id })}>
            {account.email}
          </a>
          <p className={classes.client}>
            {client.label} · {clientTypeWord(client.type)}
          </p>
        </div>
        <div className={classes.scopes}>
          <ScopeChips scopes={granted} />
        </div>
        <div className={classes.state}>
          <StateChip state={state} />
          <p className={classes.live} title={liveText(authorization, now)}>
            {liveText(authorization, now)}
          </p>
        </div>
        <div className={classes.action}>
          {next === 'refresh' && (
            <Button
              size="sm"
              leftSection={<RefreshCw size={14} strokeWidth={1.75} aria-hidden="true" />}
              loading={refresh.busy}
              onClick={() => void refresh.start(() => bridge.refreshAuthorization({ id }))}
            >
              Refresh now
            </Button>
          )}
          {next === 'reauthorize' && (
            <Button
              size="sm"
              variant={state === 'revoked' ? 'default' : 'light'}
              leftSection={<KeyRound size={14} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => {
                onReauthorize(authorization);
              }}
            >
              Re-authorize
            </Button>
          )}
        </div>
        <ChevronRight className={classes.chevron} size={16} strokeWidth={1.75} aria-hidden="true" />
      </div>
      {refresh.problem !== null && (
        <div className={classes.problem}>
          <ProblemNotice problem={refresh.problem} />
        </div>
      )}
    </li>
  );
}
