import { Button } from '@mantine/core';
import { ArrowDownToLine, FileText, FlaskConical, ListChecks, MessageCircle, Plus, ShieldCheck, type LucideIcon } from 'lucide-react';
import { hashOf, openNewAuthorization } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction, useAppState, useClients } from '../../bridge/hooks.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconBox } from '../../ui/icon-box.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { ConsentPicture } from '../../ui/pictures.tsx';
import { useClientImport } from '../clients/client-import.tsx';
import { ImportCredentialsButton } from '../credentials/import-button.tsx';
import css from './first-run.module.css';

const STEPS: readonly { readonly title: string; readonly text: string; readonly icon: LucideIcon }[] = [
  { title: 'Import', text: 'The client file you downloaded from your Google Cloud project', icon: FileText },
  { title: 'Consent', text: 'Sign in and choose, in an app window or your browser', icon: MessageCircle },
  { title: 'See and use', text: 'What was granted, what was refused, and calls to try it', icon: ShieldCheck },
];

/** In practice mode nothing has to be imported first. */
const PRACTICE_STEPS: typeof STEPS = STEPS.map((step, at) =>
  at === 0 ? { title: 'Choose scopes', text: 'With one of the clients that came with the sandbox', icon: ListChecks } : step,
);

/**
 * What the authorizations page shows while nothing is stored. The leading button is the next step: bring a client file, or,
 * with a client at hand (always in practice mode), start an authorization.
 */
export function FirstRun() {
  const { mode, vault } = useAppState();
  const hasClient = useClients().length > 0;
  const bridge = useBridge();
  const imports = useClientImport();
  const entering = useAction();
  const practising = mode === 'practice';

  const importButton = (
    <Button
      key="import"
      size="lg"
      variant={hasClient ? 'default' : 'filled'}
      leftSection={<ArrowDownToLine size={16} strokeWidth={1.75} />}
      loading={imports.busy}
      onClick={() => void imports.fromFile()}
    >
      Import client file
    </Button>
  );
  const sandboxButton = (
    <Button
      key="sandbox"
      size="lg"
      leftSection={<FlaskConical size={16} strokeWidth={1.75} />}
      loading={entering.busy}
      onClick={() => void entering.start(() => bridge.enterPractice())}
    >
      Try the sandbox
    </Button>
  );
  const newButton = (
    <Button
      key="new"
      size="lg"
      variant="filled"
      leftSection={<Plus size={16} strokeWidth={1.75} />}
      onClick={() => {
        openNewAuthorization();
      }}
    >
      New authorization
    </Button>
  );

  return (
    <div className={css.page}>
      <EmptyState
        level={1}
        picture={<ConsentPicture />}
        title="No authorizations yet"
        actions={
          <>
            {hasClient && newButton}
            {!(practising && hasClient) && importButton}
            {!practising && sandboxButton}
            <ImportCredentialsButton size="lg" />
          </>
        }
        footnote={
          <>
            {practising
              ? 'The sandbox brought its own clients and accounts. Practice faults, above, makes things go wrong on purpose.'
              : 'Or drop the file anywhere in this window. No file yet? The sandbox is a stand-in for Google with made-up accounts.'}
            <br />
            Coming from a script? <a href={hashOf({ page: 'tutorial' })}>The tutorial</a> shows its steps here.
          </>
        }
      >
        {practising
          ? 'Start one with a made-up account and see how consent goes. Nothing leaves this computer.'
          : `Bring a client file and let an account decide what it may do. Everything it grants ${
              vault.state === 'memory-only' ? 'stays in memory and is gone when the app closes.' : 'stays encrypted on this computer.'
            }`}
      </EmptyState>
      {entering.problem !== null && <ProblemNotice problem={entering.problem} />}
      <ol className={css.steps}>
        {(practising ? PRACTICE_STEPS : STEPS).map(({ title, text, icon: Icon }) => (
          <li key={title} className={css.step}>
            <IconBox icon={Icon} size="small" />
            <div>
              <h2 className={css.stepTitle}>{title}</h2>
              <p className={css.stepText}>{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
