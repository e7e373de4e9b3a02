export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

/** One visible line of a tree of JSON. */
export interface JsonRow {
  /** `items[0].summary`, as code reaches it; empty for the whole. Also what tells rows apart. */
  readonly path: string;
  readonly parent: string | null;
  readonly depth: number;
  /** Property name or position; null for the whole. */
  readonly name: string | number | null;
  readonly value: unknown;
  readonly kind: JsonKind;
  /** Properties or items inside; 0 for what cannot be opened. */
  readonly size: number;
  readonly open: boolean;
  /** From 1, among `count` siblings. */
  readonly position: number;
  readonly count: number;
}

export interface JsonChild {
  readonly name: string | number;
  readonly path: string;
  readonly value: unknown;
}

/** Lists longer than this start folded, also near the top. */
const MOST_OPEN = 500;

export function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value as 'string' | 'number' | 'boolean';
    default:
      return 'object';
  }
}

export function childrenOf(value: unknown, path: string): readonly JsonChild[] {
  if (Array.isArray(value)) return value.map((item: unknown, at) => ({ name: at, path: `${path}[${at}]`, value: item }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, inner]: [string, unknown]) => ({ name, path: pathOf(path, name), value: inner }));
}

/** `start.dateTime`; names that are no identifiers in brackets: `["a b"]`. */
function pathOf(parent: string, name: string): string {
  if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${parent}[${JSON.stringify(name)}]`;
  return parent === '' ? name : `${parent}.${name}`;
}

export function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

/** What is open at first: the whole and what lies directly in it, unless that is long. */
export function openAtFirst(value: unknown): ReadonlySet<string> {
  const inside = childrenOf(value, '').filter((child) => sizeOf(child.value) > 0 && sizeOf(child.value) <= MOST_OPEN);
  return new Set(['', ...inside.map(({ path }) => path)]);
}

/** The lines to draw when exactly `open` is open, top down. What lies in a folded line is not looked at. */
export function visibleRows(value: unknown, open: ReadonlySet<string>): readonly JsonRow[] {
  const rows: JsonRow[] = [];
  // A stack instead of recursion: an answer may be nested deeper than calls can be.
  const waiting: Omit<JsonRow, 'kind' | 'size' | 'open'>[] = [{ path: '', parent: null, depth: 0, name: null, value, position: 1, count: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, depth } = next;
    const size = sizeOf(next.value);
    const row = { ...next, kind: kindOf(next.value), size, open: size > 0 && open.has(path) };
    rows.push(row);
    if (!row.open) continue;
    const children = childrenOf(next.value, path);
    for (let at = children.length - 1; at >= 0; at -= 1) {
      const child = children[at];
      if (child !== undefined) waiting.push({ ...child, parent: path, depth: depth + 1, position: at + 1, count: children.length });
    }
  }
  return rows;
}

/** A value in one line: `"text"`, `{ id, summary, … }`, `[ 250 ]`. */
export function previewOf({ value, kind, size }: Pick<JsonRow, 'value' | 'kind' | 'size'>): string {
  if (kind === 'array') return size === 0 ? '[]' : `[ ${size.toLocaleString('en-GB')} ]`;
  if (kind !== 'object') return JSON.stringify(value);
  const names = Object.keys(value as object);
  return names.length === 0 ? '{}' : `{ ${names.slice(0, 4).join(', ')}${names.length > 4 ? ', …' : ''} }`;
}
