import type { ReceiptDto } from '../../../preload/contract/receipts.ts';
import { useBridge } from '../../bridge/bridge-provider.tsx';
import { useAction } from '../../bridge/hooks.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';

interface RemoveReceiptDialogProps {
  readonly receipt: ReceiptDto;
  readonly opened: boolean;
  readonly onCancel: () => void;
  readonly onRemoved: () => void;
}

export function RemoveReceiptDialog({ receipt, opened, onCancel, onRemoved }: RemoveReceiptDialogProps) {
  const bridge = useBridge();
  const removal = useAction();
  return (
    <ConfirmDialog
      opened={opened}
      title="Remove this receipt?"
      confirm="Remove receipt"
      danger
      busy={removal.busy}
      problem={removal.problem}
      onCancel={() => {
        removal.clear();
        onCancel();
      }}
      onConfirm={() => {
        void removal.start(() => bridge.removeReceipt({ id: receipt.id })).then((answer) => {
          if (answer.ok) onRemoved();
        });
      }}
    >
      <p>What was granted stays as it is. Only this record of it goes, for good; export it first if you may need it.</p>
    </ConfirmDialog>
  );
}
