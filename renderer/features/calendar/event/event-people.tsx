import { Button } from '@mantine/core';
import { Check, CircleHelp, DoorOpen, Users, X, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { EventDetailDto, EventPersonDto, EventResponse } from '../../../../preload/contract/calendar.ts';
import { Chip } from '../../../ui/chip.tsx';
import css from './event-dialog.module.css';
import { Fact } from './fact.tsx';
import { ANSWER, guestCount, personWords } from './people-words.ts';

const ICONS: Partial<Record<EventResponse, LucideIcon>> = { accepted: Check, tentative: CircleHelp, declined: X };
const FIRST = 8;

/** Guests with their answers, rooms apart, and whose event it is. */
export function EventPeople({ detail }: { readonly detail: EventDetailDto }) {
  const [all, setAll] = useState(false);
  const guests = detail.attendees.filter(({ resource }) => !resource);
  const rooms = detail.attendees.filter(({ resource }) => resource);
  const { organizer } = detail;
  const listed = guests.some((guest) => guest.organizer);
  const foreign = organizer !== null && !organizer.self && !listed;
  if (guests.length === 0 && rooms.length === 0 && !foreign) return null;
  const shown = all ? guests : guests.slice(0, FIRST);
  return (
    <>
      {(guests.length > 0 || foreign) && (
        <Fact icon={Users} label="Guests">
          {guests.length > 1 && <p className="gd-meta">{guestCount(guests)}</p>}
          {foreign && (
            <p>
              {personWords(organizer)} <span className="gd-meta">organizer</span>
            </p>
          )}
          <ul className={css.people} aria-label="Guests">
            {shown.map((guest, at) => (
              <Person key={at} person={guest} />
            ))}
          </ul>
          {guests.length > shown.length && (
            <Button
              size="sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                setAll(true);
              }}
            >
              Show {guests.length - shown.length} more
            </Button>
          )}
          {detail.attendeesOmitted && <p className={css.soft}>Google left out some of the guests: more are not shown.</p>}
        </Fact>
      )}
      {rooms.length > 0 && (
        <Fact icon={DoorOpen} label="Rooms">
          <ul className={css.people} aria-label="Rooms">
            {rooms.map((room, at) => (
              <Person key={at} person={room} />
            ))}
          </ul>
        </Fact>
      )}
    </>
  );
}

function Person({ person }: { readonly person: EventPersonDto }) {
  const answer = person.response === null ? null : ANSWER[person.response];
  const icon = person.response === null ? undefined : ICONS[person.response];
  const notes = [person.self && 'you', person.organizer && 'organizer', person.optional && 'optional'].filter((note) => note !== false);
  return (
    <li className={css.person}>
      <div className={css.who}>
        <p className="gd-selectable">
          {personWords(person)}
          {notes.length > 0 && <span className="gd-meta"> {notes.join(', ')}</span>}
        </p>
        {person.name !== null && person.email !== null && <p className="gd-meta gd-selectable">{person.email}</p>}
        {person.comment !== null && <p className={css.comment}>“{person.comment}”</p>}
      </div>
      {answer !== null && (
        <Chip tone={answer.tone} {...(icon === undefined ? {} : { icon })}>
          {answer.word}
        </Chip>
      )}
    </li>
  );
}
