import type { ApiParameterDto } from '../../../../preload/contract/apis.ts';

const FORMAT: Readonly<Record<string, string>> = {
  'date-time': 'date and time, as 2026-11-26T11:14:00Z',
  date: 'date, as 2026-11-26',
  'google-datetime': 'date and time, as 2026-11-26T11:14:00Z',
  'google-duration': 'seconds, as 3.5s',
  'google-fieldmask': 'names joined by commas',
  byte: 'bytes in base64url',
  int32: 'whole number',
  uint32: 'whole number, not below 0',
  int64: 'whole number',
  uint64: 'whole number, not below 0',
  float: 'number',
  double: 'number',
};

const TYPE: Readonly<Record<ApiParameterDto['type'], string | null>> = { string: null, integer: 'whole number', number: 'number', boolean: null };

/** What a value has to look like: `whole number · 1 to 2500`; null when any text will do. */
export function shapeWords({ type, format, minimum, maximum, repeated }: ApiParameterDto): string | null {
  const kind = format !== null && Object.hasOwn(FORMAT, format) ? FORMAT[format] : TYPE[type];
  const range =
    minimum !== null && maximum !== null ? `${minimum} to ${maximum}` : minimum !== null ? `at least ${minimum}` : maximum !== null ? `at most ${maximum}` : null;
  const parts = [kind, range, repeated ? 'several allowed' : null].filter((part) => part !== null && part !== undefined);
  return parts.length === 0 ? null : parts.join(' · ');
}

/** `2026-11-26T11:14:00Z`: a moment as Google's APIs take it. @param at milliseconds since the epoch */
export function momentText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export function isMoment({ format }: Pick<ApiParameterDto, 'format'>): boolean {
  return format === 'date-time' || format === 'google-datetime';
}
