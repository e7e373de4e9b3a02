import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AuthorizationDto, CauseDto } from '../../../preload/contract/authorizations.ts';
import { navigate } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card } from '../../ui/page.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './detective-panel.module.css';

interface DetectivePanelProps {
  readonly authorization: AuthorizationDto;
  readonly onReauthorize: () => void;
  readonly onRefresh: () => void;
}

/** Reasons that the notice above explains well enough, and that end nothing. */
const HARMLESS = new Set(['access-token-ended', 'offline', 'refresh-failed', 'expired']);

/** Whether a sign-in has ended, or is kept from working, so that the question why makes sense. */
function isLost({ state, reason }: AuthorizationDto): boolean {
  return state === 'sign-in-needed' || state === 'revoked' || (state === 'expired' && reason !== null && !HARMLESS.has(reason.code));
}

/** Why a sign-in ended: Google gives one word for a dozen causes, so they are weighed by what is known here. */
export function DetectivePanel(props: DetectivePanelProps) {
  return isLost(props.authorization) ? <Panel {...props} /> : null;
}

function Panel({ authorization, onReauthorize, onRefresh }: DetectivePanelProps) {
  const bridge = useBridge();
  const opening = useAction();
  const [all, setAll] = useState(false);
  const { id, state, reason } = authorization;
  const { value, problem } = useLoaded(`${id} ${state} ${reason?.code ?? ''}`, () => bridge.detective({ id }));
  // The notice above says what happened and what to do: without an answer only the reasons are missing.
  if (value === null) return problem === null ? null : <Section title="Why it ended"><p className="gd-meta">{problem.message}</p></Section>;
  const unlikely = value.causes.filter((one) => one.likelihood === 'unlikely');
  const shown = all ? value.causes : value.causes.filter((one) => one.likelihood !== 'unlikely');

  function act(action: NonNullable<CauseDto['action']>): void {
    switch (action) {
      case 'reauthorize':
        onReauthorize();
        break;
      case 'refresh':
        onRefresh();
        break;
      case 'open-clients':
        navigate({ page: 'clients' });
        break;
      case 'open-connections':
        void opening.start(() => bridge.openLink({ link: 'google-account-connections' }));
        break;
      case 'open-console':
        void opening.start(() => bridge.openLink({ link: 'cloud-console-consent-screen' }));
        break;
    }
  }

  return (
    <Section
      title="Why it ended"
      hint={shown[0]?.likelihood === 'certain' ? 'Known for certain' : 'Google does not say; weighed by what is known on this computer'}
      actions={
        unlikely.length > 0 && (
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            aria-expanded={all}
            onClick={() => {
              setAll(!all);
            }}
          >
            {all ? 'Hide unlikely causes' : `Show ${String(unlikely.length)} unlikely ${unlikely.length === 1 ? 'cause' : 'causes'}`}
          </Button>
        )
      }
    >
      <Card>
        <ol className={classes.causes} aria-label="Causes, likeliest first">
          {shown.map((cause, at) => (
            <Cause key={cause.code} cause={cause} button={shown.findIndex((one) => one.action === cause.action) === at} onAct={act} />
          ))}
        </ol>
      </Card>
      {opening.problem !== null && <ProblemNotice problem={opening.problem} />}
    </Section>
  );
}

const LIKELIHOOD = { certain: 'Certain', likely: 'Likely', possible: 'Possible', unlikely: 'Unlikely' } as const;
const ACTION: Readonly<Record<NonNullable<CauseDto['action']>, string>> = {
  reauthorize: 'Sign in again',
  refresh: 'Try a refresh',
  'open-clients': 'Open Clients',
  'open-connections': 'Open the connections page',
  'open-console': 'Open the Cloud console',
};

interface CauseProps {
  readonly cause: CauseDto;
  /** The first with its mend has the button; the same one again and again would only be noise. */
  readonly button: boolean;
  readonly onAct: (action: NonNullable<CauseDto['action']>) => void;
}

function Cause({ cause, button, onAct }: CauseProps) {
  const { action } = cause;
  return (
    <li className={classes.cause} data-likelihood={cause.likelihood}>
      <p className={classes.mark}>
        <svg width="26" height="14" viewBox="0 0 26 14" aria-hidden="true">
          {[0, 1, 2].map((bar) => (
            <rect key={bar} x={bar * 9} y={9 - bar * 4} width="7" height={5 + bar * 4} rx="1.5" data-on={bar < BARS[cause.likelihood] || undefined} />
          ))}
        </svg>
        {LIKELIHOOD[cause.likelihood]}
      </p>
      <div className={classes.words}>
        <h3 className={classes.title}>{cause.title}</h3>
        {cause.evidence.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p className={classes.mend}>{cause.mend}</p>
      </div>
      {button && action !== null && (
        <Button
          size="sm"
          className={classes.button ?? ''}
          onClick={() => {
            onAct(action);
          }}
        >
          {ACTION[action]}
        </Button>
      )}
    </li>
  );
}

const BARS: Readonly<Record<CauseDto['likelihood'], number>> = { certain: 3, likely: 2, possible: 1, unlikely: 0 };
