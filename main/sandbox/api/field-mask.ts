/** A parsed `fields` parameter: which names to keep, and what of each. Null keeps a value whole. */
export interface FieldMask {
  readonly names: ReadonlyMap<string, FieldMask | null>;
}

/** Parses `a,b/c,d(e,f)` and `*`. Undefined for a mask that makes no sense (Google: 400). */
export function parseMask(text: string): FieldMask | undefined {
  const parser = { text, at: 0 };
  const mask = parseList(parser);
  return mask === undefined || parser.at !== text.length ? undefined : mask;
}

/** Keeps what the mask names; in lists, of every item. */
export function applyMask(mask: FieldMask, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => applyMask(mask, item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([name, item]): [string, unknown][] => {
    const inner = mask.names.has(name) ? mask.names.get(name) : mask.names.get('*');
    if (inner === undefined) return [];
    return [[name, inner === null ? item : applyMask(inner, item)]];
  });
  return Object.fromEntries(kept);
}

interface Parser {
  readonly text: string;
  at: number;
}

function parseList(parser: Parser): FieldMask | undefined {
  const names = new Map<string, FieldMask | null>();
  for (;;) {
    const name = /^(\*|[A-Za-z_][\w-]*)/.exec(parser.text.slice(parser.at))?.[0];
    if (name === undefined) return undefined;
    parser.at += name.length;
    const inner = parseInner(parser);
    if (inner === undefined) return undefined;
    const known = names.get(name);
    names.set(name, known === undefined || known === null || inner === null ? inner : { names: new Map([...known.names, ...inner.names]) });
    if (parser.text[parser.at] !== ',') return { names };
    parser.at += 1;
  }
}

function parseInner(parser: Parser): FieldMask | null | undefined {
  const next = parser.text[parser.at];
  if (next === '/') {
    parser.at += 1;
    const name = /^(\*|[A-Za-z_][\w-]*)/.exec(parser.text.slice(parser.at))?.[0];
    if (name === undefined) return undefined;
    parser.at += name.length;
    const inner = parseInner(parser);
    return inner === undefined ? undefined : { names: new Map([[name, inner]]) };
  }
  if (next !== '(') return null;
  parser.at += 1;
  const list = parseList(parser);
  if (list === undefined || parser.text[parser.at] !== ')') return undefined;
  parser.at += 1;
  return list;
}
