import type { MethodTable, SchemaShape } from '../methods/method-table.ts';
import { reachableSchemas } from '../methods/schema-references.ts';
import { diffNamed, moved } from './diff-facts.ts';

/** Facts of a property that callers notice. */
const FACTS = ['type', '$ref', 'format', 'default', 'enum', 'readOnly', 'requiredBy'] as const;
/** Schemas looked at from one body or answer. */
const MOST = 300;

/**
 * What a body or an answer is made of differently, by path: `Event.focusTimeProperties.chatStatus: type string → integer`. Every schema
 * that could be reached before is looked at.
 */
export function diffSchemas(before: MethodTable, now: MethodTable, start: string): readonly string[] {
  const old = reachableSchemas(before, start, MOST);
  const fresh = Object.fromEntries(Object.keys(old).flatMap((name) => (Object.hasOwn(now.schemas, name) ? [[name, now.schemas[name] ?? {}]] : [])));
  return diffNamed(old, fresh, (name) => name, diffShape);
}

function diffShape(path: string, from: SchemaShape, to: SchemaShape): readonly string[] {
  const inside = (name: string): string => `${path}.${name}`;
  return [
    ...FACTS.flatMap((fact) => moved(`${path}: ${fact}`, from[fact], to[fact]) ?? []),
    ...diffNamed(from.properties ?? {}, to.properties ?? {}, inside, (name, one, other) => diffShape(inside(name), one, other)),
    ...diffNamed(partsOf(from), partsOf(to), inside, (name, one, other) => diffShape(inside(name), one, other)),
  ];
}

/** What the elements of a list and the values of a map are, under names that no property has. */
function partsOf({ items, additionalProperties }: SchemaShape): Readonly<Record<string, SchemaShape>> {
  return { ...(items === undefined ? {} : { '[]': items }), ...(additionalProperties === undefined ? {} : { '*': additionalProperties }) };
}
