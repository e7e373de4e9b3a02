import type { CalendarDto, CalendarPreferencesDto, CalendarStateDto, EventListDto, EventRowDto } from '../../../../preload/contract/calendar.ts';
import type { FakeBridge } from '../../../bridge/fake-bridge.ts';
import { okay } from '../../../bridge/fake-bridge.ts';

/** Invented calendars and events for component tests and screen harnesses. Nothing here is real. */

export function calendarSample(over: Partial<CalendarDto> = {}): CalendarDto {
  return {
    id: 'ada@harbor.example',
    title: 'ada.lovelace',
    description: null,
    color: '#9fe1e7',
    role: 'owner',
    primary: true,
    hidden: false,
    selected: true,
    timeZone: 'Europe/Berlin',
    writable: true,
    ...over,
    sync: { state: 'ready', events: 12, arrived: 0, syncedAt: Date.now() - 120_000, problem: null, ...over.sync },
  };
}

export const choir = calendarSample({ id: 'choir@group', title: 'Choir', color: '#f691b2', primary: false });

export function preferencesSample(over: Partial<CalendarPreferencesDto> = {}): CalendarPreferencesDto {
  return {
    timeZone: 'Europe/Berlin',
    weekStart: 1,
    format24Hour: true,
    hideWeekends: false,
    showDeclined: true,
    defaultMinutes: 60,
    fromGoogle: true,
    ...over,
  };
}

export function stateSample(over: Partial<CalendarStateDto> = {}): CalendarStateDto {
  return {
    authorizationId: 'authorization-1',
    preferences: preferencesSample(),
    calendars: [calendarSample(), choir],
    listState: 'ready',
    listedAt: Date.now(),
    problem: null,
    offline: false,
    revision: 1,
    can: { list: true, read: true, write: true, freeBusy: true },
    missing: { read: [], write: [], freeBusy: [] },
    ...over,
  };
}

let count = 0;

/** A timed event of one hour on Tuesday 24 November 2026, 10:00 in Berlin, unless told otherwise. */
export function rowSample(over: Partial<EventRowDto> = {}): EventRowDto {
  count += 1;
  return {
    calendarId: 'ada@harbor.example',
    eventId: `event${count}`,
    title: 'Scope review',
    allDay: false,
    start: '2026-11-24T09:00:00Z',
    end: '2026-11-24T10:00:00Z',
    status: 'confirmed',
    response: null,
    busyOnly: false,
    busy: true,
    private: false,
    seriesId: null,
    guests: 0,
    location: null,
    colorId: null,
    editable: true,
    ...over,
  };
}

export function listSample(events: readonly EventRowDto[], revision = 1): EventListDto {
  return { revision, events, truncated: false };
}

/** Gives a bridge one account's calendars and events; each call answers from `world` as it is at that moment. */
export function answerCalendar(bridge: FakeBridge, world: { state: CalendarStateDto; rows: readonly EventRowDto[] }): void {
  bridge.answer('openCalendar', async () => okay(world.state));
  bridge.answer('syncCalendars', async () => okay(null));
  bridge.answer('cancelCalendarSync', async () => okay(null));
  bridge.answer('cancelCall', async () => okay(null));
  bridge.answer('selectCalendar', async () => okay(null));
  bridge.answer('calendarEvents', async ({ from, to, calendarIds }) =>
    okay(
      listSample(
        world.rows.filter((row) => calendarIds.includes(row.calendarId) && Date.parse(row.start) < to + 86_400_000 && Date.parse(row.end) > from - 86_400_000),
        world.state.revision,
      ),
    ),
  );
  bridge.answer('searchEvents', async ({ query }) => okay({ events: world.rows.filter(({ title }) => title?.toLowerCase().includes(query.toLowerCase())), truncated: false, problem: null }));
  const days = (): Map<string, EventRowDto[]> => {
    const byDate = new Map<string, EventRowDto[]>();
    for (const row of world.rows) byDate.set(row.start.slice(0, 10), [...(byDate.get(row.start.slice(0, 10)) ?? []), row]);
    return new Map([...byDate].sort(([a], [b]) => (a < b ? -1 : 1)));
  };
  bridge.answer('agendaDays', async () => okay({ revision: world.state.revision, days: [...days()].map(([date, rows]) => [date, rows.length] as const) }));
  bridge.answer('agenda', async ({ first, last }) =>
    okay({ revision: world.state.revision, days: [...days()].filter(([date]) => date >= first && date <= last).map(([date, events]) => ({ date, events })) }),
  );
}
