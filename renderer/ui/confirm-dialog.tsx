import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ErrorDto } from '../../preload/contract/result.ts';
import css from './confirm-dialog.module.css';
import { ProblemNotice } from './notice.tsx';

/** Asks before something that cannot be taken back. Focus starts on Cancel; Esc cancels, also while it runs. */
export function ConfirmDialog({
  opened,
  title,
  children,
  confirm,
  danger = false,
  busy = false,
  blocked = false,
  problem = null,
  onConfirm,
  onCancel,
}: {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen, in words. */
  readonly children: ReactNode;
  /** The word on the button: what it does, never "OK". */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly busy?: boolean;
  /** What has to be known first is not known yet. */
  readonly blocked?: boolean;
  readonly problem?: ErrorDto | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}) {
  return (
    <Modal opened={opened} onClose={onCancel} title={title} size={456} withCloseButton={false}>
      <div className={css.body}>
        <div className={css.words}>{children}</div>
        {problem !== null && <ProblemNotice problem={problem} />}
        <div className={css.buttons}>
          <Button variant="subtle" color="gray" onClick={onCancel} data-autofocus>
            Cancel
          </Button>
          <Button variant="filled" color={danger ? 'brick' : 'petrol'} loading={busy} disabled={blocked} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
