import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { EditedTime, EventRowDto, EventWrite, SendUpdates, SeriesScope } from '../../../../preload/contract/calendar.ts';
import { useNow } from '../../../ui/use-now.ts';
import { titleWords } from '../event-words.ts';
import css from './move-dialog.module.css';
import parts from './event-parts.module.css';
import { hasOthers } from './people-words.ts';
import { SeriesChoice } from './series-choice.tsx';
import { seriesWords } from './recurrence-words.ts';
import { startOfSeries } from './series-start.ts';
import { TellGuests, updatesFor } from './tell-guests.tsx';
import { editedWords, whenWords } from './times.ts';
import { useEventDetail } from './use-event-detail.ts';
import { useWriter, type WriteState } from './use-writer.ts';
import type { Desk } from './windows-context.ts';
import { WriteOutcome } from './write-outcome.tsx';

interface MoveDialogProps {
  readonly desk: Desk;
  readonly row: EventRowDto;
  readonly start: EditedTime;
  readonly end: EditedTime;
  /** What became of a move that was sent without a question. */
  readonly begin: WriteState;
  readonly onEnd: (moved: boolean) => void;
}

/** After a drag or resize: old → new, which of a series, and who is told. */
export function MoveDialog({ desk, row, start, end, begin, onEnd }: MoveDialogProps) {
  const writer = useWriter(desk, begin);
  const now = useNow();
  const { detail } = useEventDetail(desk.authorization.id, row, 0, desk.calendar.revision);
  const [scope, setScope] = useState<SeriesScope>('this');
  const [updates, setUpdates] = useState<SendUpdates | null>(null);
  const [tried, setTried] = useState(false);
  const others = hasOthers(row, detail);
  const sendUpdates = updatesFor(others, updates);
  const hour24 = desk.calendar.preferences.format24Hour;
  const gone = writer.state.phase === 'answered' && writer.state.answer.outcome === 'gone';
  const merging = writer.state.phase === 'answered' && writer.state.answer.outcome === 'conflict';

  const send = async (write: EventWrite): Promise<void> => {
    const done = await writer.send(write);
    if (done === null) return;
    desk.onDone(write, done, row.title);
    onEnd(true);
  };
  const stop = (): void => {
    onEnd(false);
  };
  return (
    <Modal opened classNames={{ content: 'gd-scroll' }} onClose={stop} title="Move event?" size={456} withCloseButton={false} closeOnEscape={!merging}>
      <form
        className={parts.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (sendUpdates === null) return;
          const etag = (scope === 'series' ? detail?.seriesEtag : detail?.etag) ?? null;
          void send({ kind: 'move', calendarId: row.calendarId, eventId: row.eventId, scope, sendUpdates, etag, start, end });
        }}
      >
        <div className={css.move}>
          <p className="gd-row-title-dense">{titleWords(row)}</p>
          <p className="gd-num">
            <span className={css.from}>{whenWords(row, desk.zone, now, hour24)}</span>
            <span aria-hidden="true"> → </span>
            <span className="gd-visually-hidden"> becomes </span>
            <span className={css.to}>{editedWords(start, end, now, hour24)}</span>
          </p>
        </div>
        {row.seriesId !== null && (
          <SeriesChoice
            value={scope}
            onChange={setScope}
            one={whenWords(row, desk.zone, now, hour24)}
            series={detail === null || detail.recurrence.length === 0 ? null : `${seriesWords(detail.recurrence, startOfSeries(detail, desk.zone), now)}; all of it moves by the same distance`}
          />
        )}
        <TellGuests others={others} value={updates} onChange={setUpdates} missing={tried} />
        <WriteOutcome desk={desk} writer={writer} onSend={(write) => void send(write)} />
        <div className={parts.buttons}>
          <Button variant="subtle" color="gray" data-autofocus onClick={stop}>
            {gone ? 'Close' : 'Put it back'}
          </Button>
          {!gone && (
            <Button variant="filled" type="submit" loading={writer.busy}>
              {scope === 'series' ? 'Move the series' : 'Move'}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}
