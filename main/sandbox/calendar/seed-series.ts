import type { CalendarEntry } from './calendars.ts';
import { textHash } from './dice.ts';
import type { CalendarEvent } from './event.ts';
import { allDay, makeEvent, momentOf, timed } from './make-event.ts';
import { instancesOf } from './recurrence.ts';
import { dayOfDate, minuteMs, wallToMs } from './zone-time.ts';

/** A Monday long ago: every series starts in that week, so that it has instances in any window. */
const firstMonday = dayOfDate('2024-01-01');

interface Series {
  readonly key: string;
  readonly summary: string;
  readonly rule: string;
  /** Days after the first Monday. */
  readonly shift: number;
  /** Minute of the day; null for all day. */
  readonly at: number | null;
  readonly minutes: number;
  readonly location?: string;
  /** Some instances are moved or cancelled. */
  readonly lively?: boolean;
}

const series: Readonly<Partial<Record<CalendarEntry['flavour'], readonly Series[]>>> = {
  personal: [
    { key: 'standup', summary: 'Stand-up', rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', shift: 0, at: 9 * 60 + 30, minutes: 15, lively: true },
    { key: 'week', summary: 'Week planning', rule: 'FREQ=WEEKLY;BYDAY=MO', shift: 0, at: 10 * 60, minutes: 45, location: 'Pier room' },
    { key: 'choir', summary: 'Choir', rule: 'FREQ=WEEKLY;BYDAY=TU', shift: 1, at: 19 * 60, minutes: 120, location: 'Old net loft', lively: true },
    { key: 'council', summary: 'Harbor council', rule: 'FREQ=MONTHLY;BYMONTHDAY=15', shift: 14, at: 16 * 60, minutes: 90 },
    { key: 'invoice', summary: 'Send the invoices', rule: 'FREQ=MONTHLY;BYMONTHDAY=1', shift: 0, at: null, minutes: 0 },
  ],
  launch: [{ key: 'sync', summary: 'Launch sync', rule: 'FREQ=WEEKLY;BYDAY=TU,TH', shift: 1, at: 9 * 60, minutes: 30 }],
  family: [{ key: 'bins', summary: 'Bins out', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', shift: 6, at: null, minutes: 0 }],
};

/** The recurring masters of a calendar and the changed or cancelled instances within [fromMs, toMs). */
export function seriesEvents(entry: CalendarEntry, fromMs: number, toMs: number): CalendarEvent[] {
  return (series[entry.flavour] ?? []).flatMap((one) => {
    const master = masterOf(entry, one);
    return one.lively === true ? [master, ...exceptions(master, entry, fromMs, toMs)] : [master];
  });
}

function masterOf(entry: CalendarEntry, one: Series): CalendarEvent {
  const day = firstMonday + one.shift;
  const startMs = wallToMs(entry.timeZone, day, one.at ?? 0);
  const isAllDay = one.at === null;
  return makeEvent({
    calendarId: entry.id,
    key: `series/${one.key}`,
    summary: one.summary,
    start: isAllDay ? allDay(day) : timed(startMs, entry.timeZone),
    end: isAllDay ? allDay(day + 1) : timed(startMs + one.minutes * minuteMs, entry.timeZone),
    day,
    organizer: entry.id,
    fields: {
      recurrence: [`RRULE:${one.rule}`],
      ...(one.location === undefined ? {} : { location: one.location }),
      ...(isAllDay ? { transparency: 'transparent' as const } : {}),
    },
  });
}

/** About one instance in fourteen is cancelled, another one moved by an hour under another name. */
function exceptions(master: CalendarEvent, entry: CalendarEntry, fromMs: number, toMs: number): CalendarEvent[] {
  return instancesOf(master, entry.timeZone, fromMs, toMs).flatMap((instance): CalendarEvent[] => {
    const chance = textHash(instance.id) % 14;
    if (chance === 0) return [{ ...instance, status: 'cancelled' }];
    if (chance !== 1) return [];
    const startMs = momentOf(instance.start, entry.timeZone) + 60 * minuteMs;
    const endMs = momentOf(instance.end, entry.timeZone) + 60 * minuteMs;
    return [
      {
        ...instance,
        summary: `${master.summary ?? ''} (moved)`,
        start: timed(startMs, entry.timeZone),
        end: timed(endMs, entry.timeZone),
        sequence: 1,
      },
    ];
  });
}
