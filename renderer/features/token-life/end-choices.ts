/** How long a grant may live before it revokes itself; values are hours, as text for selects. */
export const END_CHOICES = [
  { value: '1', label: '1 hour' },
  { value: '8', label: '8 hours' },
  { value: '24', label: '1 day' },
  { value: '168', label: '7 days' },
] as const;

/** A year and a day: what main takes. */
const MOST_HOURS = 24 * 366;

/** Hours typed by hand, a comma allowed as decimal sign; null when they make no sense. */
export function hoursFrom(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (!/^\d{1,5}(\.\d{1,2})?$/.test(trimmed)) return null;
  const hours = Number(trimmed);
  return hours > 0 && hours <= MOST_HOURS ? hours : null;
}

/** `8 hours`, `7 days`, `1.5 hours` */
export function hoursWords(hours: number): string {
  if (hours >= 48 && hours % 24 === 0) return `${String(hours / 24)} days`;
  return hours === 1 ? '1 hour' : `${String(hours)} hours`;
}
