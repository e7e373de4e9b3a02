import type { ApiSchemaDto } from '../../../../preload/contract/apis.ts';
import type { JsonPath } from './json-cursor.ts';

export type Schemas = Readonly<Record<string, ApiSchemaDto>>;

/** References that lead on to further ones; real documents need one step. */
const MOST_STEPS = 20;

/** Follows references to what they stand for; null when one leads nowhere or in a circle. */
export function resolved(schema: ApiSchemaDto | undefined, schemas: Schemas): ApiSchemaDto | null {
  let now = schema;
  for (let step = 0; now !== undefined && step < MOST_STEPS; step += 1) {
    if (now.$ref === undefined) return now;
    now = Object.hasOwn(schemas, now.$ref) ? schemas[now.$ref] : undefined;
  }
  return null;
}

/** The schema of one property; what belongs to a name that is not listed, when any may be used. */
export function propertyOf(schema: ApiSchemaDto, name: string): ApiSchemaDto | undefined {
  return schema.properties !== undefined && Object.hasOwn(schema.properties, name) ? schema.properties[name] : schema.additionalProperties;
}

/** The schema of the value at a path of a body, followed through references; null where the document says nothing. */
export function schemaAt(path: JsonPath, body: string, schemas: Schemas): ApiSchemaDto | null {
  let now = resolved({ $ref: body }, schemas);
  for (const step of path) {
    if (now === null) return null;
    now = resolved(typeof step === 'string' ? propertyOf(now, step) : now.items, schemas);
  }
  return now;
}

/** Properties somebody can send, by name: those the method needs first, then as the document lists them. */
export function writableProperties(schema: ApiSchemaDto, methodId: string): readonly (readonly [name: string, schema: ApiSchemaDto])[] {
  const own = Object.entries(schema.properties ?? {}).filter(([, one]) => one.readOnly !== true);
  return [...own.filter(([, one]) => isRequired(one, methodId)), ...own.filter(([, one]) => !isRequired(one, methodId))];
}

export function isRequired(schema: ApiSchemaDto, methodId: string): boolean {
  return schema.requiredBy?.includes(methodId) === true;
}

/** `text`, `list of Event`, `date-time`: what a value is, in a word or two. */
export function typeWords(schema: ApiSchemaDto): string {
  if (schema.$ref !== undefined) return schema.$ref;
  if (schema.type === 'array') return schema.items === undefined ? 'list' : `list of ${typeWords(schema.items)}`;
  if (schema.enum !== undefined) return 'one of a few';
  if (schema.type === 'string') return schema.format ?? 'text';
  return schema.format ?? schema.type ?? 'any value';
}
