import type { MethodParameter } from '../google/methods/method-table.ts';

const RANGES: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['int32', [-(2n ** 31n), 2n ** 31n - 1n]],
  ['uint32', [0n, 2n ** 32n - 1n]],
  ['int64', [-(2n ** 63n), 2n ** 63n - 1n]],
  ['uint64', [0n, 2n ** 64n - 1n]],
]);

/** One of a pair of surrogates alone: there is no way to send it. */
export const HALF_CHARACTER = /\p{Cs}/u;

type Facts = Pick<MethodParameter, 'type' | 'format' | 'enum' | 'minimum' | 'maximum'>;

/**
 * What is wrong with a value as typed, in one sentence that says what is expected; null when it can be sent. A pattern of a document is
 * never run: it could be made to run for ever. https://developers.google.com/discovery/v1/type-format
 */
export function checkValue(text: string, facts: Facts): string | null {
  if (HALF_CHARACTER.test(text)) return 'It holds half a character: delete it and type it again.';
  if (facts.enum !== undefined) return facts.enum.includes(text) ? null : `Choose one of: ${listed(facts.enum)}.`;
  switch (facts.type) {
    case 'boolean':
      return text === 'true' || text === 'false' ? null : 'Write true or false.';
    case 'integer':
      return checkInteger(text, facts);
    case 'number':
      return checkNumber(text, facts);
    case 'string':
      return checkText(text, facts);
  }
}

function checkInteger(text: string, { format, minimum, maximum }: Facts): string | null {
  if (!/^-?\d{1,20}$/.test(text)) return 'Write a whole number.';
  const value = BigInt(text);
  const [least, most] = RANGES.get(format ?? '') ?? [null, null];
  const low = bigOf(minimum) ?? least;
  const high = bigOf(maximum) ?? most;
  return (low !== null && value < low) || (high !== null && value > high) ? `Write a whole number ${rangeWords(low, high)}.` : null;
}

function checkNumber(text: string, { minimum, maximum }: Facts): string | null {
  const value = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return 'Write a number, such as 2.5.';
  const low = minimum === undefined ? null : Number(minimum);
  const high = maximum === undefined ? null : Number(maximum);
  return (low !== null && value < low) || (high !== null && value > high) ? `Write a number ${rangeWords(low, high)}.` : null;
}

function checkText(text: string, facts: Facts): string | null {
  switch (facts.format) {
    case 'int64':
    case 'uint64':
      return checkInteger(text, facts);
    case 'date':
      return isDate(text) ? null : 'Write a date, such as 2026-11-26.';
    case 'date-time':
    case 'google-datetime':
      return isMoment(text) ? null : 'Write a moment with its offset, such as 2026-11-26T09:30:00+01:00 or …Z.';
    case 'byte':
      return /^[\w+/-]*={0,2}$/.test(text) ? null : 'Write the bytes in base64.';
    case 'google-duration':
      return /^-?\d{1,12}(?:\.\d{1,9})?s$/.test(text) ? null : 'Write a duration in seconds, such as 3.5s.';
    case 'google-fieldmask':
      return /^[\w.*]+(?:,[\w.*]+)*$/.test(text) ? null : 'Write names of fields with commas between them, such as displayName,photo.url.';
    default:
      return null;
  }
}

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

/** RFC 3339 with a time zone, which Google insists on. */
function isMoment(text: string): boolean {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/i.exec(text);
  return match?.[1] !== undefined && isDate(match[1]) && Number.isFinite(Date.parse(text));
}

function bigOf(text: string | undefined): bigint | null {
  return text !== undefined && /^-?\d{1,20}$/.test(text) ? BigInt(text) : null;
}

function rangeWords(low: bigint | number | null, high: bigint | number | null): string {
  if (low !== null && high !== null) return `from ${low} to ${high}`;
  return low === null ? `up to ${high ?? ''}` : `from ${low}`;
}

function listed(values: readonly string[]): string {
  return values.length <= 12 ? values.join(', ') : `${values.slice(0, 12).join(', ')}, and ${values.length - 12} more`;
}
