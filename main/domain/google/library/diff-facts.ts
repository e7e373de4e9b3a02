export type Fact = string | boolean | readonly string[] | undefined;

/** `maxResults: maximum 250 → 2500`; null when nothing moved. */
export function moved(what: string, from: Fact, to: Fact): string | null {
  const [before, now] = [shown(from), shown(to)];
  return before === now ? null : `${what} ${before} → ${now}`;
}

function shown(value: Fact): string {
  if (value === undefined || value === false) return 'none';
  if (value === true) return 'yes';
  return typeof value === 'string' ? value || '“”' : value.join(', ') || 'none';
}

/** What `list` has and `other` lacks. */
export function missingFrom(other: readonly string[], list: readonly string[]): readonly string[] {
  const known = new Set(other);
  return list.filter((one) => !known.has(one));
}

/** What came, what went and what is another one under the same name. */
export function diffNamed<T>(
  before: Readonly<Record<string, T>>,
  now: Readonly<Record<string, T>>,
  label: (name: string) => string,
  compare: (name: string, from: T, to: T) => readonly string[],
): readonly string[] {
  return [
    ...missingFrom(Object.keys(before), Object.keys(now)).map((name) => `${label(name)}: new`),
    ...missingFrom(Object.keys(now), Object.keys(before)).map((name) => `${label(name)}: gone`),
    ...Object.entries(before).flatMap(([name, from]) => {
      const to = Object.hasOwn(now, name) ? now[name] : undefined;
      return to === undefined ? [] : compare(name, from, to);
    }),
  ];
}
