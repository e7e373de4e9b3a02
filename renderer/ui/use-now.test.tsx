import { act, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MINUTE, SECOND, timeLeft } from './duration.ts';
import { held, heldAmong, useNow } from './use-now.ts';

function pass(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

describe('held', () => {
  it('keeps whole minutes to go', () => {
    expect(held(10_000, 10_000 + 41 * MINUTE - 5 * SECOND)).toBe(10_000 - 5 * SECOND);
    expect(timeLeft(41 * MINUTE - 1 - held(0, 41 * MINUTE - 1))).toBe('41 min left');
  });

  it('keeps whole seconds in the last minute', () => {
    const until = 100 * MINUTE;
    expect(until - held(until - 41_300, until)).toBe(42 * SECOND);
  });

  it('keeps whole minutes after the end, and is never in the future', () => {
    const until = 100 * MINUTE;
    expect(held(until + 3 * MINUTE + 20 * SECOND, until)).toBe(until + 3 * MINUTE);
    for (const now of [until - 1, until, until + 1, until - MINUTE, until - 3.5 * MINUTE]) {
      expect(held(now, until)).toBeLessThanOrEqual(now);
      expect(now - held(now, until)).toBeLessThan(MINUTE);
    }
  });

  it('holds to the clock when nothing is counted down', () => {
    expect(held(5 * MINUTE + 59_999, null)).toBe(5 * MINUTE);
  });
});

describe('heldAmong', () => {
  it('is exact at every end, and never steps back', () => {
    const ends = [10 * MINUTE + 7_000, 25 * MINUTE + 31_000];
    let last = 0;
    for (let now = 0; now < 40 * MINUTE; now += 1_000) {
      const at = heldAmong(now, ends);
      expect(at).toBeLessThanOrEqual(now);
      if (now > 2 * MINUTE) expect(at).toBeGreaterThanOrEqual(last - MINUTE);
      for (const end of ends) expect(at >= end).toBe(now >= end);
      last = at;
    }
  });

  it('works without any end', () => {
    expect(heldAmong(5 * MINUTE + 1, [])).toBe(5 * MINUTE);
  });
});

describe('useNow', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('renders once a minute, then once a second', () => {
    const until = 1_000_000 + 3 * MINUTE;
    let renders = 0;
    function Left() {
      renders += 1;
      return <p>{timeLeft(until - useNow(until)) ?? 'over'}</p>;
    }
    render(<Left />);
    expect(screen.getByText('3 min left')).toBeVisible();
    const before = renders;
    pass(59 * SECOND);
    expect(renders).toBe(before);
    pass(SECOND);
    expect(screen.getByText('2 min left')).toBeVisible();
    pass(70 * SECOND);
    expect(screen.getByText('50 s left')).toBeVisible();
    pass(SECOND);
    expect(screen.getByText('49 s left')).toBeVisible();
    pass(49 * SECOND);
    expect(screen.getByText('over')).toBeVisible();
  });

  it('stops its timer when nobody watches', () => {
    function Clock() {
      return <p>{useNow()}</p>;
    }
    const first = render(<Clock />);
    const second = render(<Clock />);
    expect(vi.getTimerCount()).toBe(1);
    first.unmount();
    second.unmount();
    expect(vi.getTimerCount()).toBe(0);
  });
});
