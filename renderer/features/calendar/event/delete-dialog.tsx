import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { EventDetailDto, EventWrite, SendUpdates, SeriesScope } from '../../../../preload/contract/calendar.ts';
import { useNow } from '../../../ui/use-now.ts';
import { titleWords } from '../event-words.ts';
import parts from './event-parts.module.css';
import { hasOthers } from './people-words.ts';
import { SeriesChoice } from './series-choice.tsx';
import { seriesWords } from './recurrence-words.ts';
import { startOfSeries } from './series-start.ts';
import { TellGuests, updatesFor } from './tell-guests.tsx';
import { whenWords } from './times.ts';
import { useWriter } from './use-writer.ts';
import type { Desk } from './windows-context.ts';
import { WriteOutcome } from './write-outcome.tsx';

interface DeleteDialogProps {
  readonly desk: Desk;
  readonly detail: EventDetailDto;
  readonly onCancel: () => void;
  readonly onDeleted: () => void;
}

/** Asks before an event is deleted: which of a series, and who is told. */
export function DeleteDialog({ desk, detail, onCancel, onDeleted }: DeleteDialogProps) {
  const writer = useWriter(desk);
  const now = useNow();
  const [scope, setScope] = useState<SeriesScope>('this');
  const [updates, setUpdates] = useState<SendUpdates | null>(null);
  const [tried, setTried] = useState(false);
  const others = hasOthers(detail, detail);
  const sendUpdates = updatesFor(others, updates);
  const when = whenWords(detail, desk.zone, now, desk.calendar.preferences.format24Hour);
  const gone = writer.state.phase === 'answered' && writer.state.answer.outcome === 'gone';
  const merging = writer.state.phase === 'answered' && writer.state.answer.outcome === 'conflict';

  const send = async (write: EventWrite): Promise<void> => {
    const done = await writer.send(write);
    if (done === null) return;
    desk.onDone(write, done, detail.title);
    onDeleted();
  };
  return (
    <Modal opened classNames={{ content: 'gd-scroll' }} onClose={onCancel} title="Delete event?" size={456} withCloseButton={false} closeOnEscape={!merging}>
      <form
        className={parts.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (sendUpdates === null) return;
          const etag = scope === 'series' ? detail.seriesEtag : detail.etag;
          void send({ kind: 'delete', calendarId: detail.calendarId, eventId: detail.eventId, scope, sendUpdates, etag });
        }}
      >
        <p className={parts.quiet}>
          “{titleWords(detail)}”, {when}, is taken out of {detail.calendarTitle}. It can be undone right after.
        </p>
        {detail.seriesId !== null && (
          <SeriesChoice
            value={scope}
            onChange={setScope}
            one={when}
            series={detail.recurrence.length === 0 ? null : seriesWords(detail.recurrence, startOfSeries(detail, desk.zone), now)}
          />
        )}
        <TellGuests others={others} value={updates} onChange={setUpdates} missing={tried} />
        <WriteOutcome desk={desk} writer={writer} onSend={(write) => void send(write)} />
        <div className={parts.buttons}>
          <Button variant="subtle" color="gray" data-autofocus onClick={gone ? onDeleted : onCancel}>
            {gone ? 'Close' : 'Cancel'}
          </Button>
          {!gone && (
            <Button variant="filled" color="brick" type="submit" loading={writer.busy}>
              {scope === 'series' ? 'Delete the series' : 'Delete'}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
