import { isObject, type JsonObject } from '../../shared/guards.ts';
import type { MethodParameter, SchemaShape } from '../methods/method-table.ts';
import { plainText } from './plain-text.ts';

/** Levels of objects written inside one another; real documents have three. */
const DEEPEST = 12;
/** Properties of one object, values of one enum. */
const MOST = 2000;
const NAME = /^[\w$@.-]{1,120}$/;

/** Says so in prose only. */
const DEPRECATED: ReadonlySet<string> = new Set(['sendNotifications', 'alwaysIncludeEmail', 'userIp']);

const LOCATIONS: readonly string[] = ['path', 'query'];
const TYPES: readonly string[] = ['string', 'integer', 'number', 'boolean'];

/** Own entries with usable names, sorted, so that a document always gives the same table. `__proto__` is nobody's name. */
export function entriesOf(value: unknown, most = MOST): readonly (readonly [string, unknown])[] {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .filter(([name]) => NAME.test(name) && name !== '__proto__')
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .slice(0, most);
}

/** Without what is undefined, in the order given: the order of the table files. */
export function defined<T extends object>(of: T): T {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as T;
}

/** A short text of the format: a type, a reference, a default. */
export function word(value: unknown): string | undefined {
  return typeof value === 'string' && value.length <= 500 ? plainText(value, 500) : undefined;
}

/** Texts of a list; undefined when it is none or empty. */
export function words(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = value.slice(0, MOST).flatMap((one) => word(one) ?? []);
  return found.length === 0 ? undefined : found;
}

/** Undefined for a parameter that is neither in the path nor in the query, or of no simple type. */
export function readParameter(name: string, value: unknown): MethodParameter | undefined {
  if (!isObject(value)) return undefined;
  const { location, type } = value;
  if (typeof location !== 'string' || !LOCATIONS.includes(location) || typeof type !== 'string' || !TYPES.includes(type)) return undefined;
  return defined({
    location: location as MethodParameter['location'],
    type: type as MethodParameter['type'],
    ...flag('required', value['required']),
    ...flag('repeated', location !== 'path' && value['repeated']),
    ...text('format', value['format']),
    ...list('enum', value['enum']),
    ...defaultOf(value['default']),
    ...text('minimum', value['minimum']),
    ...text('maximum', value['maximum']),
    ...flag('deprecated', value['deprecated'] === true || DEPRECATED.has(name)),
    ...prose(value['description']),
  });
}

export function readParameters(value: unknown): Readonly<Record<string, MethodParameter>> {
  return Object.fromEntries(
    entriesOf(value).flatMap(([name, parameter]) => {
      const read = readParameter(name, parameter);
      return read === undefined ? [] : [[name, read] as const];
    }),
  );
}

/** References stay names: who follows them does so step by step, since they may lead in a circle. */
export function readShape(value: unknown, depth = 0): SchemaShape {
  if (!isObject(value) || depth > DEEPEST) return {};
  const properties = value['properties'] === undefined ? undefined : entriesOf(value['properties']).map(([name, property]) => [name, readShape(property, depth + 1)] as const);
  return defined({
    ...text('type', value['type']),
    ...text('$ref', value['$ref']),
    ...text('format', value['format']),
    ...defaultOf(value['default']),
    ...list('enum', value['enum']),
    ...flag('readOnly', value['readOnly']),
    ...list('requiredBy', requiredBy(value)),
    ...(value['items'] === undefined ? {} : { items: readShape(value['items'], depth + 1) }),
    ...(value['additionalProperties'] === undefined ? {} : { additionalProperties: readShape(value['additionalProperties'], depth + 1) }),
    ...(properties === undefined ? {} : { properties: Object.fromEntries(properties) }),
    ...prose(value['description']),
  });
}

function requiredBy(value: JsonObject): unknown {
  const annotations = value['annotations'];
  return isObject(annotations) ? annotations['required'] : undefined;
}

export function flag<K extends string>(name: K, value: unknown): { readonly [P in K]?: boolean } {
  return value === true ? ({ [name]: true } as { readonly [P in K]?: boolean }) : {};
}

export function text<K extends string>(name: K, value: unknown): { readonly [P in K]?: string } {
  const read = word(value);
  return read === undefined ? {} : ({ [name]: read } as { readonly [P in K]?: string });
}

function list<K extends string>(name: K, value: unknown): { readonly [P in K]?: readonly string[] } {
  const read = words(value);
  return read === undefined ? {} : ({ [name]: read } as { readonly [P in K]?: readonly string[] });
}

/** A default may be the empty text. */
function defaultOf(value: unknown): { readonly default?: string } {
  return value === '' ? { default: '' } : text('default', value);
}

export function prose(value: unknown): { readonly description?: string } {
  const read = plainText(value, 800);
  return read === undefined ? {} : { description: read };
}
