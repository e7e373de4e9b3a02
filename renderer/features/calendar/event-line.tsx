import { Lock, MapPin } from 'lucide-react';
import { memo } from 'react';
import type { EventRowDto } from '../../../preload/contract/calendar.ts';
import type { CalendarHue } from './calendar-colors.ts';
import colors from './event-colors.module.css';
import css from './event-line.module.css';
import { lookOf, stateWords, titleWords } from './event-words.ts';

/** An event as a line of a list: when, what, where, in which calendar. A button named by its title. */
export const EventLine = memo(function EventLine({
  row,
  time,
  hue,
  calendarTitle,
  onOpen,
}: {
  readonly row: EventRowDto;
  readonly time: string;
  readonly hue: CalendarHue;
  readonly calendarTitle: string;
  readonly onOpen: (row: EventRowDto) => void;
}) {
  const title = titleWords(row);
  const states = stateWords(row);
  const about = [time, ...states, row.location ?? '', calendarTitle].filter((word) => word !== '').join(', ');
  const look = lookOf(row);
  return (
    // eslint-disable-next-line jsx-a11y/role-supports-aria-props -- ARIA 1.3 allows a description on every role; the rule's list is older
    <button
      type="button"
      className={`${css.line} ${colors[hue]}`}
      data-look={look}
      data-event=""
      aria-label={title}
      aria-description={about}
      onClick={() => {
        onOpen(row);
      }}
    >
      <span className={css.time}>{time}</span>
      <span className={css.bar} />
      <span className={css.title}>{title}</span>
      {row.private && <Lock size={12} strokeWidth={1.75} aria-hidden="true" />}
      {look !== 'plain' && <span className={css.state}>{states[0]}</span>}
      <span className={css.place}>
        {row.location !== null && row.location !== '' && (
          <>
            <MapPin size={12} strokeWidth={1.75} aria-hidden="true" />
            {row.location}
          </>
        )}
      </span>
      <span className={css.calendar}>{calendarTitle}</span>
    </button>
  );
});
