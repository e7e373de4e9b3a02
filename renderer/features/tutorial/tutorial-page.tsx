import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { TutorialLanguage } from '../../../preload/contract/tutorial.ts';
import { useAppState, useAuthorizations, useListsLoaded } from '../../bridge/hooks.ts';
import { AccountSelect } from '../../ui/account-select.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { ClientFile } from './client-file.tsx';
import { standingOf } from './standing.ts';
import { StepItem } from './step-item.tsx';
import css from './tutorial-page.module.css';
import { useTutorial } from './use-tutorial.ts';

/** Kept while the window lives. */
let lastLanguage: TutorialLanguage = 'python2013';

/** The tutorial of 2013 in its six steps, beside the same today, with the user's own client in the code. */
export function TutorialPage() {
  const desk = useTutorial();
  const { vault } = useAppState();
  const all = useAuthorizations();
  const loaded = useListsLoaded();
  const [language, setLanguage] = useState(lastLanguage);
  const { clients, client, authorizations, authorization, tutorial, problem, calls } = desk;
  const progress = { clients: clients.length, vault, authorizations: all, clientId: client?.id ?? null, authorization, calls };

  const chooseLanguage = (next: TutorialLanguage): void => {
    lastLanguage = next;
    setLanguage(next);
  };

  return (
    <PageBody>
      <PageHeader
        title="Tutorial"
        subtitle="From a client file to a calendar and a group’s settings, in six steps: in 2013, today, and here"
        actions={tutorial !== null && <CopyButton word label="Copy the whole program" text={() => tutorial.parts.map(({ code }) => code[language]).join('\n')} />}
      />
      {clients.length > 0 && (
        <div className={css.whose}>
          <Select
            label="Client"
            className={css.select ?? ''}
            data={clients.map(({ id, label, type, clientId }) => ({ value: id, label: `${label} · ${type === 'web' ? 'Web' : 'Desktop'} · ${clientId.slice(0, 18)}…` }))}
            value={client?.id ?? null}
            onChange={(id) => {
              if (id !== null) desk.chooseClient(id);
            }}
          />
          {authorizations.length > 0 && <AccountSelect authorizations={authorizations} value={authorization?.id ?? null} onChange={desk.chooseAccount} />}
        </div>
      )}
      <p className={css.note}>{noteFor(client !== null, authorization?.account.email ?? null)}</p>
      {problem !== null && (
        <ProblemNotice
          problem={problem}
          action={
            <Button size="sm" onClick={desk.again}>
              Try again
            </Button>
          }
        />
      )}
      {(tutorial === null || !loaded) && problem === null && <SkeletonRows count={4} label="Loading the tutorial" />}
      {tutorial !== null && loaded && (
        <ol className={css.steps} aria-label="Steps">
          {tutorial.parts.map((part, at) => (
            <StepItem
              key={part.step}
              part={part}
              number={at + 1}
              standing={standingOf(part.step, progress)}
              language={language}
              onLanguage={chooseLanguage}
              onLeave={() => {
                if (authorization !== null) desk.chooseAccount(authorization.id);
              }}
            >
              {part.step === 'flow' && <ClientFile text={tutorial.clientFile} />}
            </StepItem>
          ))}
        </ol>
      )}
    </PageBody>
  );
}

function noteFor(hasClient: boolean, email: string | null): string {
  if (!hasClient) return 'No client is imported yet, so placeholders stand in the code.';
  const filled = email === null ? 'The code names this client, and the scopes of 2013 until somebody consents.' : `The code names this client, ${email} and the scopes it granted.`;
  return `${filled} The client secret is in no line of it: the program reads it from client_secrets.json.`;
}
