import { Button } from '@mantine/core';
import { Plus } from 'lucide-react';
import { openNewAuthorization } from '../../app/route.ts';
import { useAppState, useAuthorizations, useListsLoaded } from '../../bridge/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { Card, PageBody } from '../../ui/page.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { OpenPlacesPicture } from '../../ui/pictures.tsx';
import { Section } from '../../ui/section.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { ApprovalItem } from './approval-item.tsx';
import { CommandList } from './command-list.tsx';
import { completionLines, examplesFor } from './command-lines.ts';
import { LetScriptsSection } from './let-scripts-section.tsx';
import css from './scripts-page.module.css';
import { useScripts } from './use-scripts.ts';

/** Programs that ask through the `grantdesk` command: the switch, what each may do, and how to call it. */
export function ScriptsPage() {
  const { value: scripts, problem } = useScripts();
  const { settings, mode, authorizationOrigin } = useAppState();
  const authorizations = useAuthorizations();
  const loaded = useListsLoaded();
  const [first] = authorizations;
  return (
    <PageBody>
      <PageHeader title="For scripts" subtitle="Programs on this computer ask for access tokens and calls, and you decide" />
      <LetScriptsSection scripts={scripts} />
      {problem !== null && <ProblemNotice problem={problem} />}
      {scripts === null && problem === null && (
        <Card>
          <SkeletonRows count={2} label="Loading approvals" />
        </Card>
      )}
      {scripts !== null && (
        <>
          <Section title="Allowed programs" {...(scripts.approvals.length > 0 ? { count: scripts.approvals.length } : {})}>
            {scripts.approvals.length > 0 ? (
              <Card>
                <ul className={css.approvals} aria-label="Allowed programs">
                  {scripts.approvals.map((approval) => (
                    <ApprovalItem key={approval.id} approval={approval} />
                  ))}
                </ul>
              </Card>
            ) : (
              <Card>
                <EmptyState picture={<OpenPlacesPicture />} title="No program is allowed anything">
                  {settings.letScripts ? 'Run one of the lines below in a terminal: Grantdesk shows what asks, for whom and for what.' : 'Switch on “Let scripts ask”, then run one of the lines below in a terminal.'}
                </EmptyState>
              </Card>
            )}
            {!scripts.tellsPrograms && <p className="gd-meta">This system does not tell Grantdesk which program asks, so each request is asked about and nothing is remembered.</p>}
          </Section>
          {first !== undefined && (
            <Section title="In a terminal" hint={first.account.email}>
              <CommandList label="Examples" lines={examplesFor(scripts.command, first, mode === 'google' ? 'https://www.googleapis.com' : authorizationOrigin)} />
            </Section>
          )}
          {first === undefined && loaded && (
            <Section title="In a terminal">
              <Card padded className={css.none ?? ''}>
                <p>There is no account yet that a program could ask for.</p>
                <Button variant="light" leftSection={<Plus size={14} strokeWidth={1.75} />} onClick={() => { openNewAuthorization(); }}>
                  New authorization
                </Button>
              </Card>
            </Section>
          )}
          <Section title="Completion" hint="once, for your shell">
            <CommandList label="Completion" lines={completionLines(scripts.command)} />
          </Section>
          <Section title="What this is, and is not">
            <Card padded className={css.truth ?? ''}>
              <p>A program gets an access token, never a refresh token, and only for scopes you ticked. Each use is a line in Activity. A script that was changed is asked about again.</p>
              <p>
                This is consent and a record, not a wall: a program that runs as you can watch other programs of yours, or pass itself off as one you allowed. Remove approvals you do not need, and prefer{' '}
                <span className="gd-mono">call</span>, where the token stays here.
              </p>
            </Card>
          </Section>
        </>
      )}
    </PageBody>
  );
}
