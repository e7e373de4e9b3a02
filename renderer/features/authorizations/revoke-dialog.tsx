import { Button, Modal } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { useLoaded } from '../../bridge/use-loaded.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
import { DyingList } from '../token-life/dying-list.tsx';
import classes from './revoke-dialog.module.css';

interface RevokeDialogProps {
  readonly authorization: AuthorizationDto;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Takes access back at Google: names everything that dies with it before anything happens. */
export function RevokeDialog({ authorization, opened, onClose }: RevokeDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Revoke at Google?" size={480} withCloseButton={false}>
      <RevokeForm authorization={authorization} onClose={onClose} />
    </Modal>
  );
}

function RevokeForm({ authorization, onClose }: Omit<RevokeDialogProps, 'opened'>) {
  const bridge = useBridge();
  const revoking = useAction();
  const opening = useAction();
  const { id, account, client } = authorization;
  // Without an answer the dialog still names the one in hand.
  const preview = useLoaded(id, () => bridge.revokePreview({ id }));

  async function revoke(): Promise<void> {
    const answer = await revoking.start(() => bridge.revokeAuthorization({ id }));
    if (!answer.ok) return;
    onClose();
    showToast(answer.value.alreadyRevoked ? 'Google had no such grant any more; it is marked as revoked' : `Revoked at Google: ${account.email}`);
  }

  const openAccountPage = (
    <Button
      size="sm"
      leftSection={<ExternalLink size={14} strokeWidth={1.75} aria-hidden="true" />}
      loading={opening.busy}
      onClick={() => void opening.start(() => bridge.openLink({ link: 'google-account-connections' }))}
    >
      Open the account page
    </Button>
  );

  return (
    <div className={classes.body}>
      <p>
        Google ends the whole grant of <strong>{account.email}</strong> to this Cloud project. Every client of the project loses it, and
        {preview.value === null || preview.value.dying.length === 1 ? 'this stored authorization stops working:' : 'these stored authorizations stop working:'}
      </p>
      <DyingList
        label="Dies with it"
        dying={preview.value?.dying ?? [{ id, email: account.email, clientLabel: client.label }]}
        busy={preview.value === null && preview.problem === null}
      />
      {preview.problem !== null && <ProblemNotice problem={preview.problem} tone="warn" />}
      {revoking.problem !== null && (
        <>
          <ProblemNotice problem={revoking.problem} />
          <div className={classes.elsewhere}>
            {openAccountPage}
          </div>
        </>
      )}
      {opening.problem !== null && <ProblemNotice problem={opening.problem} />}
      <div className={classes.buttons}>
        <Button variant="subtle" color="gray" data-autofocus onClick={onClose}>
          Cancel
        </Button>
        <Button variant="filled" color="brick" loading={revoking.busy} onClick={() => void revoke()}>
          Revoke
        </Button>
      </div>
    </div>
  );
}
