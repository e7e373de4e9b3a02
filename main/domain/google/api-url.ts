import type { GoogleMethod } from './methods/method-table.ts';

/**
 * The address of a call. Path values become one percent-encoded segment each: calendar ids hold `#`, and a group address may hold `/`.
 * Always asks for JSON (Groups Settings answers in Atom otherwise) without the line breaks Google adds by itself.
 * @param base with trailing slash
 * @param template relative to `base`, `{name}` for each value
 */
export function apiUrl(
  base: string,
  template: GoogleMethod['path'],
  path: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string>>,
): string {
  const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeSegment(path[name] ?? ''));
  const parameters = new URLSearchParams({ ...query, alt: 'json', prettyPrint: 'false' });
  return `${base}${filled}?${parameters.toString()}`;
}

/** `.` and `..` would walk up the path, encoded or not: URL parsers treat %2e alike. An empty value would join two slashes. */
function encodeSegment(value: string): string {
  if (value === '' || value === '.' || value === '..') throw new RangeError('a path value must name something');
  return encodeURIComponent(value);
}
