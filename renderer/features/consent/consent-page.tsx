import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { ConsentAttemptDto } from '../../../preload/contract/consent.ts';
import { navigate, useRoute } from '../../app/route.ts';
import { useConsent, useListsLoaded } from '../../bridge/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FocusRefuge } from '../../ui/focus-refuge.tsx';
import { PageBody } from '../../ui/page.tsx';
import { VaultPicture } from '../../ui/pictures.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { openGranted, opensByItself, startedAttempt } from './consent-run.ts';
import { GrantedPage, NotGrantedPage } from './settled.tsx';
import { Waiting } from './waiting.tsx';

/** Long enough to see that it worked; the receipt goes along to the authorization, so nothing has to be read here. */
const SHOWN_MS = 1_200;

/** The page of the consent in progress, or of the last one until another begins. */
export function ConsentPage() {
  const { id } = useRoute();
  const fromMain = useConsent();
  const loaded = useListsLoaded();
  // An attempt that has just begun may be on this page before main's first event about it.
  const started = fromMain?.id === id ? null : startedAttempt(id);
  const attempt = started ?? fromMain;
  useOpenByItself(attempt);
  return (
    <PageBody>
      <FocusRefuge>{attempt === null ? <Nothing loaded={loaded} /> : <OneAttempt key={attempt.id} attempt={attempt} />}</FocusRefuge>
    </PageBody>
  );
}

function OneAttempt({ attempt }: { readonly attempt: ConsentAttemptDto }) {
  if (attempt.outcome === null) return <Waiting attempt={attempt} />;
  if (attempt.outcome.kind === 'granted') return <GrantedPage attempt={attempt} outcome={attempt.outcome} />;
  return <NotGrantedPage attempt={attempt} />;
}

/** Goes to the new authorization after a moment; a test call that waits for it is then carried out there. */
function useOpenByItself(attempt: ConsentAttemptDto | null): void {
  useEffect(() => {
    if (attempt?.outcome?.kind !== 'granted' || !opensByItself(attempt.id)) return undefined;
    const timer = setTimeout(() => {
      openGranted(attempt);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [attempt]);
}

function Nothing({ loaded }: { readonly loaded: boolean }) {
  if (!loaded) return <SkeletonRows count={2} label="Loading consent" />;
  return (
    <EmptyState
      level={1}
      picture={<VaultPicture share={0.2} />}
      title="No consent is open"
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
      Start one with New authorization, or from an account.
    </EmptyState>
  );
}
