/**
 * Milliseconds to wait by a Retry-After header: whole seconds or an HTTP date (RFC 9110 §10.2.3).
 * @param now milliseconds since the epoch
 * @returns null when the header is absent or says nothing; 0 for a moment that has passed
 */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse would take many other things for a date; an HTTP date has a weekday, a month name and GMT.
  if (!/^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}.*$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

/** Milliseconds of a protobuf duration as JSON writes it: `55.8s`. Null for anything else. */
export function durationMs(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const seconds = /^(\d{1,9}(?:\.\d{1,9})?)s$/.exec(value)?.[1];
  return seconds === undefined ? null : Math.round(Number(seconds) * 1000);
}
