import type { FindingDto } from '../../../preload/contract/sweep.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { showToast } from '../../ui/toast.tsx';

/** The file goes to the bin of the desktop, from where it can be taken back. That is no revoke. */
export function BinDialog({ finding, opened, onClose }: { readonly finding: FindingDto; readonly opened: boolean; readonly onClose: () => void }) {
  const bridge = useBridge();
  const { busy, problem, start, clear } = useAction();
  const { id, path, can, imported } = finding;
  const close = (): void => {
    clear();
    onClose();
  };
  const bin = async (): Promise<void> => {
    const answer = await start(() => bridge.binFinding({ id }));
    if (!answer.ok) return;
    close();
    showToast(`Moved ${path} to the bin`);
  };
  return (
    <ConfirmDialog opened={opened} title="Move to bin?" confirm="Move to bin" danger busy={busy} problem={problem} onConfirm={() => void bin()} onCancel={close}>
      <p>
        <span className="gd-mono">{path}</span> goes to the bin of your desktop, where it stays until the bin is emptied. The program that wrote it will ask you to sign in again.
      </p>
      {can.revoke && (
        <p>
          That is no revoke: {imported ? 'the vault keeps its copy, and whoever else' : 'whoever'} has a copy of the file can still use it.
        </p>
      )}
    </ConfirmDialog>
  );
}
