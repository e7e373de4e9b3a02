import type { EventInput } from '@fullcalendar/react';
import type { EditedTime, EventRowDto } from '../../../preload/contract/calendar.ts';
import { hueOf, type CalendarHue } from './calendar-colors.ts';
import { eventKey, lookOf, titleWords, type EventLook } from './event-words.ts';

/** What a drawn event needs beside what FullCalendar keeps itself. */
export interface EventExtra {
  readonly row: EventRowDto;
  readonly hue: CalendarHue;
  readonly look: EventLook;
  readonly conflict: boolean;
  readonly calendarTitle: string;
}

/**
 * Rows as FullCalendar takes them. Timed ones are moments in UTC, which it draws in its own zone; all-day ones are
 * dates, which no zone shifts.
 * @param classOf the classes of an event by its colour and look
 */
export function toEvents(
  rows: readonly EventRowDto[],
  hues: ReadonlyMap<string, CalendarHue>,
  titles: ReadonlyMap<string, string>,
  conflicts: ReadonlySet<string>,
  classOf: (extra: EventExtra) => string,
): readonly EventInput[] {
  return rows.map((row) => {
    const id = eventKey(row);
    const extra: EventExtra = {
      row,
      hue: hueOf(row, hues),
      look: lookOf(row),
      conflict: conflicts.has(id),
      calendarTitle: titles.get(row.calendarId) ?? '',
    };
    return {
      id,
      title: titleWords(row),
      start: row.start,
      end: row.end,
      allDay: row.allDay,
      editable: row.editable,
      className: classOf(extra),
      extendedProps: { extra },
    };
  });
}

/** FullCalendar's span, as `startStr` and `endStr` give it: dates, or local times with an offset (`2026-11-23T10:00:00+01:00`). */
export interface DrawnSpan {
  readonly allDay: boolean;
  readonly startStr: string;
  readonly endStr: string;
}

/**
 * A span from a drag, a resize or a selection as it is edited.
 * @param zone the zone the view is drawn in
 */
export function editedSpan({ allDay, startStr, endStr }: DrawnSpan, zone: string): { readonly start: EditedTime; readonly end: EditedTime } {
  const edited = (text: string): EditedTime => (allDay ? { date: text.slice(0, 10) } : { dateTime: text.slice(0, 16), zone });
  // FullCalendar leaves out an end that is its default; the caller asks it never to (`forceEventDuration`).
  return { start: edited(startStr), end: edited(endStr === '' ? startStr : endStr) };
}

/** Whether two lists of rows would be drawn the same: then nothing has to be drawn again. */
export function sameRows(one: readonly EventRowDto[], other: readonly EventRowDto[]): boolean {
  return one.length === other.length && one.every((row, at) => JSON.stringify(row) === JSON.stringify(other[at]));
}
