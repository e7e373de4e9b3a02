import { describe, expect, it } from 'vitest';
import type { EventAnswer } from '../google/event-client.ts';
import type { JsonObject } from '../shared/guards.ts';
import { freeBusy, type FreeBusy } from './free-busy.ts';
import { refusedWith } from './testing/fake-google.ts';

const hour = (at: number): number => Date.UTC(2026, 10, 25, at);
const from = hour(0);
const to = hour(24);

async function ask(answer: EventAnswer, ids: readonly string[], range = { from, to }) {
  const sent: unknown[] = [];
  const client = { send: async (call: { body?: JsonObject }) => (sent.push(call.body), answer) };
  return { result: (await freeBusy(client, { authorizationId: 'a', ids, ...range }, new AbortController().signal)) as FreeBusy, sent };
}
const of = (calendars: unknown, groups?: unknown): EventAnswer => ({ kind: 'done', json: { calendars, groups } });
const time = (start: number, end: number) => ({ start: new Date(hour(start)).toISOString(), end: new Date(hour(end)).toISOString() });

describe('free and busy times', () => {
  it('are sorted, merged and cut to the range', async () => {
    const busy = [time(12, 13), time(9, 10), time(10, 11), time(9, 9), time(-3, 1), { start: '2026-11-25T22:00:00+01:00', end: '2026-11-26T09:00:00+01:00' }];
    const { result, sent } = await ask(of({ 'ada@harbor.example': { busy } }), ['ada@harbor.example', 'ada@harbor.example']);
    expect(result).toEqual({
      problem: null,
      people: [
        {
          id: 'ada@harbor.example',
          problem: null,
          busy: [
            { from: hour(0), to: hour(1) },
            { from: hour(9), to: hour(11) },
            { from: hour(12), to: hour(13) },
            { from: hour(21), to: hour(24) },
          ],
        },
      ],
    });
    expect(sent).toEqual([{ timeMin: '2026-11-25T00:00:00.000Z', timeMax: '2026-11-26T00:00:00.000Z', timeZone: 'UTC', items: [{ id: 'ada@harbor.example' }] }]);
  });

  it('drop what cannot be read', async () => {
    const busy = [{ start: 'soon', end: 7 }, null, 'x', { start: time(9, 10).start }, time(11, 10)];
    expect((await ask(of({ a: { busy }, b: { busy: 'all day' }, c: 5 }), ['a', 'b', 'c'])).result.people).toEqual([
      { id: 'a', busy: [], problem: null },
      { id: 'b', busy: [], problem: null },
      { id: 'c', busy: [], problem: 'Google said nothing about this address.' },
    ]);
    expect((await ask(of('none'), ['a'])).result.people[0]?.problem).not.toBeNull();
  });

  it.each([
    ['notFound', /not shared/],
    ['groupTooBig', /too many members/],
    ['tooManyCalendarsRequested', /fewer/],
    ['internalError', /just now/],
    ['newReason', /\(newReason\)/],
    ['<b>', /address\.$/],
  ])('say %s in words', async (reason, words) => {
    const { result } = await ask(of({ a: { errors: [{ domain: 'global', reason }], busy: [] } }), ['a']);
    expect(result.people[0]?.problem).toMatch(words);
  });

  it('of a group are those of its members', async () => {
    const members = { 'ada@x': { busy: [time(9, 10)] }, 'ben@x': { errors: [{ reason: 'notFound' }] } };
    const { result } = await ask(of(members, { 'Crew@x': { calendars: ['ada@x', 'ben@x', 7] } }), ['crew@x']);
    expect(result.people).toEqual([{ id: 'crew@x', busy: [{ from: hour(9), to: hour(10) }], problem: 'The times of some of its members are not known.' }]);
  });

  it('are not asked for an empty or very long time', async () => {
    for (const [range, code] of [
      [{ from, to: from }, 'time-range-empty'],
      [{ from, to: from + 61 * 86_400_000 }, 'time-range-too-long'],
    ] as const) {
      const { result, sent } = await ask(of({}), ['a'], range);
      expect(result).toMatchObject({ people: [], problem: { code } });
      expect(sent).toEqual([]);
    }
  });

  it('hand on a refusal, and nothing after a cancel', async () => {
    expect((await ask(refusedWith(403, 'scope-missing'), ['a'])).result).toMatchObject({ people: [], problem: { code: 'scope-missing' } });
    expect((await ask({ kind: 'cancelled' }, ['a'])).result).toBeNull();
  });
});
