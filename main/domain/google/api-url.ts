import type { GoogleMethod } from './methods/method-table.ts';

/**
 * The address of a call. Path values become one percent-encoded segment each: calendar ids hold `#`, and a group address may hold `/`.
 * Always asks for JSON (Groups Settings answers in Atom otherwise) without the line breaks Google adds by itself.
 * @param base with trailing slash
 * @param template relative to `base`: `{name}` for one segment, `{+name}` for a value that may hold slashes (RFC 6570)
 * @param query a list is sent as key=a&key=b
 */
export function apiUrl(
  base: string,
  template: GoogleMethod['path'],
  path: Readonly<Record<string, string>>,
  query: Readonly<Record<string, string | readonly string[]>>,
): string {
  const filled = template.replaceAll(/\{(\+?)(\w+)\}/g, (_, plus: string, name: string) => {
    const value = path[name] ?? '';
    return plus === '' ? encodeSegment(value) : value.split('/').map(encodeSegment).join('/');
  });
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, alt: 'json', prettyPrint: 'false' })) {
    for (const one of typeof value === 'string' ? [value] : value) parameters.append(name, one);
  }
  return `${base}${filled}?${parameters.toString()}`;
}

/** `.` and `..` would walk up the path, encoded or not: URL parsers treat %2e alike. An empty value would join two slashes. */
function encodeSegment(value: string): string {
  if (value === '' || value === '.' || value === '..') throw new RangeError('a path value must name something');
  return encodeURIComponent(value);
}
