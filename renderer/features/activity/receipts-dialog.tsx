import { Modal } from '@mantine/core';
import { ReceiptsPanel } from '../receipts/receipts-panel.tsx';

/** Every consent there was, failed ones and those of forgotten accounts included. */
export function ReceiptsDialog({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Receipts" size={1040}>
      <ReceiptsPanel authorizationId={null} />
    </Modal>
  );
}
