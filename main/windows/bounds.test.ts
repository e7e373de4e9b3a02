import { describe, expect, it } from 'vitest';
import { visibleBounds } from './bounds.ts';

const screens = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 1280, height: 800 },
];

describe('saved window bounds', () => {
  it('are used while enough of the window is on a display', () => {
    const bounds = { x: 2000, y: 40, width: 1100, height: 700 };
    expect(visibleBounds(bounds, screens)).toEqual(bounds);
    expect(visibleBounds({ ...bounds, x: -900 }, screens)).toEqual({ ...bounds, x: -900 });
  });

  it('are dropped when the display is gone or the title bar cannot be reached', () => {
    const bounds = { x: 2000, y: 40, width: 1100, height: 700 };
    expect(visibleBounds(bounds, screens.slice(0, 1))).toBeNull();
    expect(visibleBounds({ ...bounds, x: 3100 }, screens)).toBeNull();
    expect(visibleBounds({ ...bounds, y: -50 }, screens)).toBeNull();
    expect(visibleBounds({ ...bounds, y: 1060, x: 0 }, screens)).toBeNull();
    expect(visibleBounds(null, screens)).toBeNull();
  });

  it('never make the window smaller than it may be', () => {
    expect(visibleBounds({ x: 0, y: 0, width: 10, height: 10 }, screens)).toEqual({ x: 0, y: 0, width: 960, height: 640 });
  });
});
