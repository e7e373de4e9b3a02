import { Button, Modal } from '@mantine/core';
import type { FindingDto, RevokePlanDto } from '../../../preload/contract/sweep.ts';
import { useOneCall } from '../../app/use-one-call.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { Notice, ProblemNotice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { DyingList } from '../token-life/dying-list.tsx';
import css from './revoke-finding-dialog.module.css';
import { count } from './sweep-words.ts';

interface RevokeFindingDialogProps {
  readonly finding: FindingDto;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Ends the grant behind a file: names everything that goes with it before anything is sent. */
export function RevokeFindingDialog({ finding, opened, onClose }: RevokeFindingDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Revoke at Google?" size={480} withCloseButton={false}>
      <RevokeForm finding={finding} onClose={onClose} />
    </Modal>
  );
}

function RevokeForm({ finding: { id, path }, onClose }: Omit<RevokeFindingDialogProps, 'opened'>) {
  const bridge = useBridge();
  const one = useOneCall();
  const revoking = useAction();
  const plan = useLoaded(id, () => bridge.revokeFindingPlan({ id }));

  async function revoke(): Promise<void> {
    const callId = one.begin();
    const answer = await revoking.start(() => bridge.revokeFinding({ id, callId }));
    if (!one.settle(callId) || !answer.ok) return;
    onClose();
    const { alreadyRevoked, marked } = answer.value;
    showToast(alreadyRevoked ? 'Google had no such grant any more' : `Revoked at Google${marked === 0 ? '' : `; ${count(marked, 'stored authorization')} went with it`}`);
  }

  return (
    <div className={css.body}>
      {plan.value !== null && <Plan plan={plan.value} path={path} />}
      {plan.problem !== null && <ProblemNotice problem={plan.problem} />}
      {revoking.problem !== null && <ProblemNotice problem={revoking.problem} />}
      <div className={css.buttons}>
        <Button
          variant="subtle"
          color="gray"
          data-autofocus
          onClick={() => {
            if (revoking.busy) one.cancel();
            else onClose();
          }}
        >
          Cancel
        </Button>
        <Button variant="filled" color="brick" loading={revoking.busy} disabled={plan.value === null} onClick={() => void revoke()}>
          Revoke
        </Button>
      </div>
    </div>
  );
}

function Plan({ plan: { accounts, projects, accountKnown, dying }, path }: { readonly plan: RevokePlanDto; readonly path: string }) {
  const who = accounts.length === 0 ? 'the account it belongs to' : accounts.join(', ');
  const what = projects.length === 0 ? 'its Cloud project' : `the Cloud project${projects.length === 1 ? '' : 's'} ${projects.join(', ')}`;
  return (
    <>
      <p>
        Google ends the whole grant of <strong>{who}</strong> to {what}: every program and every computer that uses it loses access, not only the copy in{' '}
        <span className="gd-mono">{path}</span>. The file itself stays.
      </p>
      {dying.length > 0 ? (
        <>
          <p>{dying.length === 1 ? 'This stored authorization stops working:' : 'These stored authorizations stop working:'}</p>
          <DyingList label="Dies with it" dying={dying} />
        </>
      ) : (
        accountKnown && <p>No authorization stored in Grantdesk goes with it.</p>
      )}
      {!accountKnown && (
        <Notice tone="warn" role="note" title="Whose it is, the file does not say.">
          <p>Check it first to see what goes with it. If you revoke now, Google is asked whose it is just before.</p>
        </Notice>
      )}
    </>
  );
}
