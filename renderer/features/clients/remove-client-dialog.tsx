import type { ClientDto } from '../../../preload/contract/clients.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';

/** Says what the removal does to the client's authorizations before it is done. */
export function RemoveClientDialog({ client, opened, onClose }: { readonly client: ClientDto; readonly opened: boolean; readonly onClose: () => void }) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const close = (): void => {
    clear();
    onClose();
  };
  const remove = async (): Promise<void> => {
    const answer = await start(() => bridge.removeClient({ id: client.id }));
    if (!answer.ok) return;
    close();
    showToast(`Removed ${client.label}`);
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={`Remove ${client.label}?`}
      confirm="Remove client"
      danger
      busy={busy}
      problem={problem}
      onConfirm={() => void remove()}
      onCancel={close}
    >
      <p>{consequence(client.authorizationCount)}</p>
      <p>Nothing changes at Google, and the file you imported it from is not touched: import it again to bring the client back.</p>
    </ConfirmDialog>
  );
}

function consequence(authorizations: number): string {
  const secret = 'Its client id and secret leave the vault.';
  if (authorizations === 0) return `${secret} No authorization uses it.`;
  const which = authorizations === 1 ? 'The authorization made with it stays' : `The ${authorizations} authorizations made with it stay`;
  return `${secret} ${which}, but cannot refresh, add scopes or sign in again until the client is back.`;
}
