import type { AuthorizationDto } from '../../../preload/contract/authorizations.ts';
import { navigate } from '../../app/route.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';

interface EndDialogProps {
  readonly authorization: AuthorizationDto;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Takes the tokens off this computer, and says that Google is not told. */
export function ForgetDialog({ authorization, opened, onClose }: EndDialogProps) {
  const bridge = useBridge();
  const action = useAction();
  const { email } = authorization.account;

  async function forget(): Promise<void> {
    const answer = await action.start(() => bridge.forgetAuthorization({ id: authorization.id }));
    if (!answer.ok) return;
    onClose();
    showToast(`Forgot ${email} on this computer`);
    navigate({ page: 'authorizations' });
  }

  return (
    <ConfirmDialog
      opened={opened}
      title="Forget on this computer?"
      confirm="Forget"
      busy={action.busy}
      problem={action.problem}
      onConfirm={() => void forget()}
      onCancel={() => {
        action.clear();
        onClose();
      }}
    >
      <p>
        The tokens of <strong>{email}</strong> for {authorization.client.label} are removed from the vault.
      </p>
      {authorization.state !== 'revoked' && (
        <p>This is not a revoke: Google is not told, and the account goes on allowing what it granted. To take that back, use Revoke at Google first.</p>
      )}
    </ConfirmDialog>
  );
}
