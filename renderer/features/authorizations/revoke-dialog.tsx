import { Button, Modal } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { AuthorizationDto, RevokePreviewDto } from '../../../preload/contract/authorizations.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { run } from '../../bridge/run.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { showToast } from '../../ui/toast.tsx';
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
  const { preview, problem } = usePreview(authorization.id);

  async function revoke(): Promise<void> {
    const answer = await revoking.start(() => bridge.revokeAuthorization({ id: authorization.id }));
    if (!answer.ok) return;
    onClose();
    showToast(answer.value.alreadyRevoked ? 'Google had no such grant any more; it is marked as revoked' : `Revoked at Google: ${authorization.account.email}`);
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
        Google ends the whole grant of <strong>{authorization.account.email}</strong> to this Cloud project. Every client of the project loses it, and
        {preview === null || preview.dying.length === 1 ? 'this stored authorization stops working:' : 'these stored authorizations stop working:'}
      </p>
      <ul className={classes.dying} aria-label="Dies with it" aria-busy={preview === null && problem === null}>
        {(preview?.dying ?? [{ id: authorization.id, email: authorization.account.email, clientLabel: authorization.client.label }]).map((one) => (
          <li key={one.id}>
            <span className={classes.email}>{one.email}</span>
            <span className={classes.client}>{one.clientLabel}</span>
          </li>
        ))}
      </ul>
      {problem !== null && <ProblemNotice problem={problem} tone="warn" />}
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

/** Asks main what would die. Without an answer the dialog still names the one in hand. */
function usePreview(id: string): { readonly preview: RevokePreviewDto | null; readonly problem: ErrorDto | null } {
  const bridge = useBridge();
  const [preview, setPreview] = useState<RevokePreviewDto | null>(null);
  const [problem, setProblem] = useState<ErrorDto | null>(null);
  useEffect(() => {
    let gone = false;
    void run(bridge.revokePreview({ id })).then((answer) => {
      if (gone) return;
      if (answer.ok) setPreview(answer.value);
      else setProblem(answer.error);
    });
    return () => {
      gone = true;
    };
  }, [bridge, id]);
  return { preview, problem };
}
