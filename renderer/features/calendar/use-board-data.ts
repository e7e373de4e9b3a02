import { useEffect, useMemo, useRef, useState } from 'react';
import type { CalendarDto, CalendarStateDto } from '../../../preload/contract/calendar.ts';
import { huesOf, type CalendarHue } from './calendar-colors.ts';
import { findConflicts, noConflicts, type Conflicts } from './conflicts.ts';
import colors from './event-colors.module.css';
import { isShown } from './event-words.ts';
import { toEvents, type EventExtra } from './fc-events.ts';
import css from './grid-view.module.css';
import type { Shown } from './range-loader.ts';
import type { AgendaFilter } from './use-agenda.ts';
import { useRangeRows, type Scene } from './use-range-rows.ts';
import type { ViewSettings } from './view-choice.ts';
import { rangeOf, stepped } from './view-dates.ts';

type Drawn = ReturnType<typeof toEvents>;

export interface BoardData {
  /** As main told it, with ticks that were just set already in place. */
  readonly state: CalendarStateDto;
  readonly calendars: ReadonlyMap<string, CalendarDto>;
  readonly hues: ReadonlyMap<string, CalendarHue>;
  /** Ids of the ticked calendars. */
  readonly ticked: readonly string[];
  readonly shown: Shown<Scene> | null;
  /** To be called when the grid moved an event before it was written. */
  readonly redrawn: () => void;
  /** What the grid draws. */
  readonly events: Drawn;
  readonly conflicts: Conflicts;
  readonly agendaFilter: AgendaFilter;
  readonly select: (tell: (calendarId: string, selected: boolean) => void) => (calendarId: string, selected: boolean) => void;
}

function classOf({ hue, look, conflict }: EventExtra): string {
  return [css.event, colors[hue], look === 'plain' ? '' : css[look], conflict ? css.conflict : ''].filter(Boolean).join(' ');
}

/** From what main told and what the user chose to what the views draw. Everything keeps its identity while nothing changes. */
export function useBoardData(authorizationId: string, told: CalendarStateDto, settings: ViewSettings, onShow: (scene: Scene) => void): BoardData {
  const { view, date, zone, showDeclined, showCancelled } = settings;
  const ticks = useTicks(told);
  const { state } = ticks;
  // The state comes anew with each event; these follow only what they are made of.
  const looks = JSON.stringify(state.calendars.map(({ id, color, title }) => [id, color, title]));
  const ids = JSON.stringify(state.calendars.filter(({ selected }) => selected).map(({ id }) => id));
  const ticked = useMemo(() => JSON.parse(ids) as readonly string[], [ids]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- `looks` stands for the part of the calendars it reads
  const hues = useMemo(() => huesOf(state.calendars), [looks]);
  // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  const titles = useMemo(() => new Map(state.calendars.map(({ id, title }) => [id, title])), [looks]);
  const calendars = useMemo(() => new Map(state.calendars.map((calendar) => [calendar.id, calendar])), [state.calendars]);

  const { weekStart } = state.preferences;
  const [scene = null, ...next] = useMemo((): readonly Scene[] => {
    if (view === 'agenda') return [];
    return [date, stepped(view, date, 1), stepped(view, date, -1)].map((at) => sceneAt(view, at, weekStart, zone));
  }, [view, date, weekStart, zone]);
  const { shown, redrawn } = useRangeRows(authorizationId, ticked, state.can.read ? scene : null, next, state.revision, onShow);

  const rows = useMemo(() => {
    const wanted = new Set(ticked);
    return (shown?.rows ?? []).filter((row) => wanted.has(row.calendarId) && isShown(row, { showDeclined, showCancelled }));
  }, [shown?.rows, ticked, showDeclined, showCancelled]);
  const conflicts = useMemo(() => (view === 'agenda' || rows.length === 0 ? noConflicts : findConflicts(rows, zone)), [rows, zone, view]);
  const events = useMemo(() => toEvents(rows, hues, titles, conflicts.keys, classOf), [rows, hues, titles, conflicts]);
  const agendaFilter = useMemo(
    () => ({ authorizationId, calendarIds: ticked, zone, showDeclined, showCancelled }),
    [authorizationId, ticked, zone, showDeclined, showCancelled],
  );
  return { state, calendars, hues, ticked, shown, redrawn, events, conflicts, agendaFilter, select: ticks.select };
}

function sceneAt(view: Scene['view'], date: string, weekStart: number, zone: string): Scene {
  const range = rangeOf(view, date, weekStart);
  return { view, range, zone, date: view === 'month' ? `${date.slice(0, 8)}01` : range.first };
}

/** Ticks answer at once; main's word replaces them when it comes, or after a while when it does not. */
function useTicks(told: CalendarStateDto): Pick<BoardData, 'state' | 'select'> {
  const [early, setEarly] = useState<ReadonlyMap<string, boolean>>(new Map());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
  const state = useMemo(() => {
    if (early.size === 0) return told;
    return { ...told, calendars: told.calendars.map((one) => ({ ...one, selected: early.get(one.id) ?? one.selected })) };
  }, [told, early]);
  return {
    state,
    select: (tell) => (calendarId, selected) => {
      setEarly((before) => new Map(before).set(calendarId, selected));
      tell(calendarId, selected);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        setEarly(new Map());
      }, EARLY_MS);
    },
  };
}

const EARLY_MS = 2000;

