import { Button, Modal, Radio } from '@mantine/core';
import { useState } from 'react';
import type { EventWrite } from '../../../../preload/contract/calendar.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { choicesOf, resolved, type Conflict, type MergeChoice, type Side } from './conflict-fields.ts';
import css from './merge-dialog.module.css';
import { whenWords } from './times.ts';
import type { Desk } from './windows-context.ts';

interface MergeDialogProps {
  readonly desk: Desk;
  readonly write: EventWrite;
  readonly conflict: Conflict;
  readonly onSend: (write: EventWrite) => void;
  /** Back to the form, which keeps what was typed. */
  readonly onCancel: () => void;
}

const ANYWAY: Readonly<Record<EventWrite['kind'], string>> = {
  insert: 'Save',
  patch: 'Save my choices',
  move: 'Move it anyway',
  delete: 'Delete it anyway',
  respond: 'Answer anyway',
  'quick-add': 'Save',
  undo: 'Save',
};

/** 412: somebody changed the event meanwhile. Field by field the user says which version stays; nothing is overwritten unseen. */
export function MergeDialog({ desk, write, conflict, onSend, onCancel }: MergeDialogProps) {
  const choices = choicesOf(conflict.fields);
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  const chosen = resolved(write, conflict, sides);
  const stuck = write.kind === 'undo';
  const title = conflict.theirs.title ?? '(No title)';
  return (
    // Without the library's header: above another dialog it would be a second banner.
    <Modal.Root opened onClose={onCancel} size={600} zIndex={320} centered>
      <Modal.Overlay />
      <Modal.Content radius="xl" className="gd-scroll">
        <Modal.Body className={css.body ?? ''}>
          <Modal.Title>Changed meanwhile</Modal.Title>
          <p>
            “{title}” was changed at Google after it was opened here. {stuck ? 'So it was not taken back.' : 'Nothing was overwritten.'}
          </p>
          {write.kind === 'patch' ? (
            choices.map((choice) => (
              <Choice
                key={choice.name}
                choice={choice}
                side={sides.get(choice.name) ?? 'mine'}
                onChoose={(side) => {
                  setSides(new Map(sides).set(choice.name, side));
                }}
              />
            ))
          ) : (
            <Theirs desk={desk} conflict={conflict} choices={choices} />
          )}
          {chosen === null && !stuck && (
            <Notice tone="info" role="status" title="Nothing of your change is left to save.">
              <p>The event stays as it is at Google.</p>
            </Notice>
          )}
          <div className={css.buttons}>
            <Button variant="subtle" color="gray" onClick={onCancel} data-autofocus>
              {stuck || chosen === null ? 'Close' : 'Cancel'}
            </Button>
            {chosen !== null && (
              <Button
                variant="filled"
                color={write.kind === 'delete' ? 'brick' : 'petrol'}
                onClick={() => {
                  onSend(chosen);
                }}
              >
                {ANYWAY[write.kind]}
              </Button>
            )}
          </div>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function Choice({ choice, side, onChoose }: { readonly choice: MergeChoice; readonly side: Side; readonly onChoose: (side: Side) => void }) {
  return (
    <div className={css.choice}>
      <Radio.Group
        label={choice.name}
        value={side}
        onChange={(next) => {
          onChoose(next === 'theirs' ? 'theirs' : 'mine');
        }}
      >
        <p className={css.before}>Before: {choice.before}</p>
        <div className={css.sides}>
          <Radio value="mine" classNames={{ root: css.side ?? '' }} label={<Version who="Mine" words={choice.mine} />} />
          <Radio value="theirs" classNames={{ root: css.side ?? '' }} label={<Version who="Theirs" words={choice.theirs} />} />
        </div>
      </Radio.Group>
    </div>
  );
}

function Version({ who, words }: { readonly who: string; readonly words: string }) {
  return (
    <>
      <span className={css.who}>{who}: </span>
      <span className={css.words}>{words}</span>
    </>
  );
}

/** A write that cannot be merged: what the event is now, and what changed. */
function Theirs({ desk, conflict, choices }: { readonly desk: Desk; readonly conflict: Conflict; readonly choices: readonly MergeChoice[] }) {
  const now = useNow();
  const { theirs } = conflict;
  return (
    <dl className={css.theirs}>
      <div>
        <dt>Now</dt>
        <dd>{whenWords(theirs, desk.zone, now, desk.calendar.preferences.format24Hour)}</dd>
      </div>
      {choices.map(({ name, before, theirs: words }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <del>{before}</del> <ins>{words}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
