import { Button, Loader } from '@mantine/core';
import { Search } from 'lucide-react';
import type { CalendarDto, EventRowDto } from '../../../preload/contract/calendar.ts';
import type { RemedyDto } from '../../../preload/contract/calls.ts';
import { ExplanationPanel } from '../../ui/explanation-panel.tsx';
import { ProblemNotice } from '../../ui/notice.tsx';
import { hueOf, type CalendarHue } from './calendar-colors.ts';
import { EventLine } from './event-line.tsx';
import { eventKey, timeWords } from './event-words.ts';
import { foundDays, type FoundDay } from './search-days.ts';
import css from './search-view.module.css';
import type { SearchState } from './use-search.ts';
import { dateHeading, dateWords } from './view-dates.ts';

interface SearchViewProps {
  readonly search: SearchState;
  readonly zone: string;
  readonly today: string;
  readonly format24Hour: boolean;
  readonly calendars: ReadonlyMap<string, CalendarDto>;
  readonly hues: ReadonlyMap<string, CalendarHue>;
  readonly onOpen: (row: EventRowDto) => void;
  readonly onRemedy: (remedy: RemedyDto) => void;
}

/** What was found, in place of the view: the loaded events at once, Google's on request. */
export function SearchView(props: SearchViewProps) {
  const { search, zone, today, onRemedy } = props;
  const { events, google } = search;
  const { ahead, past } = foundDays(events ?? [], zone, today);
  return (
    <section className={`gd-scroll ${css.view}`} aria-label="Search results">
      <div className={css.head}>
        <p role="status">{events === null ? 'Searching…' : summary(events.length, search)}</p>
        {google === 'busy' ? (
          <>
            <Loader size={14} color="petrol" />
            <span className="gd-meta">Asking Google</span>
            <Button size="sm" variant="subtle" color="gray" onClick={search.cancel}>
              Cancel
            </Button>
          </>
        ) : (
          google !== 'done' && (
            <Button size="sm" variant="light" leftSection={<Search size={13} strokeWidth={1.75} />} onClick={search.askGoogle}>
              Ask Google too
            </Button>
          )
        )}
      </div>
      {search.error !== null && <ProblemNotice problem={search.error} />}
      {search.problem !== null && <ExplanationPanel explanation={search.problem} onRemedy={onRemedy} />}
      {ahead.map((day) => (
        <Day key={day.date} day={day} Heading="h3" {...props} />
      ))}
      {past.length > 0 && <h3 className={css.past}>Earlier</h3>}
      {past.map((day) => (
        <Day key={day.date} day={day} Heading="h4" {...props} />
      ))}
    </section>
  );
}

function summary(count: number, { google, truncated }: SearchState): string {
  const where = google === 'done' ? 'here and at Google' : 'in what is loaded';
  if (count === 0) return `Nothing found ${where}.`;
  return `${truncated ? 'The first ' : ''}${String(count)} ${count === 1 ? 'event' : 'events'} found ${where}.`;
}

interface DayProps extends SearchViewProps {
  readonly day: FoundDay;
  /** Days gone by stand under a heading of their own. */
  readonly Heading: 'h3' | 'h4';
}

function Day({ day, Heading, zone, today, format24Hour, calendars, hues, onOpen }: DayProps) {
  return (
    <div className={css.day}>
      <Heading className={css.date} aria-label={dateWords(day.date)}>
        {dateHeading(day.date, today)}
      </Heading>
      <ul>
        {day.events.map((row) => (
          <li key={eventKey(row)}>
            <EventLine
              row={row}
              time={timeWords(row, day.date, zone, format24Hour)}
              hue={hueOf(row, hues)}
              calendarTitle={calendars.get(row.calendarId)?.title ?? ''}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
