/**
 * FullCalendar alone, fed with rows: what the app's week view is measured against. No theme of ours, no drag and drop,
 * no popovers; the same week, zone and rows.
 */
import FullCalendar, { type CalendarApi, type CalendarRef, type EventInput } from '@fullcalendar/react';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import classicTheme from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/classic/theme.css';
import '@fullcalendar/react/themes/classic/palette.css';
import { createElement, createRef } from 'react';
import { createRoot } from 'react-dom/client';
import './bare.css';

const calendar = createRef<CalendarRef>();
/** Rows by the first day of their week, as the app got them. */
const weeks = new Map<string, readonly EventInput[]>();

function api(): CalendarApi {
  if (calendar.current === null) throw new Error('the calendar is not there yet');
  return calendar.current.getApi();
}

export interface BareCalendar {
  /** @param week RFC 3339 full-date of its first day */
  feed(week: string, rows: readonly EventInput[]): void;
  goTo(week: string): void;
}

declare global {
  interface Window {
    bare: BareCalendar;
  }
}

window.bare = {
  feed: (week, rows) => void weeks.set(week, rows),
  goTo: (week) => api().gotoDate(week),
};

createRoot(document.getElementById('root') ?? document.body).render(
  createElement(FullCalendar, {
    ref: calendar,
    plugins: [timeGridPlugin, classicTheme],
    initialView: 'timeGridWeek',
    height: '100%',
    firstDay: 1,
    timeZone: 'Europe/Berlin',
    eventClass: 'drawn',
    events: ({ startStr }, give) => give([...(weeks.get(startStr.slice(0, 10)) ?? [])]),
    viewDidMount: () => {
      document.body.dataset['bareReady'] = '';
    },
  }),
);
