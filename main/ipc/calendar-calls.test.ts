import { describe, expect, it } from 'vitest';
import { CalendarWorld, day, hour, monday, own, timed } from '../domain/calendar/testing/calendar-world.ts';
import { calendarCalls } from './calendar-calls.ts';
import { guarded } from './guarded.ts';
import type { Services } from './services.ts';

async function opened() {
  const world = new CalendarWorld();
  world.google.put(own, timed('e', monday + hour));
  await world.open();
  const calls = calendarCalls({ workspace: async () => ({ calendars: world.service }) } as unknown as Services);
  return { world, calls };
}

describe('the calls of the calendar', () => {
  it('answer with the state, and with nothing that only main needs', async () => {
    const { calls } = await opened();
    const answer = await calls.openCalendar({ authorizationId: 'a' });
    expect(answer).toMatchObject({ ok: true, value: { authorizationId: 'a', listState: 'ready', calendars: [{ id: own, sync: { state: 'ready', events: 1 } }, {}] } });
    expect(JSON.stringify(answer)).not.toMatch(/syncToken|tokenLasts|settings"/);
  });

  it('give the rows of a range, the days of the agenda and their rows', async () => {
    const { calls } = await opened();
    const of = { authorizationId: 'a', calendarIds: [own] };
    const filter = { zone: 'Asia/Kathmandu', showDeclined: true, showCancelled: false };
    expect(await calls.calendarEvents({ ...of, from: monday, to: monday + day })).toMatchObject({ ok: true, value: { truncated: false, events: [{ eventId: 'e' }] } });
    expect(await calls.agendaDays({ ...of, ...filter })).toMatchObject({ ok: true, value: { days: [['2026-11-23', 1]] } });
    expect(await calls.agenda({ ...of, ...filter, first: '2026-11-01', last: '2026-11-30' })).toMatchObject({ ok: true, value: { days: [{ date: '2026-11-23', events: [{ eventId: 'e' }] }] } });
  });

  it('tick, sync and cancel', async () => {
    const { world, calls } = await opened();
    expect(await calls.selectCalendar({ authorizationId: 'a', calendarId: own, selected: false })).toEqual({ ok: true, value: null });
    expect((await world.state()).calendars[0]?.selected).toBe(false);
    world.google.put(own, timed('f', monday));
    expect(await calls.syncCalendars({ authorizationId: 'a', calendarIds: [own], full: true })).toEqual({ ok: true, value: null });
    expect((await world.rest()).calendars[0]?.sync.events).toBe(2);
    expect(await calls.cancelCalendarSync({ authorizationId: 'a' })).toEqual({ ok: true, value: null });
  });

  it('of an account that is gone say so', async () => {
    const { calls } = await opened();
    const answer = await guarded(() => calls.openCalendar({ authorizationId: 'gone' }), () => undefined);
    expect(answer).toMatchObject({ ok: false, error: { code: 'authorization-missing' } });
  });

  it('take as many calendars as a list can hold, by the longest ids there can be', async () => {
    const { calls } = await opened();
    const calendarIds = Array.from({ length: 1000 }, (_, at) => String(at).padEnd(1024, 'x'));
    const answer = await calls.calendarEvents({ authorizationId: 'a', calendarIds: [...calendarIds.slice(1), own], from: monday, to: monday + day });
    expect(answer).toMatchObject({ ok: true, value: { events: [{ eventId: 'e' }] } });
    expect(await calls.calendarEvents({ authorizationId: 'a', calendarIds: [...calendarIds, own], from: monday, to: monday + day })).toMatchObject({ ok: false });
  });
});
