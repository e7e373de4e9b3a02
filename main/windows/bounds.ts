export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In device-independent pixels. */
export const usualSize = { width: 1280, height: 840 } as const;
export const leastSize = { width: 960, height: 640 } as const;

/** The saved bounds if a good part of the title bar is still on a display; a screen may be gone since. */
export function visibleBounds(saved: Bounds | null, displays: readonly Bounds[]): Bounds | null {
  if (saved === null) return null;
  const bounds = { ...saved, width: Math.max(saved.width, leastSize.width), height: Math.max(saved.height, leastSize.height) };
  const shown = displays.some((area) => {
    const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
    return across >= 200 && bounds.y >= area.y && bounds.y < area.y + area.height - 40;
  });
  return shown ? bounds : null;
}
