import { describe, expect, it } from 'vitest';
import { ManualClock } from '../domain/testing/manual-clock.ts';
import { BackgroundLife, IDLE_MS } from './background-life.ts';
import { readSecondStart, secondStart } from './second-start.ts';

describe('what a second start tells the first', () => {
  it('is whether a window is wanted, and the way to its desktop; nothing else of its environment', () => {
    const said = secondStart(false, { DISPLAY: ':1', PATH: '/bin', LD_PRELOAD: '/evil.so', XAUTHORITY: '' });
    expect(said).toEqual({ background: false, session: { DISPLAY: ':1' } });
    expect(readSecondStart(JSON.parse(JSON.stringify(said)))).toEqual(said);
  });

  it.each([null, undefined, 'x', 1, [], {}, { background: 'yes', session: 'x' }, { session: { DISPLAY: 1, LD_PRELOAD: '/evil.so', WAYLAND_DISPLAY: 'x'.repeat(5000) } }])('is a plain start by hand when it is %j', (data) => {
    expect(readSecondStart(data)).toEqual({ background: false, session: {} });
  });
});

describe('an app in the background', () => {
  it('leaves after a while without a request, and not while a window was there', () => {
    const clock = new ManualClock();
    let left = 0;
    let seen = false;
    const life = new BackgroundLife({ clock, wasSeen: () => seen, leave: () => { left += 1; } });
    clock.advance(IDLE_MS - 1);
    life.used();
    clock.advance(IDLE_MS - 1);
    expect(left).toBe(0);
    clock.advance(1);
    expect(left).toBe(1);
    seen = true;
    life.used();
    clock.advance(IDLE_MS);
    expect(left).toBe(1);
  });
});
