import type { ApiHandler } from '../api/gate.ts';
import { json } from '../http/reply.ts';

export interface ColorPair {
  readonly background: string;
  readonly foreground: string;
}

/** 24 calendar and 11 event colours, spread evenly over the circle: the ids are Google's, the values are ours. */
const calendarColors = palette(24);
const eventColors = palette(11);

/** The colours of a calendar colour id. */
export function calendarColor(id: string): ColorPair {
  return calendarColors[id] ?? { background: '#188698', foreground: '#000000' };
}

/** colors.get */
export const getColors: ApiHandler = () =>
  json(200, { kind: 'calendar#colors', updated: '2026-01-05T00:00:00.000Z', calendar: calendarColors, event: eventColors });

function palette(count: number): Readonly<Record<string, ColorPair>> {
  const pairs = Array.from({ length: count }, (_, index): [string, ColorPair] => [
    String(index + 1),
    { background: hexOf((index * 360) / count), foreground: '#000000' },
  ]);
  return Object.fromEntries(pairs);
}

/** A soft colour that carries black text: HSL with 55 % saturation and 68 % lightness. */
function hexOf(hue: number): string {
  const channel = (shift: number): string => {
    const k = (shift + hue / 30) % 12;
    const value = 0.68 - 0.55 * 0.32 * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
