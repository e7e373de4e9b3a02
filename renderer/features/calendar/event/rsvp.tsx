import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { EventDetailDto, EventResponse, EventWrite, SendUpdates, SeriesScope } from '../../../../preload/contract/calendar.ts';
import css from './event-dialog.module.css';
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

type Answer = Exclude<EventResponse, 'needsAction'>;

const BUTTONS: readonly { readonly answer: Answer; readonly word: string }[] = [
  { answer: 'accepted', word: 'Going' },
  { answer: 'tentative', word: 'Maybe' },
  { answer: 'declined', word: 'Not going' },
];

interface RsvpProps {
  readonly desk: Desk;
  readonly detail: EventDetailDto;
  readonly now: number;
  readonly onAnswered: () => void;
}

/** The account's own answer: three buttons, then what has to be said before it is sent. */
export function Rsvp({ desk, detail, now, onAnswered }: RsvpProps) {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const self = detail.attendees.find((one) => one.self);
  const said = detail.response ?? self?.response ?? null;
  return (
    <section className={css.rsvp} aria-label="Your answer">
      <div className={css.rsvpHead}>
        <span className="gd-row-title-dense">Are you going?</span>
        <div className={css.rsvpButtons}>
          {BUTTONS.map((button) => (
            <Button
              key={button.answer}
              size="sm"
              variant={(answer ?? said) === button.answer ? 'light' : 'default'}
              aria-pressed={(answer ?? said) === button.answer}
              onClick={() => {
                setAnswer(button.answer);
              }}
            >
              {button.word}
            </Button>
          ))}
        </div>
      </div>
      {answer !== null && (
        <Send
          desk={desk}
          detail={detail}
          now={now}
          answer={answer}
          comment={self?.comment ?? ''}
          onCancel={() => {
            setAnswer(null);
          }}
          onAnswered={() => {
            setAnswer(null);
            onAnswered();
          }}
        />
      )}
    </section>
  );
}

interface SendProps extends RsvpProps {
  readonly answer: Answer;
  readonly comment: string;
  readonly onCancel: () => void;
}

function Send({ desk, detail, now, answer, comment: before, onCancel, onAnswered }: SendProps) {
  const writer = useWriter(desk);
  const [comment, setComment] = useState(before);
  const [scope, setScope] = useState<SeriesScope>('this');
  const [updates, setUpdates] = useState<SendUpdates | null>(null);
  const [tried, setTried] = useState(false);
  const others = hasOthers(detail, detail);
  const sendUpdates = updatesFor(others, updates);

  const send = async (write: EventWrite): Promise<void> => {
    const done = await writer.send(write);
    if (done === null) return;
    desk.onDone(write, done, detail.title);
    onAnswered();
  };
  return (
    <form
      className={parts.form}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (sendUpdates === null) return;
        const target = { calendarId: detail.calendarId, eventId: detail.eventId, scope, sendUpdates };
        const etag = scope === 'series' ? detail.seriesEtag : detail.etag;
        void send({ kind: 'respond', ...target, etag, response: answer, comment: comment.trim() === '' && before === '' ? null : comment.trim() });
      }}
    >
      <TextInput
        label="Comment"
        placeholder="Optional"
        value={comment}
        maxLength={1000}
        onChange={(event) => {
          setComment(event.currentTarget.value);
        }}
      />
      {detail.seriesId !== null && (
        <SeriesChoice
          value={scope}
          onChange={setScope}
          one={whenWords(detail, desk.zone, now, desk.calendar.preferences.format24Hour)}
          series={detail.recurrence.length === 0 ? null : seriesWords(detail.recurrence, startOfSeries(detail, desk.zone), now)}
        />
      )}
      <TellGuests others={others} value={updates} onChange={setUpdates} missing={tried} />
      <WriteOutcome desk={desk} writer={writer} onSend={(write) => void send(write)} />
      <div className={parts.buttons}>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          Cancel
        </Button>
        <Button variant="filled" type="submit" loading={writer.busy}>
          Send answer
        </Button>
      </div>
    </form>
  );
}
