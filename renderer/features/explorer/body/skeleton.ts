import type { ApiSchemaDto } from '../../../../preload/contract/apis.ts';
import { isRequired, resolved, writableProperties, type Schemas } from './schema-walk.ts';

interface SkeletonContext {
  readonly methodId: string;
  readonly schemas: Schemas;
  /** Milliseconds since the epoch: what a moment is filled with. */
  readonly now: number;
}

/** Names that people fill in most, where a document does not say what is mandatory. */
const COMMON: ReadonlySet<string> = new Set(['name', 'title', 'displayName', 'summary', 'description', 'email', 'dateTime', 'role', 'value', 'type']);
const MOST_COMMON = 3;
const HOUR = 3_600_000;
/** Mandatory properties of mandatory properties; a schema that requires itself ends here. */
const MOST_DEPTH = 6;

type Example = string | number | boolean | { readonly [name: string]: Example } | readonly Example[];

/**
 * A body to start from: what the method needs, with a value of the right kind in each place. Where it needs nothing, the properties that people
 * use most.
 * @param body name of the body's schema
 */
export function skeletonOf(body: string, context: SkeletonContext): string {
  return JSON.stringify(exampleOf({ $ref: body }, context, 0), null, 2);
}

/** A value of the right kind for one property. */
export function exampleOf(schema: ApiSchemaDto, context: SkeletonContext, depth = 0): Example {
  const real = resolved(schema, context.schemas);
  if (real === null) return {};
  if (real.enum?.[0] !== undefined) return real.default ?? real.enum[0];
  switch (real.type) {
    case 'array':
      return needsItem(real, context) ? [exampleOf(real.items ?? {}, context, depth + 1)] : [];
    case 'boolean':
      return real.default === 'true';
    case 'integer':
    case 'number':
      return numberOf(real.default);
    case 'string':
      return real.default ?? textOf(real.format, context.now);
    default:
      return depth >= MOST_DEPTH ? {} : objectOf(real, context, depth);
  }
}

function objectOf(schema: ApiSchemaDto, context: SkeletonContext, depth: number): Example {
  const all = writableProperties(schema, context.methodId);
  const needed = all.filter(([, one]) => isRequired(one, context.methodId));
  const common = needed.length > 0 ? [] : all.filter(([name, one]) => COMMON.has(name) && isPlain(one, context)).slice(0, MOST_COMMON);
  return Object.fromEntries([...needed, ...common].map(([name, one]) => [name, exampleOf(one, inside(name, context), depth + 1)]));
}

/** What ends, ends an hour later than what starts. */
function inside(name: string, context: SkeletonContext): SkeletonContext {
  return /^end/i.test(name) ? { ...context, now: context.now + HOUR } : context;
}

function isPlain(schema: ApiSchemaDto, { schemas }: SkeletonContext): boolean {
  const type = resolved(schema, schemas)?.type;
  return type !== undefined && type !== 'object' && type !== 'array';
}

/** A list whose items have mandatory parts is started with one item. */
function needsItem({ items }: ApiSchemaDto, { schemas, methodId }: SkeletonContext): boolean {
  const item = resolved(items, schemas);
  return item !== null && Object.values(item.properties ?? {}).some((one) => isRequired(one, methodId));
}

function numberOf(text: string | undefined): number {
  const value = Number(text ?? '0');
  return Number.isSafeInteger(value) ? value : 0;
}

/** A moment is useful now; other text is for people to fill in. */
function textOf(format: string | undefined, now: number): string {
  const moment = new Date(now).toISOString();
  if (format === 'date-time' || format === 'google-datetime') return `${moment.slice(0, 19)}Z`;
  if (format === 'date') return moment.slice(0, 10);
  return format === 'int64' || format === 'uint64' ? '0' : '';
}
