import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { CalendarDto, EventRowDto } from '../../../preload/contract/calendar.ts';
import { ProblemNotice } from '../../ui/notice.tsx';
import { chunkFrom, chunksOf, heightOf, ROW_HEIGHT, type Chunk } from './agenda-chunks.ts';
import css from './agenda-view.module.css';
import { hueOf, type CalendarHue } from './calendar-colors.ts';
import { EventLine } from './event-line.tsx';
import { eventKey, timeWords } from './event-words.ts';
import { useAgenda, type AgendaFilter } from './use-agenda.ts';
import { dateHeading, dateWords } from './view-dates.ts';

interface AgendaViewProps {
  readonly filter: AgendaFilter;
  readonly revision: number;
  /** Where it starts; another date scrolls there. */
  readonly date: string;
  /** Grows with every wish to go to `date`, also when it is the same date again. */
  readonly visit: number;
  readonly today: string;
  readonly format24Hour: boolean;
  readonly calendars: ReadonlyMap<string, CalendarDto>;
  readonly hues: ReadonlyMap<string, CalendarHue>;
  readonly onOpen: (row: EventRowDto) => void;
  /** The date at the top, while scrolling. */
  readonly onTop: (date: string) => void;
}

/** Every day that has events, as one list. Its whole length is known from the counts; only what can be seen is read and drawn. */
export function AgendaView(props: AgendaViewProps) {
  const { filter, revision, date, visit, today, onTop } = props;
  const { agenda, near } = useAgenda(filter, revision);
  const scroller = useRef<HTMLDivElement>(null);
  const chunks = useMemo(() => chunksOf(agenda.days ?? []), [agenda.days]);
  // eslint-disable-next-line react-hooks/incompatible-library -- its functions stay in this component
  const virtual = useVirtualizer({
    count: chunks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(chunks[at] ?? { date: '', day: 0, from: 0, count: 0 }),
    getItemKey: (at) => `${chunks[at]?.date ?? ''} ${chunks[at]?.from ?? at}`,
    overscan: 3,
    paddingEnd: 24,
  });
  const items = virtual.getVirtualItems();
  const drawn = items.length > 0;
  const first = chunks[items[0]?.index ?? 0]?.day ?? 0;
  const last = chunks[items.at(-1)?.index ?? 0]?.day ?? 0;

  useEffect(() => {
    if (drawn) near(first, last);
  }, [near, drawn, first, last, agenda.days]);
  usePlace(virtual, chunks, agenda.days !== null, date, visit, onTop);

  if (agenda.days === null) return <div className={css.empty} aria-busy={agenda.problem === null}>{agenda.problem !== null && <ProblemNotice problem={agenda.problem} />}</div>;
  if (chunks.length === 0) return <p className={css.empty}>No events in the ticked calendars.</p>;
  return (
    <div className={`gd-scroll ${css.agenda}`} ref={scroller} role="group" aria-label="Agenda">
      {agenda.problem !== null && <ProblemNotice problem={agenda.problem} />}
      <div className={css.canvas} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const chunk = chunks[item.index];
          if (chunk === undefined) return null;
          return (
            <div key={item.key} className={css.chunk} style={{ transform: `translateY(${item.start}px)` }} data-today={chunk.date === today || undefined} data-first={chunk.from === 0 || undefined}>
              <h3 className={css.day} aria-label={dateWords(chunk.date)}>
                {chunk.from === 0 ? dateHeading(chunk.date, today) : ''}
              </h3>
              <ChunkRows chunk={chunk} rows={agenda.rows.get(chunk.date)} {...props} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function ChunkRows({
  chunk,
  rows,
  filter,
  format24Hour,
  calendars,
  hues,
  onOpen,
}: AgendaViewProps & { readonly chunk: Chunk; readonly rows: readonly EventRowDto[] | undefined }) {
  return (
    <ul className={css.rows} style={{ height: chunk.count * ROW_HEIGHT }} aria-busy={rows === undefined}>
      {rows?.slice(chunk.from, chunk.from + chunk.count).map((row) => (
        <li key={eventKey(row)}>
          <EventLine
            row={row}
            time={timeWords(row, chunk.date, filter.zone, format24Hour)}
            hue={hueOf(row, hues)}
            calendarTitle={calendars.get(row.calendarId)?.title ?? ''}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}

/** Goes to the chosen date, keeps the place when days come and go above it, and tells which date is at the top. */
function usePlace(
  virtual: Virtualizer<HTMLDivElement, Element>,
  chunks: readonly Chunk[],
  ready: boolean,
  date: string,
  visit: number,
  onTop: (date: string) => void,
): void {
  const gone = useRef<string | null>(null);
  const place = useRef<{ readonly date: string; readonly below: number } | null>(null);
  const offset = virtual.scrollOffset ?? 0;
  const top = chunks[virtual.getVirtualItemForOffset(offset)?.index ?? -1];

  useLayoutEffect(() => {
    if (!ready || chunks.length === 0) return;
    const start = (of: string): number => virtual.getOffsetForIndex(Math.min(chunkFrom(chunks, of), chunks.length - 1), 'start')?.[0] ?? 0;
    const wish = `${date} ${visit}`;
    if (gone.current !== wish) {
      gone.current = wish;
      virtual.scrollToOffset(start(date));
    } else if (place.current !== null) {
      virtual.scrollToOffset(start(place.current.date) + place.current.below);
    }
  }, [virtual, chunks, ready, date, visit]);

  useEffect(() => {
    if (top === undefined) return;
    const start = virtual.getOffsetForIndex(chunkFrom(chunks, top.date), 'start')?.[0] ?? 0;
    place.current = { date: top.date, below: offset - start };
    onTop(top.date);
  }, [virtual, chunks, top, offset, onTop]);
}
