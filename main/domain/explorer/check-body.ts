import type { GoogleMethod, MethodTable, SchemaShape } from '../google/methods/method-table.ts';
import { isObject } from '../shared/guards.ts';

/** Levels that are looked at; deeper ones are Google's to judge. */
const DEEPEST = 20;
/** Problems of one body that are told. */
const MOST = 20;

/** What is wrong with a body, one sentence each; empty when it can be sent. Unknown fields are Google's to judge: documents lag behind. */
export function checkBody(text: string, table: MethodTable, method: GoogleMethod): readonly string[] {
  if (method.request === undefined) return ['This method takes no body.'];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return ['The body is not JSON: look for a missing quote, comma or bracket.'];
  }
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

/** Google takes numbers as texts and the other way round; what it never takes is another kind of thing. */
function checkSimple(value: unknown, { type, enum: values }: SchemaShape): string | null {
  if (type === undefined || type === 'any') return null;
  if (Array.isArray(value) || isObject(value)) return `has to be a ${type === 'string' ? 'text' : type}, not a list or an object`;
  if (type === 'boolean' && typeof value !== 'boolean' && value !== 'true' && value !== 'false') return 'has to be true or false';
  if ((type === 'integer' || type === 'number') && typeof value !== 'number' && !(typeof value === 'string' && /^-?\d/.test(value))) return 'has to be a number';
  if (values !== undefined && typeof value === 'string' && !values.includes(value)) return `has to be one of: ${values.slice(0, 12).join(', ')}`;
  return null;
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
