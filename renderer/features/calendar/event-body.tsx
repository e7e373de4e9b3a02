import { Lock } from 'lucide-react';
import { memo, useLayoutEffect, useRef } from 'react';
import { stateWords } from './event-words.ts';
import css from './grid-view.module.css';
import type { EventExtra } from './fc-events.ts';

/**
 * The inside of an event in a grid. The block around it is FullCalendar's button: its name is exactly the title, what
 * else is to be said of it is its description. There can be hundreds on the screen, so this stays plain.
 */
export const EventBody = memo(function EventBody({
  title,
  time,
  line,
  extra,
}: {
  readonly title: string;
  /** When it starts, as FullCalendar words it; empty for all-day events. */
  readonly time: string;
  /** One line is all there is room for: in a short block of a day's column, or in a row of days. Null when there is more. */
  readonly line: 'column' | 'row' | null;
  readonly extra: EventExtra | null;
}) {
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const block = body.current?.closest('[role="button"]');
    if (block === null || block === undefined) return;
    const about = extra === null ? time : describe(time, extra);
    block.setAttribute('aria-label', title);
    block.setAttribute('aria-description', about);
    block.setAttribute('title', about === '' ? title : `${title}\n${about}`);
  }, [title, time, extra]);

  return (
    <div ref={body} className={css.body} data-line={line ?? undefined}>
      <span className={css.title}>
        {extra?.row.private === true && <Lock className={css.mark} size={11} aria-hidden="true" />}
        {title}
      </span>
      {time !== '' && <span className={css.time}>{time}</span>}
    </div>
  );
});

function describe(time: string, { row, calendarTitle, conflict }: EventExtra): string {
  const words = [time === '' ? 'all day' : time, ...stateWords(row), ...(conflict ? ['overlaps another event'] : []), row.location ?? '', calendarTitle];
  return words.filter((word) => word !== '').join(', ');
}
