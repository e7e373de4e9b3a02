import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDay, CalendarWorld, day, hour, monday, own, team, timed } from './testing/calendar-world.ts';

function listed(world: CalendarWorld, count: number): void {
  for (let at = 0; at < count; at += 1) world.google.put(own, timed(`e${String(at)}`, monday + at * hour));
}

describe('a first sync', () => {
  it('shows the weeks around today, then loads everything with a query that gives a token', async () => {
    const world = new CalendarWorld();
    listed(world, 7);
    world.google.pageSize = 3;
    const state = await world.open();
    expect(state.calendars.map(({ id, selected, sync }) => [id, selected, sync.state, sync.events, sync.syncedAt])).toEqual([
      [own, true, 'ready', 7, world.clock.now()],
      [team, false, 'never', 0, null],
    ]);
    const [first, ...all] = world.google.lists;
    expect(first?.get('timeMin')).toBe('2026-11-09T09:00:00.000Z');
    expect(first?.get('timeMax')).toBe('2026-12-21T09:00:00.000Z');
    expect(all).toHaveLength(3);
    for (const query of all) expect([...query.keys()].filter((name) => name !== 'pageToken').sort()).toEqual(['alt', 'maxResults', 'prettyPrint', 'showDeleted', 'singleEvents']);
    expect(await world.held()).toEqual(world.google.events(own));
  });

  it('goes on over empty pages and stops at a token it has seen', async () => {
    const world = new CalendarWorld();
    listed(world, 5);
    world.google.emptyPages = true;
    expect((await world.open()).calendars[0]?.sync).toMatchObject({ state: 'ready', events: 5 });
    world.google.onPage = (page) => ({ ...page, body: { items: [], nextPageToken: 'same' } });
    expect((await world.sync(true)).calendars[0]?.sync).toMatchObject({ state: 'failed', events: 5, problem: { code: 'paging-broken' } });
  });

  it('without a token at the end asks for everything the next time', async () => {
    const world = new CalendarWorld();
    listed(world, 2);
    world.google.onPage = (page) => ({ ...page, body: { ...(page.body as object), nextSyncToken: undefined } });
    await world.open();
    const before = world.google.lists.length;
    await world.sync();
    expect(world.google.lists.slice(before).map((query) => query.has('syncToken'))).toEqual([false]);
  });

  it('asks for smaller pages where one is too big, and for large ones again', async () => {
    const world = new CalendarWorld();
    listed(world, 400);
    const sizes: number[] = [];
    world.google.onPage = (page, query) => {
      const items = (page.body as { items?: readonly { id: string }[] }).items ?? [];
      if (!query.has('singleEvents') || query.has('timeMin')) return page;
      sizes.push(Number(query.get('maxResults')));
      return items.length > 30 && items.some(({ id }) => id === 'e7') ? { ...page, truncated: true } : page;
    };
    expect((await world.open()).calendars[0]?.sync).toMatchObject({ state: 'ready', events: 400 });
    expect(sizes).toEqual([2500, 500, 100, 20, 100, 500]);
    expect(await world.held()).toEqual(world.google.events(own));
  });

  it('starts over with smaller pages where a page token takes no other size', async () => {
    const world = new CalendarWorld();
    listed(world, 300);
    world.google.pageSize = 100;
    let size = '';
    world.google.onPage = (page, query) => {
      const asked = query.get('maxResults') ?? '';
      if (query.get('pageToken') === null) size = asked;
      else if (asked !== size) return { status: 400, body: { error: { code: 400, errors: [{ reason: 'invalid' }] } } };
      const items = (page.body as { items?: readonly { id: string }[] }).items ?? [];
      return items.length > 60 && items.some(({ id }) => id === 'e150') ? { ...page, truncated: true } : page;
    };
    expect((await world.open()).calendars[0]?.sync).toMatchObject({ state: 'ready', events: 300 });
  });

  it('says so when a single event is too big', async () => {
    const world = new CalendarWorld();
    listed(world, 1);
    world.google.onPage = (page, query) => (query.has('singleEvents') ? { ...page, truncated: true } : page);
    expect((await world.open()).calendars[0]?.sync).toMatchObject({ state: 'failed', problem: { code: 'answer-too-big' } });
  });

  it('runs at most four calendars at a time', async () => {
    const world = new CalendarWorld();
    const ids = Array.from({ length: 9 }, (_, at) => `c${String(at)}`);
    world.google.list = { items: ids.map((id) => ({ id, summary: id, selected: true, accessRole: 'owner' })) };
    ids.forEach((id) => world.google.put(id, timed('e', monday)));
    let now = 0;
    let most = 0;
    world.google.onPage = async (page, query) => {
      if (!query.has('singleEvents')) return page;
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 2));
      now -= 1;
      return page;
    };
    const state = await world.open();
    expect(state.calendars.every(({ sync }) => sync.state === 'ready')).toBe(true);
    expect(most).toBe(4);
  });
});

describe('what changed', () => {
  it('is asked for by the token alone', async () => {
    const world = new CalendarWorld();
    listed(world, 3);
    await world.open();
    world.google.put(own, timed('e1', monday + 50 * day, { summary: 'Moved' }));
    world.google.remove(own, 'e2');
    const before = world.google.lists.length;
    const { revision } = await world.state();
    const after = await world.sync();
    expect(world.google.lists.slice(before).map((query) => query.get('syncToken') !== null)).toEqual([true]);
    expect(await world.held()).toEqual(world.google.events(own));
    expect(after.revision).toBeGreaterThan(revision);
    expect((await world.sync()).revision).toBe(after.revision);
  });

  it('is found by a whole sync when the token has ended, deletions included', async () => {
    const world = new CalendarWorld();
    listed(world, 3);
    await world.open();
    world.google.remove(own, 'e2');
    world.google.endTokens();
    const state = await world.sync();
    expect(state.calendars[0]?.sync).toMatchObject({ state: 'ready', events: 2, problem: null });
    expect(await world.held()).toEqual(world.google.events(own));
  });

  it('keeps what was written here while a whole load goes on', async () => {
    const world = new CalendarWorld();
    listed(world, 3);
    await world.open();
    world.google.pageSize = 1;
    let written = false;
    world.google.onPage = async (page, query) => {
      if (query.get('pageToken') !== null && !written) {
        written = true;
        await world.service.held.put('a', own, timed('mine', monday));
      }
      return page;
    };
    await world.sync(true);
    expect([...(await world.held()).keys()].sort()).toEqual(['e0', 'e1', 'e2', 'mine']);
  });

  it('of a cancelled instance keeps its time and text, of any other cancelled event nothing', async () => {
    const world = new CalendarWorld();
    world.google.put(own, timed('series_1', monday, { recurringEventId: 'series' }));
    world.google.put(own, timed('single', monday));
    await world.open();
    world.google.remove(own, 'series_1');
    world.google.remove(own, 'single');
    world.google.put(own, { id: 'series_2', status: 'cancelled', recurringEventId: 'series', originalStartTime: { dateTime: '2026-11-24T00:00:00Z' } });
    await world.sync();
    const held = await world.held();
    expect([...held.keys()]).toEqual(['series_1']);
    const { events } = await world.service.events('a', [own], monday, monday + day);
    expect(events).toMatchObject([{ eventId: 'series_1', title: 'series_1', status: 'cancelled', start: '2026-11-23T00:00:00.000Z' }]);
    world.google.forgets = false;
    await world.sync(true);
    expect([...(await world.held()).keys()]).toEqual(['series_1']);
  });

  it('of a deleted series takes its instances away, even when only the series is named', async () => {
    const world = new CalendarWorld();
    world.google.put(own, timed('abc_20261123T080000Z', monday, { recurringEventId: 'abc' }));
    world.google.put(own, timed('abc_R1_20261123T080000Z', monday, { recurringEventId: 'abc_R1' }));
    world.google.put(own, timed('abcd', monday));
    await world.open();
    world.google.put(own, { id: 'abc', status: 'cancelled' });
    await world.sync();
    expect([...(await world.held()).keys()].sort()).toEqual(['abcd', 'abc_R1_20261123T080000Z'].sort());
  });

  it('always equals what is at Google, whatever happens in between', async () => {
    const ids = fc.integer({ min: 0, max: 6 }).map((at) => `e${String(at)}`);
    const when = fc.integer({ min: -70, max: 70 }).map((at) => monday + at * day);
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('put' as const), id: ids, at: when, long: fc.boolean() }) },
      { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), id: ids }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('end-tokens' as const, 'full' as const, 'restart' as const) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('lose-file' as const), at: fc.nat({ max: 20 }) }) },
      { weight: 3, arbitrary: fc.record({ kind: fc.constant('sync' as const), size: fc.integer({ min: 1, max: 4 }) }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const world = new CalendarWorld();
        await world.open();
        for (const one of steps) {
          if (one.kind === 'put') world.google.put(own, one.long ? allDay(one.id, '2026-10-20', '2027-02-01') : timed(one.id, one.at));
          if (one.kind === 'remove') world.google.remove(own, one.id);
          if (one.kind === 'end-tokens') world.google.endTokens();
          if (one.kind === 'full') await world.sync(true);
          if (one.kind === 'restart') await world.restart();
          if (one.kind === 'lose-file') {
            const names = [...world.files.files.keys()];
            world.files.files.delete(names[one.at % names.length] ?? '');
          }
          if (one.kind === 'sync') {
            world.google.pageSize = one.size;
            await world.sync();
          }
        }
        await world.sync();
        // A file that was lost is noticed when it is read; then everything is asked for again.
        await world.held();
        await world.sync();
        expect(await world.held()).toEqual(world.google.events(own));
        expect((await world.state()).calendars[0]?.sync.events).toBe(world.google.events(own).size);
        expect(world.errors).toEqual([]);
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
