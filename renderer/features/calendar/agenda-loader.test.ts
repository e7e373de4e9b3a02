import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { okay } from '../../bridge/fake-bridge.ts';
import { chunkFrom, chunksOf, heightOf } from './agenda-chunks.ts';
import { AgendaLoader, type AgendaSnapshot } from './agenda-loader.ts';
import { rowSample } from './testing/samples.ts';
import { addDays } from './view-dates.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms);

function start(count: number, apart = 1) {
  const world = { revision: 1, perDay: 1 };
  const days = () => Array.from({ length: count }, (_, at) => [addDays('2020-01-01', at * apart), world.perDay] as const);
  const asked: (readonly [string, string])[] = [];
  let last: AgendaSnapshot = { days: null, rows: new Map(), problem: null };
  const loader = new AgendaLoader((snapshot) => {
    last = snapshot;
  });
  const source = (key = 'a') => ({
    key,
    days: async () => okay({ revision: world.revision, days: days() }),
    rows: async (first: string, to: string) => {
      asked.push([first, to]);
      return okay({
        revision: world.revision,
        days: days()
          .filter(([date]) => date >= first && date <= to)
          .map(([date, rows]) => ({ date, events: Array.from({ length: rows }, () => rowSample({ title: key })) })),
      });
    },
  });
  return { loader, source, world, asked, last: () => last };
}

describe('the agenda', () => {
  it('reads the rows near what is shown, once, and lets go of the far ones', async () => {
    const { loader, source, asked, last } = start(5000);
    loader.want(source(), 1);
    await settle();
    for (let day = 0; day < 1000; day += 10) {
      loader.near(day, day + 9);
      await settle();
    }
    expect(last().days).toHaveLength(5000);
    expect(last().rows.size).toBeLessThan(120);
    expect(last().rows.has(addDays('2020-01-01', 999))).toBe(true);
    const count = asked.length;
    loader.near(990, 999);
    await settle();
    expect(asked).toHaveLength(count);
  });

  it('asks for no more days at once than are answered', async () => {
    const { loader, source, asked } = start(40, 90);
    loader.want(source(), 1);
    await settle();
    loader.near(0, 20);
    await settle();
    expect(asked.length).toBeGreaterThan(3);
    for (const [first, to] of asked) expect(to < addDays(first, 400)).toBe(true);
  });

  it('reads days and rows again after a change, and keeps the old ones meanwhile', async () => {
    const { loader, source, world, last } = start(10);
    loader.want(source(), 1);
    await settle();
    world.revision = 2;
    world.perDay = 3;
    loader.want(source(), 2);
    expect(last().rows.get('2020-01-01')).toHaveLength(1);
    await settle(1000);
    expect(last().days?.[0]).toEqual(['2020-01-01', 3]);
    expect(last().rows.get('2020-01-01')).toHaveLength(3);
  });

  it('notices from the rows that the days are old', async () => {
    const { loader, source, world, last } = start(100);
    loader.want(source(), 1);
    await settle();
    world.revision = 2;
    world.perDay = 2;
    loader.near(50, 60);
    await settle(1000);
    expect(last().days?.[0]).toEqual(['2020-01-01', 2]);
  });

  it('shows the rows of the new filter only', async () => {
    const { loader, source, last } = start(5);
    loader.want(source('a'), 1);
    loader.want(source('b'), 1);
    await settle();
    expect(last().rows.get('2020-01-01')?.[0]?.title).toBe('b');
  });
});

describe('pieces of the agenda', () => {
  const chunks = chunksOf([
    ['2026-11-24', 3],
    ['2026-11-26', 45],
    ['2026-12-01', 1],
  ]);

  it('cut long days up without losing a row', () => {
    expect(chunks.map(({ date, from, count }) => [date.slice(8), from, count])).toEqual([
      ['24', 0, 3],
      ['26', 0, 20],
      ['26', 20, 20],
      ['26', 40, 5],
      ['01', 0, 1],
    ]);
    expect(chunks.reduce((sum, chunk) => sum + heightOf(chunk), 0)).toBe(49 * 40 + 3 * 10);
  });

  it.each([
    ['2026-01-01', 0],
    ['2026-11-25', 1],
    ['2026-11-26', 1],
    ['2026-11-27', 4],
    ['2027-01-01', 5],
  ])('from %s on begin at %i', (date, at) => {
    expect(chunkFrom(chunks, date)).toBe(at);
  });
});
