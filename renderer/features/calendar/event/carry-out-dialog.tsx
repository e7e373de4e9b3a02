import { Button, Modal } from '@mantine/core';
import { useEffect, useEffectEvent } from 'react';
import type { EventWrite } from '../../../../preload/contract/calendar.ts';
import parts from './event-parts.module.css';
import { useWriter } from './use-writer.ts';
import type { Desk } from './windows-context.ts';
import { WriteOutcome } from './write-outcome.tsx';

interface CarryOutDialogProps {
  readonly desk: Desk;
  /** The change that waited for consent. */
  readonly write: EventWrite;
  readonly onClose: () => void;
  /** Back to the form with what was typed; null when the change did not come from one. */
  readonly onForm: (() => void) | null;
}

/** Consent came back: the change that waited for it is carried out by itself. Stays open only when it was not done. */
export function CarryOutDialog({ desk, write, onClose, onForm }: CarryOutDialogProps) {
  // Consent was just given: Google itself says whether it is enough.
  const writer = useWriter({ ...desk, calendar: { ...desk.calendar, can: { ...desk.calendar.can, write: true } } });
  const send = async (next: EventWrite): Promise<void> => {
    const done = await writer.send(next);
    if (done === null) return;
    desk.onDone(next, done, titleOf(next) ?? done.event?.title ?? null);
    onClose();
  };
  const begin = useEffectEvent(() => void send(write));
  useEffect(() => {
    const timer = setTimeout(() => {
      begin();
    }, 0);
    return () => {
      clearTimeout(timer);
    };
  }, []);

  const { phase } = writer.state;
  const merging = writer.state.phase === 'answered' && writer.state.answer.outcome === 'conflict';
  return (
    <Modal opened classNames={{ content: 'gd-scroll' }} onClose={onClose} title={phase === 'idle' || phase === 'busy' ? 'Carrying out the change' : 'The change was not made'} size={480} withCloseButton={false} closeOnEscape={!merging}>
      <div className={parts.form}>
        <p className={parts.quiet}>{WAITED[write.kind]} waited for consent.</p>
        <WriteOutcome desk={desk} writer={writer} onSend={(next) => void send(next)} />
        <div className={parts.buttons}>
          {onForm !== null && phase !== 'idle' && phase !== 'busy' && (
            <Button variant="light" onClick={onForm}>
              Back to the form
            </Button>
          )}
          <Button variant="subtle" color="gray" data-autofocus onClick={onClose}>
            {phase === 'busy' ? 'Cancel' : 'Close'}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

const WAITED: Readonly<Record<EventWrite['kind'], string>> = {
  insert: 'The new event',
  patch: 'The changes of the event',
  move: 'The move of the event',
  delete: 'The deletion',
  respond: 'Your answer',
  'quick-add': 'The new event',
  undo: 'The undo',
};

function titleOf(write: EventWrite): string | null {
  if (write.kind === 'insert') return write.fields.summary;
  return write.kind === 'patch' ? (write.changes.summary ?? null) : null;
}
