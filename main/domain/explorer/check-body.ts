import type { GoogleMethod, MethodTable, SchemaShape } from '../google/methods/method-table.ts';
import { isObject } from '../shared/guards.ts';
import { HALF_CHARACTER } from './check-value.ts';

/** Levels that are looked at; deeper ones are Google's to judge. */
const DEEPEST = 20;
/** Problems of one body that are told. */
const MOST = 20;

/** What is wrong with a body, one sentence each; empty when it can be sent. Unknown fields are Google's to judge: documents lag behind. */
export function checkBody(text: string, table: MethodTable, method: GoogleMethod): readonly string[] {
  if (method.request === undefined) return ['This method takes no body.'];
  if (HALF_CHARACTER.test(text)) return ['The body holds half a character: delete it and type it again.'];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ['The body is not JSON: look for a missing quote, comma or bracket.'];
  }
  // Elsewhere null empties a field; here nothing would be left.
  if (value === null) return ['The body has to be an object: {…}.'];
  const problems: string[] = [];
  checkShape(value, { $ref: method.request }, { path: '', depth: 0, table, method, problems });
  return problems;
}

interface Place {
  /** Of the value, for people: `start.dateTime`, `attendees[0]`. */
  readonly path: string;
  readonly depth: number;
  readonly table: MethodTable;
  readonly method: GoogleMethod;
  readonly problems: string[];
}

function checkShape(value: unknown, given: SchemaShape, place: Place): void {
  const { path, depth, table, method, problems } = place;
  if (depth > DEEPEST || problems.length >= MOST || value === null) return;
  const shape = resolved(given, table);
  const at = path === '' ? 'The body' : path;
  if (shape.type === 'array') {
    if (!Array.isArray(value)) problems.push(`${at} has to be a list: […].`);
    else value.forEach((one, index) => { checkShape(one, shape.items ?? {}, { ...place, path: `${path}[${index}]`, depth: depth + 1 }); });
    return;
  }
  const properties = shape.properties ?? {};
  if (shape.type === 'object' || shape.properties !== undefined) {
    if (!isObject(value)) {
      problems.push(`${at} has to be an object: {…}.`);
      return;
    }
    for (const [name, property] of Object.entries(properties)) {
      const inner = path === '' ? name : `${path}.${name}`;
      if (Object.hasOwn(value, name)) checkShape(value[name], property, { ...place, path: inner, depth: depth + 1 });
      else if (property.requiredBy?.includes(method.id) === true) problems.push(`${inner} is missing: this method needs it.`);
    }
    if (shape.additionalProperties !== undefined) {
      for (const [name, one] of Object.entries(value)) {
        if (!Object.hasOwn(properties, name)) checkShape(one, shape.additionalProperties, { ...place, path: path === '' ? name : `${path}.${name}`, depth: depth + 1 });
      }
    }
    return;
  }
  const wrong = checkSimple(value, shape);
  if (wrong !== null) problems.push(`${at} ${wrong}.`);
}

/** Numbers may be written as texts, and 64-bit ones are texts that may be written as numbers; nothing else stands for another kind. */
function checkSimple(value: unknown, { type, format, enum: values }: SchemaShape): string | null {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : 'has to be true or false, without quotes';
    case 'integer':
      return Number.isInteger(value) || (typeof value === 'string' && /^-?\d{1,20}$/.test(value)) ? null : 'has to be a whole number';
    case 'number':
      return typeof value === 'number' || (typeof value === 'string' && /^-?\d{1,40}(?:\.\d{1,40})?(?:e[+-]?\d{1,4})?$/i.test(value)) ? null : 'has to be a number';
    case 'string':
      if (typeof value !== 'string') return (format === 'int64' || format === 'uint64') && Number.isInteger(value) ? null : 'has to be a text in quotes';
      return values === undefined || values.includes(value) ? null : `has to be one of: ${values.slice(0, 12).join(', ')}`;
    default:
      return null;
  }
}

/** Follows references until there is something; a circle of bare references ends as nothing. */
function resolved(shape: SchemaShape, { schemas }: MethodTable): SchemaShape {
  let current = shape;
  for (let step = 0; step < DEEPEST && current.$ref !== undefined; step += 1) {
    const next = Object.hasOwn(schemas, current.$ref) ? schemas[current.$ref] : undefined;
    if (next === undefined) return {};
    current = next;
  }
  return current;
}
