import { describe, expect, it, vi } from 'vitest';
import { FaultError } from '../shared/fault.ts';
import { allDay, CalendarWorld, day, hour, monday, own, team, timed } from './testing/calendar-world.ts';

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof FaultError) return error.fault.code;
    throw error;
  }
  return 'none';
};

async function loaded(...events: readonly (readonly [string, number])[]): Promise<CalendarWorld> {
  const world = new CalendarWorld();
  for (const [id, at] of events) world.google.put(own, timed(id, at));
  await world.open();
  return world;
}

describe('opening the page', () => {
  it('answers at once with what is held, also after a restart, and asks Google only when that is old', async () => {
    const world = await loaded(['e', monday + 10 * hour]);
    await world.restart();
    const asked = world.google.asked.length;
    const state = await world.service.open('a');
    expect(state.calendars[0]).toMatchObject({ id: own, title: 'Ada', color: '#9fe1e7', writable: true, sync: { state: 'ready', events: 1 } });
    expect((await world.service.events('a', [own], monday, monday + day)).events).toMatchObject([{ eventId: 'e' }]);
    await world.rest();
    expect(world.google.asked.length).toBe(asked);
    world.clock.advance(61_000);
    await world.open();
    expect(world.google.lists.at(-1)?.has('syncToken')).toBe(true);
  });

  it('reads the list again when it is not fresh, and drops a calendar that is gone from it', async () => {
    const world = await loaded(['e', monday]);
    await world.service.select('a', team, true);
    world.google.put(team, timed('t', monday));
    world.clock.advance(200_000);
    expect((await world.open()).calendars[1]).toMatchObject({ id: team, selected: true, sync: { state: 'ready', events: 1 } });
    const files = world.files.files.size;
    world.google.list = { items: [{ id: own, summary: 'Ada', primary: true, accessRole: 'owner' }] };
    world.clock.advance(200_000);
    expect((await world.open()).calendars.map(({ id }) => id)).toEqual([own]);
    expect(world.files.files.size).toBeLessThan(files);
    expect((await world.service.events('a', [team], 0, 1e15)).events).toEqual([]);
  });

  it('of an account that is not there, or while the vault is locked, says so', async () => {
    const world = await loaded();
    expect(await codeOf(world.service.open('nobody'))).toBe('authorization-missing');
    await world.service.close();
    expect(await codeOf(world.service.open('a'))).toBe('vault-locked');
    expect(await codeOf(world.service.held.get('a', own, 'e'))).toBe('vault-locked');
  });

  it('takes over what a scope opens that was granted meanwhile', async () => {
    const world = new CalendarWorld();
    world.google.put('primary', timed('e', monday));
    world.scopes = ['calendar.events.readonly'];
    expect(await world.open()).toMatchObject({ calendars: [{ id: 'primary', title: own, role: 'owner', timeZone: 'Europe/Berlin' }], problem: { code: 'scope-missing' } });
    world.scopes = ['calendar.events.readonly', 'calendar.calendarlist.readonly'];
    world.google.put(own, timed('e', monday));
    expect(await world.sync()).toMatchObject({ calendars: [{ id: own }, { id: team }], problem: null });
  });

  it('tells when a scope is granted, and not when a token is renewed', async () => {
    const world = await loaded();
    world.clock.advance(1000);
    const { told } = world;
    world.service.grantsChanged();
    await world.rest();
    expect(world.told).toBe(told);
    world.scopes = ['calendar.readonly', 'calendar.events'];
    world.service.grantsChanged();
    expect((await world.rest()).can.write).toBe(true);
    expect(world.told).toBe(told + 1);
  });

  it('shows the list where events may not be read', async () => {
    const world = new CalendarWorld();
    world.scopes = ['calendar.calendarlist.readonly'];
    const state = await world.open();
    expect(state).toMatchObject({ listState: 'ready', problem: { code: 'scope-missing' }, can: { list: true, read: false } });
    expect(state.calendars.map(({ sync }) => sync.state)).toEqual(['never', 'never']);
    expect(world.google.lists).toEqual([]);
    world.scopes = ['calendar.calendarlist.readonly', 'calendar.events.readonly'];
    expect(await world.sync()).toMatchObject({ problem: null, calendars: [{ sync: { state: 'ready' } }, {}] });
  });
});

describe('ticking', () => {
  it('loads a calendar, stays over a restart, and unticked ones are left alone', async () => {
    const world = await loaded(['e', monday]);
    world.google.put(team, timed('t', monday));
    await world.service.select('a', team, true);
    expect((await world.rest()).calendars[1]).toMatchObject({ id: team, selected: true, sync: { state: 'ready', events: 1 } });
    await world.service.select('a', own, false);
    await world.service.select('a', 'nobody', true);
    await world.restart();
    expect((await world.state()).calendars.map(({ selected }) => selected)).toEqual([false, true]);
    const before = world.google.asked.length;
    await world.sync();
    expect(world.google.asked.slice(before).map(({ calendarId }) => calendarId).filter((id) => id !== '')).toEqual([team]);
  });
});

describe('trouble', () => {
  it('offline: what is held stays, with its age; the next answer ends it', async () => {
    const world = await loaded(['e', monday]);
    const { syncedAt } = (await world.state()).calendars[0]?.sync ?? {};
    world.google.offline = true;
    world.clock.advance(200_000);
    const state = await world.sync();
    expect(state).toMatchObject({ offline: true, listState: 'failed', problem: { code: 'offline' }, calendars: [{ sync: { events: 1, syncedAt } }, {}] });
    expect((await world.service.events('a', [own], monday, monday + day)).events).toHaveLength(1);
    world.google.offline = false;
    expect(await world.sync()).toMatchObject({ offline: false, listState: 'ready', problem: null });
  });

  it('of one calendar does not stop the others', async () => {
    const world = await loaded(['e', monday]);
    await world.service.select('a', team, true);
    await world.rest();
    const notFound = { status: 404, body: { error: { code: 404, errors: [{ reason: 'notFound' }] } } };
    world.google.onPage = (page, _query, calendarId) => (calendarId === team ? notFound : page);
    const state = await world.sync();
    expect(state.calendars.map(({ sync }) => [sync.state, sync.problem?.code ?? null])).toEqual([['ready', null], ['failed', 'not-found']]);
  });

  it('a cancel ends the load; what arrived stays, and is not said to be whole', async () => {
    const world = new CalendarWorld();
    for (let at = 0; at < 6; at += 1) world.google.put(own, timed(`e${String(at)}`, monday + 200 * day + at * hour));
    world.google.pageSize = 2;
    world.google.onPage = async (page, query) => {
      if ((query.get('pageToken') ?? '').startsWith('4')) await world.service.cancel('a');
      return page;
    };
    const state = await world.open();
    expect(state.calendars[0]?.sync).toMatchObject({ state: 'never', events: 4, arrived: 0, syncedAt: null, problem: null });
    world.google.onPage = (page) => page;
    expect((await world.sync()).calendars[0]?.sync).toMatchObject({ state: 'ready', events: 6 });
  });

  it('a sync right after a cancel is carried out', async () => {
    for (const wait of [0, 1, 2, 4]) {
      const world = new CalendarWorld();
      world.google.put(own, timed('e', monday));
      await world.service.open('a');
      for (let turn = 0; turn < wait; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
      await world.service.cancel('a');
      expect((await world.sync()).calendars[0]?.sync, String(wait)).toMatchObject({ state: 'ready', events: 1 });
    }
  });

  it('bad answers break nothing', async () => {
    const world = new CalendarWorld();
    world.google.put(own, timed('good', monday));
    world.google.put(own, { id: 'no time', summary: 5, attendees: 'x' });
    world.google.put(own, { id: 'backwards', start: { dateTime: '2026-11-23T12:00:00Z' }, end: { dateTime: '2026-11-23T10:00:00Z' } });
    world.google.onPage = (page, query) => (query.has('singleEvents') ? { ...page, body: { ...(page.body as object), items: [null, 7, [], ...(page.body as { items: unknown[] }).items] } } : page);
    const state = await world.open();
    expect(state.calendars[0]?.sync).toMatchObject({ state: 'ready', events: 3 });
    const { events } = await world.service.events('a', [own], monday, monday + day);
    expect(events.map(({ eventId }) => eventId)).toEqual(['good', 'backwards']);
    for (const body of ['<html>', '[]', '', { items: 'none' }, { error: 'x' }]) {
      world.google.onPage = () => ({ status: 200, body });
      await world.sync(true);
    }
    expect(world.errors).toEqual([]);
  });

  it('tells the window a few times a second at most', async () => {
    const world = new CalendarWorld();
    for (let at = 0; at < 200; at += 1) world.google.put(own, timed(`e${String(at)}`, monday + at * hour));
    world.google.pageSize = 1;
    await world.open();
    // The clock stood still: one telling, and one more once a quarter of a second has passed.
    expect(world.told).toBe(1);
    world.clock.advance(250);
    expect(world.told).toBe(2);
    world.clock.advance(10_000);
    expect(world.told).toBe(2);
  });
});

describe('looking', () => {
  it('gives the rows that touch the range, all-day ones for any zone, by start', async () => {
    const world = new CalendarWorld();
    world.google.put(own, timed('before', monday - hour));
    world.google.put(own, timed('in', monday + hour));
    world.google.put(own, timed('after', monday + day));
    world.google.put(own, { ...timed('moment', monday), end: { dateTime: new Date(monday).toISOString() } });
    world.google.put(own, allDay('yesterday', '2026-11-22', '2026-11-23'));
    world.google.put(own, allDay('last week', '2026-11-15', '2026-11-16'));
    world.google.put(own, allDay('long', '2026-01-01', '2027-01-01'));
    await world.open();
    const { events, truncated } = await world.service.events('a', [own, own, 'nobody'], monday, monday + day);
    expect(events.map(({ eventId }) => eventId)).toEqual(['long', 'yesterday', 'moment', 'in']);
    expect(truncated).toBe(false);
  });

  it('stops at five thousand rows and says so', async () => {
    const world = new CalendarWorld();
    for (let at = 0; at < 5001; at += 1) world.google.put(own, timed(`e${String(at)}`, monday + at * 1000));
    await world.open();
    const { events, truncated } = await world.service.events('a', [own], monday, monday + day);
    expect([events.length, truncated, events.at(-1)?.eventId]).toEqual([5000, true, 'e4999']);
  });

  it('takes no dates that are none, and four hundred days at most', async () => {
    const world = await loaded(['e', monday + hour], ['far', monday + 401 * day]);
    const filter = { zone: 'UTC', showDeclined: true, showCancelled: true };
    expect((await world.service.agenda('a', [own], filter, '2026-02-30', '2026-12-01')).days).toEqual([]);
    expect((await world.service.agenda('a', [own], filter, '2026-11-23', '2029-01-01')).days.map(({ date }) => date)).toEqual(['2026-11-23']);
  });
});

describe('what is held', () => {
  it('follows a write at once, and stays over a restart', async () => {
    const world = await loaded(['e', monday]);
    const { revision } = await world.state();
    await world.service.held.put('a', own, timed('new', monday + hour));
    await world.service.held.remove('a', own, 'e');
    await world.service.held.remove('a', own, 'nobody');
    await world.service.held.put('a', 'no calendar', timed('x', monday));
    expect((await world.state()).revision).toBeGreaterThan(revision);
    await world.restart();
    expect([...(await world.held()).keys()]).toEqual(['new']);
  });

  it('takes a late answer for no newer one', async () => {
    const world = await loaded(['e', monday]);
    const now = timed('e', monday, { summary: 'Now', updated: '2026-11-23T08:00:00.000Z' });
    await world.service.held.put('a', own, now);
    const asked = { askedAt: world.clock.now() };
    await world.service.held.put('a', own, { ...now, summary: 'Before', updated: '2026-11-23T07:59:59Z' }, asked);
    expect(await world.service.held.get('a', own, 'e')).toMatchObject({ summary: 'Now' });
    await world.service.held.put('a', own, { ...now, summary: 'After', updated: '2026-11-23T10:00:00+01:00' }, asked);
    expect(await world.service.held.get('a', own, 'e')).toMatchObject({ summary: 'After' });
    for (const updated of ['soon', undefined]) {
      await world.service.held.put('a', own, { ...now, summary: String(updated), updated }, asked);
      expect(await world.service.held.get('a', own, 'e')).toMatchObject({ summary: String(updated) });
    }
    // What a write answers counts, whatever it says.
    await world.service.held.put('a', own, { ...now, updated: '2020-01-01T00:00:00Z' });
    expect(await world.service.held.get('a', own, 'e')).toMatchObject({ summary: 'Now' });
  });

  it('takes no event that a sync took out since it was asked for', async () => {
    const world = await loaded(['e', monday], ['f', monday]);
    world.clock.advance(1000);
    const asked = { askedAt: world.clock.now() };
    await world.service.held.put('a', own, timed('new', monday), asked);
    world.google.put(own, timed('new', monday));
    world.google.remove(own, 'e');
    world.clock.advance(1000);
    await world.sync();
    await world.service.held.put('a', own, timed('e', monday), asked);
    await world.service.held.put('a', own, timed('f', monday, { summary: 'Still there' }), asked);
    expect([...(await world.held()).keys()].sort()).toEqual(['f', 'new']);
    expect(await world.service.held.get('a', own, 'f')).toMatchObject({ summary: 'Still there' });
    // Asked for after it, and what a write made.
    world.clock.advance(1000);
    await world.service.held.put('a', own, timed('later', monday), { askedAt: world.clock.now() });
    await world.service.held.put('a', own, timed('mine', monday));
    expect([...(await world.held()).keys()].sort()).toEqual(['f', 'later', 'mine', 'new']);
  });

  it('takes no event that is gone while a sync is still busy', async () => {
    const world = await loaded(['e', monday], ['f', monday]);
    world.clock.advance(1000);
    world.google.pageSize = 1;
    world.google.remove(own, 'e');
    world.google.put(own, timed('f', monday, { summary: 'Changed' }));
    const asked = { askedAt: world.clock.now() };
    let late = false;
    world.google.onPage = async (page, query) => {
      if (query.get('pageToken') !== null) {
        late = true;
        await world.service.held.put('a', own, timed('e', monday), asked);
      }
      return page;
    };
    await world.sync();
    expect(late).toBe(true);
    expect([...(await world.held()).keys()]).toEqual(['f']);
  });

  it('of a whole series asks for its instances instead', async () => {
    const world = await loaded();
    const before = world.google.lists.length;
    await world.service.held.put('a', own, timed('series', monday, { recurrence: ['RRULE:FREQ=DAILY'] }));
    await world.rest();
    expect(await world.service.held.get('a', own, 'series')).toBeNull();
    expect(world.google.lists.slice(before).map((query) => query.has('syncToken'))).toEqual([true]);
  });

  it('asks once more when something changed in the middle of a load', async () => {
    const world = await loaded();
    const before = world.google.lists.length;
    await world.service.sync('a', null, false);
    await new Promise((resolve) => setTimeout(resolve, 0));
    world.service.held.changed('a', own);
    await world.rest();
    expect(world.google.lists.length - before).toBe(2);
  });

  it('is found by what the caller looks for, up to a limit', async () => {
    const world = await loaded(['a1', monday], ['a2', monday + 100 * day], ['b1', monday]);
    const find = (limit: number, signal = new AbortController().signal) =>
      world.service.held.search('a', [own, own], (raw) => (raw['id'] as string).startsWith('a'), limit, signal);
    expect(await find(2)).toMatchObject({ truncated: false, found: [{ calendarId: own }, {}] });
    expect(await find(1)).toMatchObject({ truncated: true, found: [{}] });
    expect(await find(2, AbortSignal.abort())).toEqual({ found: [], truncated: false });
  });

  it('names the calendars', async () => {
    const world = await loaded();
    expect(await world.service.held.calendars('a')).toEqual([
      { id: own, title: 'Ada', role: 'owner', timeZone: 'Europe/Berlin', primary: true, accountEmail: own },
      { id: team, title: 'Team', role: 'reader', timeZone: 'Europe/Berlin', primary: false, accountEmail: own },
    ]);
  });
});

describe('the end', () => {
  it('of a session in the middle of a load lets nothing be written afterwards, and leaves no timer', async () => {
    const world = await loaded(['e', monday]);
    world.google.put(own, timed('late', monday));
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    world.google.onPage = async (page) => {
      await gate;
      return page;
    };
    await world.service.sync('a', null, false);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const closing = world.service.close();
    letGo();
    await closing;
    const left = JSON.stringify([...world.files.files.keys()]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(JSON.stringify([...world.files.files.keys()])).toBe(left);
    expect(world.clock.pending).toBe(0);
    await world.restart();
    await world.service.load(['a']);
    expect([...(await world.held()).keys()]).toEqual(['e']);
  });

  it('of a session does not start the revisions anew', async () => {
    const world = await loaded(['e', monday]);
    const { revision } = await world.state();
    await world.service.close();
    await world.service.load(['a']);
    expect((await world.state()).revision).toBeGreaterThan(revision);
  });

  it('of an account takes its files with it; so does a start that does not find it', async () => {
    const world = await loaded(['e', monday]);
    const files = new Map(world.files.files);
    expect(files.size).toBe(3);
    await world.service.forget('a');
    expect(world.files.files.size).toBe(0);
    for (const [name, bytes] of files) world.files.files.set(name, bytes);
    await world.restart();
    await world.service.load(['another']);
    expect(world.files.files.size).toBe(0);
  });

  it('of an account takes along what was opened once more while it went', async () => {
    const world = await loaded(['e', monday]);
    await world.service.forget('a');
    // The authorization itself goes last: an event that is told in between looks at the account again.
    await world.open();
    expect(world.files.files.size).toBeGreaterThan(0);
    world.known = false;
    world.service.grantsChanged();
    await vi.waitFor(() => {
      expect(world.files.files.size).toBe(0);
    });
    world.clock.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect([world.files.files.size, world.errors]).toEqual([0, []]);
  });
});
