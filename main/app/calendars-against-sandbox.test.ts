import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalendarService } from '../domain/calendar/calendar-service.ts';
import type { CalendarState } from '../domain/calendar/calendar-state.ts';
import { Transport } from '../domain/google/transport.ts';
import { standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';
import { ok } from '../domain/shared/fault.ts';
import type { ActivityEntry, Clock } from '../domain/shared/ports.ts';
import { MemoryCacheFiles } from '../domain/vault/memory-storage.ts';
import { profileKeys } from '../domain/vault/keys.ts';
import { SealedCache } from '../domain/vault/sealed-cache.ts';
import type { LoggedRequest } from '../sandbox/faults.ts';
import { ada, authorize, full, prefix } from '../sandbox/testing/consent.ts';
import { call, itemsOf } from '../sandbox/testing/api.ts';
import { monday, startTestSandbox, type TestSandbox } from '../sandbox/testing/start.ts';

const day = 86_400_000;

/** Waits a hundredth of what is asked, but for deadlines; the time is the sandbox's. */
const hasty: Clock = {
  now: () => sandbox.clock.now,
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms < 20_000 ? ms / 100 : ms);
    return () => clearTimeout(timer);
  },
};

let sandbox: TestSandbox;
let activity: ActivityEntry[];
let errors: unknown[];
let files: MemoryCacheFiles;
const random = { bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)) };
const dataKey = random.bytes(32);

beforeEach(async () => {
  sandbox = await startTestSandbox();
  activity = [];
  errors = [];
  files = new MemoryCacheFiles();
});
afterEach(async () => {
  await sandbox.close();
  expect(errors).toEqual([]);
});

interface Desk {
  readonly service: CalendarService;
  readonly access: string;
  readonly granted: string[];
  state(): Promise<CalendarState>;
  /** Opens the page and waits until nothing loads any more. */
  opened(): Promise<CalendarState>;
  settled(): Promise<CalendarState>;
}

async function deskFor(scopes: readonly string[], known?: { readonly access: string }): Promise<Desk> {
  const { access } = known ?? (await authorize(sandbox.origin, { scopes, account: ada }));
  const endpoints = (): GoogleEndpoints => {
    const own = standInEndpoints(sandbox.origin);
    if (own === null) throw new Error('the sandbox is not on a loopback address');
    return own;
  };
  const transport = new Transport({
    fetch: (url, init) => fetch(url, init),
    clock: hasty,
    random,
    endpoints,
    tokens: { accessToken: async () => ok(access) },
    activity: { record: (entry) => activity.push(entry) },
    accountOf: () => ada,
  });
  const granted = scopes.map(full);
  const place = { vaultId: 'v', profile: 'custom' } as const;
  const cache = new SealedCache({ files, keys: await profileKeys(dataKey, 'v', 'custom'), place, random });
  const service = new CalendarService({
    transport,
    endpoints,
    clock: hasty,
    cache,
    grant: (id) => (id === 'a' ? { email: ada, granted } : null),
    computer: () => ({ timeZone: 'Asia/Kathmandu', weekStart: 1, format24Hour: true }),
    onChange: () => undefined,
    reportError: (error) => errors.push(error),
  });
  await service.load(['a']);
  const state = (): Promise<CalendarState> => service.state('a');
  const settled = async (): Promise<CalendarState> => {
    for (let turn = 0; turn < 2000; turn += 1) {
      const now = await state();
      const busy = now.listState === 'loading' || now.calendars.some(({ sync }) => sync.state === 'loading' || sync.state === 'waiting');
      if (!busy && turn > 2) return now;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    throw new Error('it never comes to rest');
  };
  const opened = async (): Promise<CalendarState> => {
    await service.open('a');
    return settled();
  };
  return { service, access, granted, state, opened, settled };
}

function idsOf(state: CalendarState): readonly string[] {
  return state.calendars.filter(({ selected }) => selected).map(({ id }) => id);
}

/** The parameters of every events.list the sandbox was asked for, oldest first. */
async function eventLists(): Promise<readonly LoggedRequest['parameters'][]> {
  const { requests } = (await sandbox.act({ type: 'requests' })) as unknown as { readonly requests: readonly LoggedRequest[] };
  return requests.filter(({ path }) => path.endsWith('/events')).map(({ parameters }) => parameters);
}

const reading = ['calendar.readonly'];

describe('calendars against the sandbox', () => {
  it('load the list, the settings and every ticked calendar', async () => {
    const desk = await deskFor(reading);
    const state = await desk.opened();
    expect(state).toMatchObject({ listState: 'ready', problem: null, offline: false, can: { list: true, read: true, write: false } });
    await expect.poll(async () => (await desk.state()).preferences.fromGoogle).toBe(true);
    expect(state.missing.write).toEqual([`${prefix}calendar.events`]);
    expect(state.calendars[0]?.primary).toBe(true);
    for (const calendar of state.calendars.filter(({ selected }) => selected)) {
      expect(calendar.sync, calendar.title).toMatchObject({ state: 'ready', problem: null, syncedAt: monday });
      expect(calendar.sync.events, calendar.title).toBeGreaterThan(0);
    }
    const week = await desk.service.events('a', idsOf(state), monday, monday + 7 * day);
    expect(week.truncated).toBe(false);
    expect(week.events.length).toBeGreaterThan(10);
  });

  it('hold what Google lists, week by week', async () => {
    const desk = await deskFor(reading);
    const state = await desk.opened();
    for (const calendar of state.calendars.filter(({ selected }) => selected)) {
      const query = `singleEvents=true&maxResults=2500&timeMin=${new Date(monday).toISOString()}&timeMax=${new Date(monday + 7 * day).toISOString()}`;
      const listed = itemsOf(await call(sandbox.origin, desk.access, `/calendar/v3/calendars/${encodeURIComponent(calendar.id)}/events?${query}`));
      const { events } = await desk.service.events('a', [calendar.id], monday, monday + 7 * day);
      const timed = (rows: readonly { readonly start: string }[]): readonly { readonly start: string }[] => rows.filter(({ start }) => start.length > 10);
      const shown = timed(events.filter(({ status }) => status !== 'cancelled')) as typeof events;
      const expected = listed.filter((item) => (item['start'] as { dateTime?: string }).dateTime !== undefined).map((item) => item['id']);
      expect(shown.map(({ eventId }) => eventId).sort(), calendar.title).toEqual(expected.sort());
    }
  });

  it('give the same days and rows in every zone', async () => {
    const desk = await deskFor(reading);
    const ids = idsOf(await desk.opened());
    for (const zone of ['UTC', 'Asia/Kathmandu', 'Pacific/Kiritimati', 'America/New_York', 'Not/AZone']) {
      const filter = { zone, showDeclined: true, showCancelled: true };
      const { days } = await desk.service.agendaDays('a', ids, filter);
      const { days: rows } = await desk.service.agenda('a', ids, filter, days[0]?.[0] ?? '', days.at(-1)?.[0] ?? '');
      expect(rows.map(({ date, events }) => [date, events.length]), zone).toEqual(days);
    }
  });

  it('come back from the cache without a single call, and then ask for changes only', async () => {
    const desk = await deskFor(reading);
    const before = await desk.opened();
    await desk.service.close();
    activity.length = 0;
    const calls = (await eventLists()).length;
    const next = await deskFor(reading, desk);
    const state = await next.state();
    expect(state.calendars.map(({ id, sync }) => [id, sync.events])).toEqual(before.calendars.map(({ id, sync }) => [id, sync.events]));
    const week = await next.service.events('a', idsOf(state), monday, monday + 7 * day);
    expect(week.events.length).toBeGreaterThan(10);
    expect(await eventLists()).toHaveLength(calls);
    sandbox.clock.now += 2 * 60_000;
    await next.opened();
    const asked = (await eventLists()).slice(calls);
    expect(asked).toHaveLength(idsOf(state).length);
    for (const parameters of asked) expect(parameters).toHaveProperty('syncToken');
    // Nothing came of them: Activity has better things to show.
    expect(activity.filter(({ what }) => what === 'call calendar.events.list')).toEqual([]);
    const files1 = JSON.stringify([...files.files].map(([name, bytes]) => name + new TextDecoder('latin1').decode(bytes)));
    expect(files1).not.toContain('harbor.example');
  });

  it('take in what changed, and what went', async () => {
    const scopes = ['calendar.readonly', 'calendar.events'];
    const desk = await deskFor(scopes);
    await desk.opened();
    const path = '/calendar/v3/calendars/primary/events';
    const body = { summary: 'New', start: { dateTime: '2026-03-17T09:00:00Z' }, end: { dateTime: '2026-03-17T10:00:00Z' } };
    const made = await call(sandbox.origin, desk.access, path, { method: 'POST', body });
    await desk.service.sync('a', null, false);
    await desk.settled();
    const id = made.body['id'] as string;
    expect(await desk.service.held.get('a', ada, id)).toMatchObject({ summary: 'New' });
    await call(sandbox.origin, desk.access, `${path}/${id}`, { method: 'DELETE' });
    await desk.service.sync('a', null, false);
    await desk.settled();
    expect(await desk.service.held.get('a', ada, id)).toBeNull();
  });

  it('start over when the token has ended, and drop what went meanwhile', async () => {
    const desk = await deskFor(['calendar.readonly', 'calendar.events']);
    await desk.opened();
    const path = '/calendar/v3/calendars/primary/events';
    const body = { summary: 'Short-lived', start: { date: '2026-03-17' }, end: { date: '2026-03-18' } };
    const made = await call(sandbox.origin, desk.access, path, { method: 'POST', body });
    const id = made.body['id'] as string;
    await desk.service.sync('a', [ada], false);
    await desk.settled();
    await call(sandbox.origin, desk.access, `${path}/${id}`, { method: 'DELETE' });
    await sandbox.faults({ syncTokenGone: true });
    await desk.service.sync('a', [ada], false);
    const state = await desk.settled();
    expect(state.calendars[0]?.sync).toMatchObject({ state: 'ready', problem: null });
    expect(await desk.service.held.get('a', ada, id)).toBeNull();
  });

  it('go on over empty pages', async () => {
    await sandbox.faults({ emptyPages: true });
    const desk = await deskFor(reading);
    const state = await desk.opened();
    expect(state.calendars.every(({ selected, sync }) => !selected || sync.events > 0)).toBe(true);
  });

  it('offer the one calendar that can be read without the list', async () => {
    const desk = await deskFor(['calendar.events.readonly']);
    const state = await desk.opened();
    expect(state.calendars).toMatchObject([{ id: 'primary', title: ada, primary: true, selected: true, role: 'owner', sync: { state: 'ready' } }]);
    expect(state.preferences).toMatchObject({ timeZone: 'Asia/Kathmandu', fromGoogle: false });
    expect(state.problem).toMatchObject({ code: 'scope-missing', remedies: [{ kind: 'grant-scope', scopes: [`${prefix}calendar.calendarlist.readonly`] }] });
  });

  it('ask nothing without a scope that opens anything', async () => {
    const desk = await deskFor(['calendar.settings.readonly']);
    const state = await desk.opened();
    expect(state.problem).toMatchObject({ code: 'scope-missing', remedies: [{ kind: 'grant-scope', scopes: [`${prefix}calendar.readonly`] }] });
    expect(state).toMatchObject({ listState: 'never', calendars: [] });
    expect(activity).toEqual([]);
  });

  it('tell a fault of one kind or another, and keep what was loaded', async () => {
    const desk = await deskFor(reading);
    const before = await desk.opened();
    await sandbox.faults({ api: { kind: 'accessNotConfigured' } });
    await desk.service.sync('a', [ada], false);
    const state = await desk.settled();
    expect(state.calendars[0]?.sync).toMatchObject({
      state: 'failed',
      events: before.calendars[0]?.sync.events,
      syncedAt: monday,
      problem: { code: 'api-not-enabled' },
    });
    expect(state.offline).toBe(false);
  });

  it('are cancelled while Google is slow', async () => {
    const desk = await deskFor(reading);
    await sandbox.faults({ api: { kind: 'slow', slowMs: 20_000 } });
    await desk.service.open('a');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await desk.service.cancel('a');
    expect(await desk.settled()).toMatchObject({ listState: 'never', problem: null });
  });

  it('follow a series that is moved, shortened and deleted', async () => {
    const desk = await deskFor(['calendar.readonly', 'calendar.events']);
    await desk.opened();
    const path = '/calendar/v3/calendars/primary/events';
    const zone = { timeZone: 'Europe/Berlin' };
    const times = (hour: string) => ({ start: { dateTime: `2026-03-17T${hour}:00:00`, ...zone }, end: { dateTime: `2026-03-17T${hour}:30:00`, ...zone } });
    const body = { summary: 'Daily', ...times('09'), recurrence: ['RRULE:FREQ=DAILY;COUNT=10'] };
    const made = await call(sandbox.origin, desk.access, path, { method: 'POST', body });
    const id = made.body['id'] as string;
    const same = async (count: number): Promise<void> => {
      await desk.service.sync('a', [ada], false);
      await desk.settled();
      const listed = itemsOf(await call(sandbox.origin, desk.access, `${path}?singleEvents=true&maxResults=2500`));
      const wanted = listed.filter((item) => item['recurringEventId'] === id).map((item) => item['id'] as string);
      const { found } = await desk.service.held.search('a', [ada], (raw) => raw['recurringEventId'] === id && raw['status'] !== 'cancelled', 1000, new AbortController().signal);
      expect(found.map(({ raw }) => raw['id']).sort()).toEqual(wanted.sort());
      expect(found).toHaveLength(count);
    };
    await same(10);
    await call(sandbox.origin, desk.access, `${path}/${id}`, { method: 'PATCH', body: times('14') });
    await same(10);
    await call(sandbox.origin, desk.access, `${path}/${id}`, { method: 'PATCH', body: { recurrence: ['RRULE:FREQ=DAILY;COUNT=4'] } });
    await same(4);
    await call(sandbox.origin, desk.access, `${path}/${id}`, { method: 'DELETE' });
    await same(0);
  });

  it('take odd data for what it is', async () => {
    await sandbox.faults({ oddData: true });
    const desk = await deskFor(reading);
    const state = await desk.opened();
    expect(state.calendars[0]?.sync).toMatchObject({ state: 'ready', problem: null });
    // The odd list names a calendar that does not exist.
    expect(state.calendars.flatMap(({ sync }) => sync.problem?.code ?? [])).toEqual(['not-found']);
    const filter = { zone: 'America/New_York', showDeclined: true, showCancelled: true };
    const { days } = await desk.service.agendaDays('a', idsOf(state), filter);
    const rows = await desk.service.agenda('a', idsOf(state), filter, '2026-03-01', '2026-04-30');
    const inReach = days.filter(([date]) => date >= '2026-03-01' && date <= '2026-04-30');
    expect(rows.days.map(({ date, events }) => [date, events.length])).toEqual(inReach);
  });

  it('load fifty thousand events with progress, and answer meanwhile', { timeout: 60_000 }, async () => {
    await sandbox.act({ type: 'fill-calendar', calendarId: ada, events: 50_000, days: 700 });
    const desk = await deskFor(reading);
    await desk.service.open('a');
    const seen: number[] = [];
    for (let turn = 0; turn < 3000; turn += 1) {
      const { sync } = (await desk.state()).calendars.find(({ primary }) => primary) ?? {};
      if (sync?.state === 'ready') break;
      if (sync !== undefined && sync.arrived !== seen.at(-1)) {
        seen.push(sync.arrived);
        if (sync.arrived > 0) expect((await desk.service.events('a', [ada], monday, monday + 7 * day)).events.length).toBeGreaterThan(10);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const state = await desk.settled();
    expect(state.calendars.find(({ primary }) => primary)?.sync.events).toBeGreaterThanOrEqual(50_000);
    expect(seen.length).toBeGreaterThan(5);
    expect(activity.length).toBeLessThan(60);
  });

  it('leave nothing behind when the account is forgotten, even in the middle of a load', async () => {
    const desk = await deskFor(reading);
    await desk.opened();
    expect(files.files.size).toBeGreaterThan(5);
    await desk.service.sync('a', null, true);
    await desk.service.forget('a');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([...files.files.keys()]).toEqual([]);
  });
});
