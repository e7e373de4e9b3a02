import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventListDto } from '../../../preload/contract/calendar.ts';
import type { Result } from '../../../preload/contract/result.ts';
import { okay, refused } from '../../bridge/fake-bridge.ts';
import { RangeLoader, type Shown, type Wanted } from './range-loader.ts';
import { listSample, rowSample } from './testing/samples.ts';

interface Asked {
  readonly key: string;
  readonly answer: (result: Result<EventListDto>) => Promise<void>;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function start() {
  const shown: Shown<string>[] = [];
  const asked: Asked[] = [];
  const loader = new RangeLoader<string>((state) => shown.push(state));
  const wish = (key: string): Wanted<string> => ({
    key,
    scene: key,
    load: () =>
      new Promise((resolve) => {
        asked.push({
          key,
          answer: async (result) => {
            resolve(result);
            await vi.advanceTimersByTimeAsync(0);
          },
        });
      }),
  });
  const want = (key: string, revision = 1, next: readonly string[] = []): void => {
    loader.want(wish(key), revision, next.map(wish));
  };
  return { loader, shown, asked, want, last: () => shown.at(-1) };
}

const a = rowSample({ title: 'a' });
const b = rowSample({ title: 'b' });

describe('rows of a range', () => {
  it('keeps what is shown until the next rows are there', async () => {
    const { shown, asked, want, last } = start();
    want('week 1');
    await asked[0]?.answer(okay(listSample([a])));
    want('week 2');
    expect(shown).toHaveLength(1);
    await asked[1]?.answer(okay(listSample([b])));
    expect(shown).toHaveLength(2);
    expect(last()).toMatchObject({ scene: 'week 2', rows: [b], loaded: true });
  });

  it('draws an empty week when its rows take long, and never the old rows under the new title', async () => {
    const { asked, want, last } = start();
    want('week 1');
    await asked[0]?.answer(okay(listSample([a])));
    want('week 2');
    await vi.advanceTimersByTimeAsync(200);
    expect(last()).toMatchObject({ scene: 'week 2', rows: [], loaded: false });
  });

  it('drops an answer that was overtaken', async () => {
    const { asked, want, shown, last } = start();
    want('week 1');
    want('week 2');
    await asked[1]?.answer(okay(listSample([b])));
    await asked[0]?.answer(okay(listSample([a])));
    expect(shown).toHaveLength(1);
    expect(last()).toMatchObject({ scene: 'week 2', rows: [b] });
  });

  it('reads again when the revision grows, at a pace, and starves under no number of changes', async () => {
    const { asked, want, last } = start();
    want('week 1', 1);
    await asked[0]?.answer(okay(listSample([a], 1)));
    for (let revision = 2; revision < 30; revision += 1) {
      want('week 1', revision);
      await vi.advanceTimersByTimeAsync(50);
      // Main answers at once, with what it holds by then.
      await asked.at(-1)?.answer(okay(listSample([a, b], revision)));
    }
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.length).toBeLessThan(8);
    expect(last()).toMatchObject({ rows: [a, b] });
    await vi.advanceTimersByTimeAsync(1000);
    const count = asked.length;
    await vi.advanceTimersByTimeAsync(5000);
    expect(asked).toHaveLength(count);
  });

  it('does not read again what the answer already was', async () => {
    const { asked, want } = start();
    want('week 1', 1);
    await asked[0]?.answer(okay(listSample([a], 5)));
    want('week 1', 5);
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked).toHaveLength(1);
  });

  it('hands out nothing when nothing changed', async () => {
    const { asked, want, shown } = start();
    want('week 1', 1);
    await asked[0]?.answer(okay(listSample([a], 1)));
    want('week 1', 2);
    await vi.advanceTimersByTimeAsync(1000);
    await asked[1]?.answer(okay(listSample([{ ...a }], 2)));
    expect(asked).toHaveLength(2);
    expect(shown).toHaveLength(1);
  });

  it('hands out the same rows again when the view has drawn others by itself: a move that was undone before it was read', async () => {
    const { loader, shown, asked, want } = start();
    want('week 1');
    await asked[0]?.answer(okay(listSample([a])));
    loader.redrawn();
    want('week 1', 3);
    await vi.advanceTimersByTimeAsync(1000);
    const again = [{ ...a }];
    await asked[1]?.answer(okay(listSample(again, 3)));
    expect(shown).toHaveLength(2);
    expect(shown[1]?.rows).toBe(again);
  });

  it('keeps its rows when reading them again fails', async () => {
    const { asked, want, last } = start();
    want('week 1', 1);
    await asked[0]?.answer(okay(listSample([a], 1)));
    want('week 1', 2);
    await vi.advanceTimersByTimeAsync(1000);
    await asked[1]?.answer(refused('vault-locked', 'The vault is locked.'));
    expect(last()).toMatchObject({ rows: [a], loaded: true, problem: { code: 'vault-locked' } });
  });

  it('reads what is a step away in a quiet moment, and draws it at once', async () => {
    const { shown, asked, want, last } = start();
    want('week 1', 1, ['week 2', 'week 0']);
    await asked[0]?.answer(okay(listSample([a])));
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1000);
    await asked[1]?.answer(okay(listSample([b])));
    await asked[2]?.answer(okay(listSample([])));
    expect(asked.map(({ key }) => key)).toEqual(['week 1', 'week 2', 'week 0']);
    expect(shown).toHaveLength(1);
    want('week 2', 1, ['week 3', 'week 1']);
    expect(last()).toMatchObject({ scene: 'week 2', rows: [b], loaded: true });
    await vi.advanceTimersByTimeAsync(1000);
    expect(asked.map(({ key }) => key)).toEqual(['week 1', 'week 2', 'week 0', 'week 3']);
  });

  it('never draws what was read ahead of a change', async () => {
    const { shown, asked, want, last } = start();
    want('week 1', 1, ['week 2']);
    await asked[0]?.answer(okay(listSample([a])));
    await vi.advanceTimersByTimeAsync(1000);
    await asked[1]?.answer(okay(listSample([b])));
    want('week 1', 2, ['week 2']);
    want('week 2', 2, []);
    expect(shown.some(({ rows }) => rows.includes(b))).toBe(false);
    await asked.at(-1)?.answer(okay(listSample([a, b], 2)));
    expect(last()).toMatchObject({ scene: 'week 2', rows: [a, b] });
  });

  it('says nothing after it was closed', async () => {
    const { loader, asked, want, shown } = start();
    want('week 1');
    loader.close();
    await asked[0]?.answer(okay(listSample([a])));
    expect(shown).toEqual([]);
  });
});
