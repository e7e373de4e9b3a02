import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { sendUpdatesSchema, type EventWrite, type SendUpdates } from '../../../../preload/contract/calendar.ts';
import parts from './event-parts.module.css';
import { TellGuests } from './tell-guests.tsx';
import { useWriter } from './use-writer.ts';
import type { Desk } from './windows-context.ts';
import { WriteOutcome } from './write-outcome.tsx';

const EXAMPLES = ['Choir rehearsal Thursday 19:00–21:00', 'Lunch with Maya tomorrow 12:30', 'Ferry to Orchard Island on 3 December 8am'];

interface QuickAddDialogProps {
  readonly desk: Desk;
  readonly onClose: () => void;
}

/** One line that Google reads by itself: events.quickAdd. */
export function QuickAddDialog({ desk, onClose }: QuickAddDialogProps) {
  const writer = useWriter(desk);
  const calendars = desk.calendar.calendars.filter(({ writable }) => writable);
  const [calendarId, setCalendarId] = useState(calendars[0]?.id ?? null);
  const [text, setText] = useState('');
  const [updates, setUpdates] = useState<SendUpdates | null>(null);
  const [tried, setTried] = useState(false);

  const send = async (write: EventWrite): Promise<void> => {
    const done = await writer.send(write);
    if (done === null) return;
    desk.onDone(write, done, done.event?.title ?? null);
    onClose();
  };
  return (
    <Modal opened classNames={{ content: 'gd-scroll' }} onClose={onClose} title="Quick add" size={520}>
      <form
        className={parts.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          const sendUpdates = sendUpdatesSchema.safeParse(updates);
          if (text.trim() === '' || calendarId === null || !sendUpdates.success) return;
          void send({ kind: 'quick-add', calendarId, text: text.trim(), sendUpdates: sendUpdates.data });
        }}
      >
        <TextInput
          label="What and when"
          description="Google finds the title, the day, the time and the place in it."
          value={text}
          maxLength={1000}
          error={tried && text.trim() === '' ? 'Write what and when.' : null}
          errorProps={{ role: 'alert' }}
          data-autofocus
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
        <div className={parts.examples}>
          <span className="gd-meta">For example</span>
          {EXAMPLES.map((example) => (
            <button
              key={example}
              type="button"
              className={parts.example}
              onClick={() => {
                setText(example);
              }}
            >
              {example}
            </button>
          ))}
        </div>
        <Select
          label="Calendar"
          data={calendars.map(({ id, title }) => ({ value: id, label: title }))}
          value={calendarId}
          error={tried && calendarId === null ? 'This account can write to no calendar.' : null}
          onChange={setCalendarId}
        />
        <TellGuests others value={updates} onChange={setUpdates} missing={tried} />
        <WriteOutcome desk={desk} writer={writer} onSend={(write) => void send(write)} />
        <div className={parts.buttons}>
          <Button variant="subtle" color="gray" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="filled" type="submit" loading={writer.busy}>
            Add
          </Button>
        </div>
      </form>
    </Modal>
  );
}
