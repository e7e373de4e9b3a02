export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  readonly bounds: Bounds | null;
  readonly maximized: boolean;
}

export const usualSize = { width: 1280, height: 840 } as const;
export const leastSize = { width: 960, height: 640 } as const;

/** Reads what was saved; anything odd means the usual place. */
export function readPlace(saved: unknown): WindowPlace {
  if (typeof saved !== 'object' || saved === null) return { bounds: null, maximized: false };
  const { bounds, maximized } = saved as { bounds?: unknown; maximized?: unknown };
  return { bounds: readBounds(bounds), maximized: maximized === true };
}

function readBounds(value: unknown): Bounds | null {
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height } = value as Record<string, unknown>;
  const numbers = [x, y, width, height];
  if (!numbers.every((one): one is number => typeof one === 'number' && Number.isInteger(one) && Math.abs(one) < 100_000)) return null;
  const [left = 0, top = 0, wide = 0, high = 0] = numbers;
  return { x: left, y: top, width: Math.max(wide, leastSize.width), height: Math.max(high, leastSize.height) };
}

/** The saved bounds if a good part of the title bar is still on a display; a screen may be gone since. */
export function visibleBounds(bounds: Bounds | null, displays: readonly Bounds[]): Bounds | null {
  if (bounds === null) return null;
  const shown = displays.some((area) => {
    const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    return across >= 200 && bounds.y >= area.y && bounds.y < area.y + area.height - 40;
  });
  return shown ? bounds : null;
}
