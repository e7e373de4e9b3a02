import FullCalendar, { type CalendarRef, type DayCellInfo, type DayHeaderInfo, type EventChangeInfo, type EventClickInfo, type EventDisplayInfo, type EventInput } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import classicTheme from '@fullcalendar/react/themes/classic';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import { memo, useCallback, useLayoutEffect, type RefObject } from 'react';
import type { EditedTime, EventRowDto } from '../../../preload/contract/calendar.ts';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import { EventBody } from './event-body.tsx';
import { editedSpan, type EventExtra } from './fc-events.ts';
import css from './grid-view.module.css';
import type { Scene } from './use-range-rows.ts';

const PLUGINS = [dayGridPlugin, timeGridPlugin, interactionPlugin, classicTheme];
const FC_VIEW = { month: 'dayGridMonth', week: 'timeGridWeek', day: 'timeGridDay' } as const;
const VIEWS = { dayGridMonth: { dayMaxEvents: true, dayCellTopContent: drawMonthDay }, timeGrid: { dayMaxEvents: 4 } };
const CLOCK_24 = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const CLOCK_12 = { hour: 'numeric', minute: '2-digit', omitZeroMinute: true, meridiem: 'short' } as const;
/** Where a day begins to be of interest. */
const MORNING = '08:00';
const POPOVER = { weekday: 'short', day: 'numeric', month: 'long' } as const;

/** The row behind a drawn event; null for the shadow of a selection. */
function extraOf(event: { readonly extendedProps: Readonly<Record<string, unknown>> }): EventExtra | null {
  return (event.extendedProps['extra'] as EventExtra | undefined) ?? null;
}

function drawEvent({ event, timeText, isShort, view }: EventDisplayInfo) {
  const line = event.allDay || view.type === FC_VIEW.month ? 'row' : isShort ? 'column' : null;
  return <EventBody title={event.title} time={timeText} line={line} extra={extraOf(event)} />;
}

function drawMonthDay({ dayNumberText, isToday }: DayCellInfo) {
  return (
    <span className={css.monthDay} data-today={isToday || undefined}>
      {dayNumberText}
    </span>
  );
}

function drawDayHeader({ weekdayText, dayNumberText, text, isToday }: DayHeaderInfo) {
  if (dayNumberText === '') return text;
  return (
    <span className={css.dayHeader} data-today={isToday || undefined}>
      {weekdayText} <span className={css.dayNumber}>{dayNumberText}</span>
    </span>
  );
}

/** Saturdays and Sundays are a little darker. */
function dayClass({ dow }: { readonly dow: number }): string {
  return (dow === 0 || dow === 6 ? css.weekend : undefined) ?? '';
}
function slotClass({ isMinor }: { readonly isMinor: boolean }): string {
  return (isMinor ? css.halfHour : undefined) ?? '';
}

/**
 * In a week without events nothing takes the focus, so what scrolls takes it itself. It must have a part in the table then: it takes over
 * that of the group of rows around it.
 */
function letKeysScroll({ el }: { readonly el: HTMLElement }): void {
  for (const part of el.querySelectorAll<HTMLElement>('[role="rowgroup"] div')) {
    if (!/auto|scroll/.test(getComputedStyle(part).overflowY)) continue;
    part.closest('[role="rowgroup"]')?.removeAttribute('role');
    part.setAttribute('role', 'rowgroup');
    part.tabIndex = 0;
  }
}

/** Moves a drawn calendar to a scene; nothing happens when it is there already. */
export function showScene(calendar: CalendarRef | null, { view, date, zone }: Scene): void {
  const api = calendar?.getApi();
  if (api === undefined || api.getOption('timeZone') !== zone) return;
  if (api.view.type === FC_VIEW[view] && api.formatIso(api.getDate(), true) === date) return;
  api.changeView(FC_VIEW[view], date);
}

export type GridActions = {
  readonly open: (row: EventRowDto) => void;
  /** After a drag or resize; false takes it back. */
  readonly move: (row: EventRowDto, start: EditedTime, end: EditedTime) => Promise<boolean>;
  readonly create: (range: { readonly start: EditedTime; readonly end: EditedTime }) => void;
  readonly openDay: (date: string) => void;
};

interface GridViewProps {
  readonly calendarRef: RefObject<CalendarRef | null>;
  readonly scene: Scene;
  /** Keep its identity while nothing changes: FullCalendar draws again when it is another. */
  readonly events: readonly EventInput[];
  readonly weekStart: number;
  readonly weekends: boolean;
  readonly format24Hour: boolean;
  /** Keep its identity (`useStable`). */
  readonly actions: GridActions;
}

/** Month, week and day, drawn by FullCalendar in the chosen zone. Dragging, resizing and selecting only ask: the page writes. */
export const GridView = memo(function GridView({ calendarRef, scene, events, weekStart, weekends, format24Hour, actions }: GridViewProps) {
  const { zone, view } = scene;
  useLayoutEffect(() => {
    showScene(calendarRef.current, scene);
  });

  const begin = useCallback(
    ({ el }: { readonly el: HTMLElement }) => {
      letKeysScroll({ el });
      // FullCalendar scrolls as soon as it knows how high an hour is; on a busy machine the day is not that long yet, and it stays at midnight.
      requestAnimationFrame(() => {
        requestAnimationFrame(() => {
          calendarRef.current?.getApi().scrollToTime(MORNING);
        });
      });
    },
    [calendarRef],
  );
  const open = useCallback(({ event, jsEvent }: EventClickInfo) => {
    jsEvent.preventDefault();
    const extra = extraOf(event);
    if (extra !== null) actions.open(extra.row);
  }, [actions]);
  const move = useCallback(
    ({ event, revert }: EventChangeInfo) => {
      const extra = extraOf(event);
      if (extra === null) return;
      const { start, end } = editedSpan(event, zone);
      void actions.move(extra.row, start, end).then((done) => {
        if (!done) revert();
      });
    },
    [zone, actions],
  );
  const select = useCallback(
    (span: { readonly allDay: boolean; readonly startStr: string; readonly endStr: string }) => {
      actions.create(editedSpan(span, zone));
      calendarRef.current?.getApi().unselect();
    },
    [zone, calendarRef, actions],
  );
  const openDay = useCallback(
    (date: Date) => {
      const day = calendarRef.current?.getApi().formatIso(date, true);
      if (day !== undefined) actions.openDay(day);
    },
    [calendarRef, actions],
  );

  return (
    <div className={css.grid}>
      <FullCalendar
        key={zone}
        ref={calendarRef}
        plugins={PLUGINS}
        views={VIEWS}
        initialView={FC_VIEW[view]}
        initialDate={scene.date}
        viewDidMount={begin}
        timeZone={zone}
        firstDay={weekStart}
        weekends={weekends || view === 'day'}
        headerToolbar={false}
        height="100%"
        borderless
        fixedWeekCount={false}
        events={events as EventInput[]}
        eventContent={drawEvent}
        eventDisplay="block"
        eventTimeFormat={format24Hour ? CLOCK_24 : CLOCK_12}
        slotHeaderFormat={format24Hour ? CLOCK_24 : CLOCK_12}
        popoverFormat={POPOVER}
        displayEventEnd={false}
        forceEventDuration
        defaultTimedEventDuration="00:30"
        slotDuration="00:30"
        slotMinHeight={25}
        eventMinHeight={20}
        eventShortHeight={42}
        scrollTime={MORNING}
        scrollTimeReset={false}
        nowIndicator
        allDayText="all day"
        dayHeaderAlign="start"
        dayHeaderContent={drawDayHeader}
        dayHeaderClass={css.headerCell ?? ''}
        dayLaneClass={dayClass}
        dayCellClass={dayClass}
        slotLaneClass={slotClass}
        slotHeaderClass={slotClass}
        eventInnerClass={css.inner ?? ''}
        allDayDividerClass={css.divider ?? ''}
        slotHeaderInnerClass={css.axis ?? ''}
        allDayHeaderInnerClass={css.axis ?? ''}
        rowMoreLinkClass={css.more ?? ''}
        navLinks
        navLinkDayClick={openDay}
        eventClick={open}
        eventDrop={move}
        eventResize={move}
        selectable
        selectMirror
        selectMinDistance={4}
        select={select}
      />
    </div>
  );
});
