import { ActionIcon, Modal } from '@mantine/core';
import { AlignLeft, X } from 'lucide-react';
import { useState } from 'react';
import type { EventDetailDto, EventRowDto } from '../../../../preload/contract/calendar.ts';
import { useNow } from '../../../ui/use-now.ts';
import { hueOf, huesOf } from '../calendar-colors.ts';
import { titleWords } from '../event-words.ts';
import { DescriptionView } from './description-view.tsx';
import css from './event-dialog.module.css';
import { EventFacts } from './event-facts.tsx';
import { EventFooter } from './event-footer.tsx';
import { EventNotices } from './event-notices.tsx';
import parts from './event-parts.module.css';
import { EventPeople } from './event-people.tsx';
import { LinkQuestion } from './link-question.tsx';
import { Rsvp } from './rsvp.tsx';
import { useEventDetail } from './use-event-detail.ts';
import { Fact } from './fact.tsx';
import type { Desk } from './windows-context.ts';

interface EventDialogProps {
  readonly desk: Desk;
  readonly row: EventRowDto;
  readonly onClose: () => void;
  readonly onEdit: (detail: EventDetailDto) => void;
  readonly onDuplicate: (detail: EventDetailDto) => void;
  readonly onDelete: (detail: EventDetailDto) => void;
}

/** Dialog `Event`: everything there is to tell of one event. What is held shows at once, what Google has now a moment later. */
export function EventDialog({ desk, row, onClose, onEdit, onDuplicate, onDelete }: EventDialogProps) {
  const [asked, setAsked] = useState(0);
  const [link, setLink] = useState<string | null>(null);
  const { detail, refreshing, problem } = useEventDetail(desk.authorization.id, row, asked, desk.calendar.revision);
  const now = useNow();
  const shown = detail ?? row;
  const calendar = desk.calendar.calendars.find(({ id }) => id === row.calendarId);
  const again = (): void => {
    setAsked(asked + 1);
  };
  return (
    <Modal.Root opened onClose={onClose} size={480} centered>
      <Modal.Overlay />
      <Modal.Content aria-label="Event" radius="xl" className="gd-scroll">
        <Modal.Body className={css.body ?? ''}>
          <div className={css.top}>
            <span className={parts.swatch} data-hue={hueOf(shown, huesOf(desk.calendar.calendars))} aria-hidden="true" />
            <span className={css.calendar}>{detail?.calendarTitle ?? calendar?.title ?? row.calendarId}</span>
            <ActionIcon aria-label="Close" onClick={onClose} data-autofocus>
              <X size={16} strokeWidth={1.75} />
            </ActionIcon>
          </div>
          <h2 className={`gd-dialog-title ${css.title}`} data-cancelled={shown.status === 'cancelled' || undefined}>
            {titleWords(shown)}
          </h2>
          <EventNotices calendar={desk.calendar} row={shown} detail={detail} problem={problem} refreshing={refreshing} onAgain={again} />
          <EventFacts desk={desk} row={shown} detail={detail} now={now} onLink={setLink} />
          {detail !== null && <EventPeople detail={detail} />}
          {detail !== null && detail.description !== null && detail.description.trim() !== '' && (
            <Fact icon={AlignLeft} label="Description">
              <DescriptionView raw={detail.description} cut={detail.descriptionCut} onLink={setLink} />
            </Fact>
          )}
          {link !== null && (
            <LinkQuestion
              key={link}
              authorizationId={desk.authorization.id}
              calendarId={row.calendarId}
              eventId={row.eventId}
              url={link}
              onClose={() => {
                setLink(null);
              }}
            />
          )}
          {detail?.rights.respond === true && <Rsvp desk={desk} detail={detail} now={now} onAnswered={again} />}
          <EventFooter desk={desk} detail={detail} refreshing={refreshing} onEdit={onEdit} onDuplicate={onDuplicate} onDelete={onDelete} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
