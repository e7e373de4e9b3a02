import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { VaultPicture } from '../../ui/pictures.tsx';
import css from './vault-dialog.module.css';

/**
 * A dialog that stands before everything else and cannot be dismissed: without an answer there is no place for credentials.
 * `over` darkens the page it covers; at start there is none.
 */
export function GateDialog({ title, share, over = false, children }: { readonly title: string; readonly share: number; readonly over?: boolean; readonly children: ReactNode }) {
  return (
    <Modal.Root opened onClose={() => undefined} size={480} centered closeOnEscape={false} closeOnClickOutside={false}>
      {over && <Modal.Overlay color="var(--gd-scrim)" backgroundOpacity={1} />}
      <Modal.Content>
        <Modal.Body className={css.gate ?? ''}>
          <div className={css.gateHead}>
            <VaultPicture share={share} size={84} />
            <Modal.Title>{title}</Modal.Title>
          </div>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
