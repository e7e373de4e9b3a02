import { isRecord, parseJson } from '../../ui/parse-json.ts';

export type CalendarHue = 'petrol' | 'iris' | 'orchid' | 'moss' | 'slate' | 'amber';

export interface CalendarEntry {
  readonly id: string;
  readonly title: string;
  readonly hue: CalendarHue;
  /** `owner`, `writer`, `reader`, `free/busy` */
  readonly role: string;
  readonly primary: boolean;
  readonly hidden: boolean;
  readonly timeZone: string | null;
  readonly description: string | null;
}

const ROLE: Readonly<Record<string, string>> = { freeBusyReader: 'free/busy' };

/**
 * Reads the body of calendarList.list.
 * @returns null when it is not such a body (an error, or cut off)
 */
export function readCalendarList(body: string): readonly CalendarEntry[] | null {
  const value = parseJson(body);
  if (!isRecord(value) || !Array.isArray(value['items'])) return null;
  return (value['items'] as readonly unknown[]).filter(isRecord).map((item) => {
    const text = (name: string): string | null => (typeof item[name] === 'string' && item[name] !== '' ? item[name] : null);
    const role = text('accessRole') ?? 'unknown';
    return {
      id: text('id') ?? '',
      title: text('summaryOverride') ?? text('summary') ?? '(No title)',
      hue: nearestHue(text('backgroundColor')),
      role: ROLE[role] ?? role,
      primary: item['primary'] === true,
      hidden: item['hidden'] === true,
      timeZone: text('timeZone'),
      description: text('description'),
    };
  });
}

const HUES: readonly (readonly [CalendarHue, number])[] = [
  ['amber', 38],
  ['moss', 140],
  ['petrol', 185],
  ['iris', 245],
  ['orchid', 315],
];

/** Google's calendar colours in ours: nearest hue; grays become slate, reds and oranges amber. */
export function nearestHue(hex: string | null): CalendarHue {
  const match = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex ?? '');
  if (match === null) return 'slate';
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  if (spread < 0.12) return 'slate';
  const sixth = most === red ? ((green - blue) / spread + 6) % 6 : most === green ? (blue - red) / spread + 2 : (red - green) / spread + 4;
  const hue = sixth * 60;
  const distance = (of: number): number => Math.min(Math.abs(hue - of), 360 - Math.abs(hue - of));
  const [first = ['slate', 0] as const, ...rest] = HUES;
  return rest.reduce((best, one) => (distance(one[1]) < distance(best[1]) ? one : best), first)[0];
}
