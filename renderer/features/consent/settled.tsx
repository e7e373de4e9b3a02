import { Button } from '@mantine/core';
import { ArrowRight, Globe, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { Surface } from '../../../preload/contract/app.ts';
import type { ConsentAttemptDto } from '../../../preload/contract/consent.ts';
import { hashOf } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useClients } from '../../bridge/hooks.ts';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { AttemptFacts } from './attempt-facts.tsx';
import { beginConsent, callWaitingFor, hoursOf, openGranted } from './consent-run.ts';
import { browserMayHelp, cancelledWords } from './consent-words.ts';
import { FlowView } from './flow-view.tsx';
import { Receipt, type Granted } from './receipt.tsx';

/** Consent was given: a short receipt, and the way to what it made. */
export function GrantedPage({ attempt, outcome }: { readonly attempt: ConsentAttemptDto; readonly outcome: Granted }) {
  return (
    <>
      <PageHeader
        title="Consent given"
        subtitle={<span aria-live="polite">The tokens are in the vault. Open the authorization to use them.</span>}
        actions={
          <Button
            variant="filled"
            rightSection={<ArrowRight size={15} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => {
              openGranted(attempt);
            }}
          >
            Open authorization
          </Button>
        }
      />
      <Receipt attempt={attempt} outcome={outcome} />
      <Section title="What happened">
        <FlowView flow={attempt} />
      </Section>
    </>
  );
}

/** No consent came of it: why, and what can be done. */
export function NotGrantedPage({ attempt }: { readonly attempt: ConsentAttemptDto }) {
  const failed = attempt.outcome?.kind === 'failed' ? attempt.outcome.error : null;
  const again = useTryAgain(attempt);
  const client = useClients().find((one) => one.id === attempt.client.id);
  const offerBrowser = browserMayHelp(attempt) && client?.worksInBrowser === true;
  const back =
    attempt.authorizationId === null
      ? { words: 'Back to the list', href: hashOf({ page: 'authorizations' }) }
      : { words: 'Back to the account', href: hashOf({ page: 'authorization', id: attempt.authorizationId }) };
  return (
    <>
      <PageHeader
        title={failed === null ? 'Consent cancelled' : 'No consent this time'}
        actions={
          <>
            <Button variant="subtle" color="gray" component="a" href={back.href}>
              {back.words}
            </Button>
            {offerBrowser && (
              <Button
                leftSection={<Globe size={15} strokeWidth={1.75} aria-hidden="true" />}
                loading={again.busy === 'browser'}
                onClick={() => {
                  again.start('browser');
                }}
              >
                Open in browser instead
              </Button>
            )}
            <Button
              variant="filled"
              leftSection={<RotateCw size={15} strokeWidth={1.75} aria-hidden="true" />}
              loading={again.busy === attempt.surface}
              onClick={() => {
                again.start(attempt.surface);
              }}
            >
              Try again
            </Button>
          </>
        }
      />
      {failed === null ? (
        <Notice tone={attempt.purpose === 'drop' ? 'warn' : 'info'} title="You cancelled before Google answered.">
          <p>{cancelledWords(attempt)}</p>
        </Notice>
      ) : (
        <ProblemNotice problem={failed} />
      )}
      {failed !== null && attempt.purpose === 'drop' && (
        <Notice tone="warn" role="note" title="The account may have no access now.">
          <p>Dropping a scope begins with taking everything back. Look at the account’s status, or try again.</p>
        </Notice>
      )}
      {/* Its hint says what to do in the browser, which is over by now. */}
      {attempt.moved !== null && <ProblemNotice problem={{ ...attempt.moved, hint: null }} tone="warn" role="note" />}
      {again.problem !== null && <ProblemNotice problem={again.problem} />}
      <FlowView flow={attempt}>
        <AttemptFacts attempt={attempt} />
      </FlowView>
    </>
  );
}

function useTryAgain(attempt: ConsentAttemptDto) {
  const bridge = useBridge();
  const action = useAction();
  const [busy, setBusy] = useState<Surface | null>(null);
  async function run(surface: Surface): Promise<void> {
    setBusy(surface);
    await action.start(() =>
      beginConsent(
        bridge,
        {
          clientId: attempt.client.id,
          scopes: attempt.scopes.filter((one) => !one.signIn).map((one) => one.scope),
          surface,
          purpose: attempt.purpose,
          authorizationId: attempt.authorizationId,
          timeBoxHours: hoursOf(attempt.id),
        },
        callWaitingFor(attempt.id),
      ),
    );
    setBusy(null);
  }
  return {
    busy,
    problem: action.problem,
    start: (surface: Surface) => {
      void run(surface);
    },
  };
}
