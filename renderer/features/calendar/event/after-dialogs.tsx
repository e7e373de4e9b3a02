import { Button, Modal } from '@mantine/core';
import { Notice } from '../../../ui/notice.tsx';
import parts from './event-parts.module.css';
import type { NotDone } from './use-writer.ts';

interface IgnoredDialogProps {
  readonly fields: readonly string[];
  /** Null when it cannot be taken back. */
  readonly onUndo: (() => void) | null;
  readonly onClose: () => void;
}

/** Google said yes and did not do all of it. */
export function IgnoredDialog({ fields, onUndo, onClose }: IgnoredDialogProps) {
  return (
    <Modal opened onClose={onClose} title="Saved, but not all of it" size={480} withCloseButton={false}>
      <div className={parts.form}>
        <Notice tone="warn" title={`Google did not change: ${fields.join(', ')}.`}>
          <p>It answered that all was well. What only the organizer may change stays as the organizer left it.</p>
        </Notice>
        <div className={parts.buttons}>
          {onUndo !== null && <Button onClick={onUndo}>Undo</Button>}
          <Button variant="filled" data-autofocus onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </Modal>
  );
}

interface UndoFailedDialogProps {
  readonly words: UndoFailure;
  readonly onClose: () => void;
}

export interface UndoFailure {
  readonly title: string;
  readonly hint: string | null;
}

/** The undo did not work, and why. */
export function UndoFailedDialog({ words, onClose }: UndoFailedDialogProps) {
  return (
    <Modal opened onClose={onClose} title="Not undone" size={456} withCloseButton={false}>
      <div className={parts.form}>
        <Notice tone="bad" title={words.title}>
          {words.hint !== null && <p>{words.hint}</p>}
        </Notice>
        <div className={parts.buttons}>
          <Button variant="filled" data-autofocus onClick={onClose}>
            Close
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Why an undo was not done, in words. */
export function undoFailure(answer: NotDone): UndoFailure {
  switch (answer.outcome) {
    case 'conflict':
      return { title: 'The event was changed again meanwhile, so it was left as it is.', hint: 'Open it to see what it is now, and change it by hand.' };
    case 'gone':
      return { title: 'The event is gone: it was deleted at Google meanwhile.', hint: null };
    case 'refused':
      return { title: answer.explanation.title, hint: answer.explanation.meaning };
    case 'cancelled':
      return { title: 'The undo was stopped before Google answered.', hint: 'Whether it arrived shows when the calendar is next brought up to date.' };
  }
}
