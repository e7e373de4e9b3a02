import type { CalendarDto, EventRowDto } from '../../../preload/contract/calendar.ts';

/** Calendar colours as the design has them: none of them is a state or a sensitivity here. */
export type CalendarHue = 'petrol' | 'iris' | 'orchid' | 'moss' | 'slate' | 'amber';

const HUES: readonly (readonly [CalendarHue, number])[] = [
  ['amber', 38],
  ['moss', 140],
  ['petrol', 185],
  ['iris', 245],
  ['orchid', 315],
];

/** Red, green, blue from 0 to 1; null when it is no `#rrggbb`. */
function channels(hex: string | null): readonly [number, number, number] | null {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex ?? '');
  if (match === null) return null;
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return [red, green, blue];
}

/** Google's calendar colours in ours: nearest hue; grays become slate, reds and oranges amber. */
export function nearestHue(hex: string | null): CalendarHue {
  const parts = channels(hex);
  if (parts === null) return 'slate';
  const [red, green, blue] = parts;
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 0.12) return 'slate';
  const sixth = most === red ? ((green - blue) / spread + 6) % 6 : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const hue = sixth * 60;
  const distance = (of: number): number => Math.min(Math.abs(hue - of), 360 - Math.abs(hue - of));
  const [first = ['slate', 0] as const, ...rest] = HUES;
  return rest.reduce((best, one) => (distance(one[1]) < distance(best[1]) ? one : best), first)[0];
}

/** The eleven event colours of colors.get, by colorId. https://developers.google.com/workspace/calendar/api/v3/reference/colors/get */
const EVENT_HUE: Readonly<Record<string, CalendarHue>> = {
  '1': 'iris',
  '2': 'moss',
  '3': 'orchid',
  '4': 'amber',
  '5': 'amber',
  '6': 'amber',
  '7': 'petrol',
  '8': 'slate',
  '9': 'iris',
  '10': 'moss',
  '11': 'amber',
};

/** Hue of an event: its own colour if it has one this version knows, else its calendar's. */
export function hueOf(row: Pick<EventRowDto, 'calendarId' | 'colorId'>, calendars: ReadonlyMap<string, CalendarHue>): CalendarHue {
  return (row.colorId === null ? undefined : EVENT_HUE[row.colorId]) ?? calendars.get(row.calendarId) ?? 'slate';
}

export function huesOf(calendars: readonly CalendarDto[]): ReadonlyMap<string, CalendarHue> {
  return new Map(calendars.map(({ id, color }) => [id, nearestHue(color)]));
}

/** Relative luminance of WCAG 2. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance([red, green, blue]: readonly [number, number, number]): number {
  const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** What a calendar's checkbox lies on, in each scheme (`--gd-sunken`). */
const GROUND = { light: '#F9FBFB', dark: '#13191B' } as const;
const INK = { white: '#FFFFFF', black: '#121B1F' } as const;

/**
 * The exact colour of a calendar for its checkbox, with the tick that can be seen on it.
 * @returns null when the colour does not reach 3:1 on the page: the nearest hue stands in
 */
export function exactColor(hex: string | null, scheme: 'light' | 'dark'): { readonly fill: string; readonly tick: string } | null {
  const parts = channels(hex);
  const ground = channels(GROUND[scheme]);
  if (hex === null || parts === null || ground === null) return null;
  const own = luminance(parts);
  if (contrast(own, luminance(ground)) < 3) return null;
  return { fill: hex, tick: contrast(own, 1) >= 3 ? INK.white : INK.black };
}
