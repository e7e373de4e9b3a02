import { describe, expect, it } from 'vitest';
import type { EventAnswer, EventCall } from '../google/event-client.ts';
import { ManualClock } from '../testing/manual-clock.ts';
import type { JsonObject } from '../shared/guards.ts';
import { searchEvents, type SearchResult } from './search-events.ts';
import { matcherOf } from './search-match.ts';
import { refusedWith } from './testing/fake-google.ts';
import { berlin, MemoryHeld } from './testing/memory-held.ts';

describe('matching', () => {
  it.each([
    ['cafe', { summary: 'Café Kranzler' }],
    ['CAFÉ kranz', { summary: 'Cafe Kranzler' }],
    ['strasse', { location: 'Lange Straße 7' }],
    ['agenda notes', { description: '<p>The <b>agenda</b>&nbsp;and notes</p>' }],
    ['ben', { attendees: [{ email: 'ben@harbor.example' }] }],
    ['rehearsal ben', { summary: 'Rehearsal', attendees: [{ displayName: 'Ben' }] }],
  ])('finds %s', (query, raw) => {
    expect(matcherOf(query)(raw)).toBe(true);
  });

  it.each([
    ['strong', { description: '<strong>x</strong>' }],
    ['rehearsal concert', { summary: 'Rehearsal' }],
    ['ab', { summary: 'a', location: 'b' }],
    ['  ', { summary: 'a' }],
    ['x', { summary: 7, location: null, attendees: 'x' }],
  ])('does not find %s', (query, raw) => {
    expect(matcherOf(query)(raw as JsonObject)).toBe(false);
  });
});

const event = (id: string, day: number, fields: JsonObject = {}): JsonObject => ({
  id,
  summary: 'Rehearsal',
  start: { date: new Date(Date.UTC(2026, 10, day)).toISOString().slice(0, 10) },
  end: { date: new Date(Date.UTC(2026, 10, day + 1)).toISOString().slice(0, 10) },
  ...fields,
});
const second = { ...berlin, id: 'choir', title: 'Choir', primary: false };

function world(answer: (call: EventCall) => EventAnswer) {
  const calls: EventCall[] = [];
  const held = new MemoryHeld(berlin, second);
  const abort = new AbortController();
  const send = async (call: EventCall): Promise<EventAnswer> => {
    calls.push(call);
    return answer(call);
  };
  const clock = new ManualClock();
  const search = async (where: 'loaded' | 'google', calendarIds = [berlin.id, second.id]): Promise<SearchResult> => {
    const ask = { authorizationId: 'a', calendarIds, query: 'rehearsal', where };
    const result = await searchEvents({ client: { send }, held, clock }, ask, abort.signal);
    if (result === null) throw new Error('cancelled');
    return result;
  };
  return { calls, held, search, abort, clock };
}
const items = (...list: JsonObject[]): EventAnswer => ({ kind: 'done', json: { items: list } });

describe('searching what is held', () => {
  it('gives rows by start, of the calendars named', async () => {
    const { held, search, calls } = world(() => items());
    await held.put('a', berlin.id, event('late', 28));
    await held.put('a', second.id, event('early', 2));
    await held.put('a', 'other', event('elsewhere', 3));
    await held.put('a', berlin.id, event('unplaced', 3, { start: 'soon' }));
    expect((await search('loaded')).events.map(({ eventId }) => eventId)).toEqual(['early', 'late']);
    expect(calls).toEqual([]);
  });
});

describe('searching at Google', () => {
  it('asks every calendar for a year each way, and keeps what it finds', async () => {
    const { calls, held, search } = world(({ path }) => items(event(`of-${path?.['calendarId']}`, path?.['calendarId'] === 'choir' ? 2 : 3)));
    const { events, truncated, problem } = await search('google');
    expect(events.map(({ eventId }) => eventId)).toEqual(['of-choir', `of-${berlin.id}`]);
    expect({ truncated, problem }).toEqual({ truncated: false, problem: null });
    expect(calls[0]?.query).toEqual({ q: 'rehearsal', singleEvents: 'true', timeMin: '2025-11-22T09:00:00.000Z', timeMax: '2027-11-24T09:00:00.000Z', maxResults: '250' });
    expect(held.events.has('choir/of-choir')).toBe(true);
  });

  it('takes a page of any length', async () => {
    const { search } = world(() => ({ kind: 'done', json: { items: Array.from({ length: 200_000 }, () => ({})) } }));
    expect(await search('google', ['choir'])).toMatchObject({ events: [], problem: null });
  });

  it('says when it began to ask, so that a late answer is known', async () => {
    const { held, search, clock } = world(() => {
      clock.advance(5000);
      return items(event('e', 3));
    });
    const began = clock.now();
    await search('google', ['choir']);
    expect(held.asked.get('e')).toBe(began);
  });

  it('goes on over an empty page', async () => {
    const { search, calls } = world(({ query }) => (query?.['pageToken'] === undefined ? { kind: 'done', json: { items: [], nextPageToken: 'p2' } } : items(event('e', 3))));
    expect((await search('google', ['choir'])).events).toHaveLength(1);
    expect(calls.map(({ query }) => query?.['pageToken'])).toEqual([undefined, 'p2']);
  });

  it('ends a list that never ends', async () => {
    const { search, calls } = world(() => ({ kind: 'done', json: { nextPageToken: 'again' } }));
    expect(await search('google', ['choir'])).toMatchObject({ events: [], truncated: true });
    expect(calls).toHaveLength(10);
  });

  it('keeps to those nearest to now when there are too many', async () => {
    const { search } = world(() => items(...Array.from({ length: 300 }, (_, at) => event(`e${at}`, at))));
    const { events, truncated } = await search('google', ['choir']);
    expect(truncated).toBe(true);
    expect(events).toHaveLength(250);
    expect(events[0]?.start).toBe('2026-10-31');
  });

  it('tells what could not be searched, and shows the rest', async () => {
    const { search } = world(({ path }) => (path?.['calendarId'] === 'choir' ? refusedWith(403, 'no-rights') : items(event('e', 3), {}, { id: 7 })));
    expect(await search('google')).toMatchObject({ events: [{ eventId: 'e' }], problem: { code: 'no-rights' } });
  });

  it('asks at most four calendars at a time, each once', async () => {
    let now = 0;
    let most = 0;
    const { held } = world(() => items());
    const send = async (): Promise<EventAnswer> => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return items();
    };
    const calendarIds = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'a'];
    await searchEvents({ client: { send }, held, clock: new ManualClock() }, { authorizationId: 'a', calendarIds, query: 'x', where: 'google' }, new AbortController().signal);
    expect(most).toBe(4);
  });

  it('ends with a cancel', async () => {
    const { search, abort, calls } = world(() => {
      abort.abort();
      return { kind: 'cancelled' };
    });
    await expect(search('google', ['a', 'b', 'c', 'd', 'e', 'f'])).rejects.toThrow('cancelled');
    expect(calls.length).toBeLessThanOrEqual(4);
  });
});
