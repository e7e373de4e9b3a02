import type { MethodTable, SchemaShape } from './method-table.ts';

/**
 * The schemas that can be reached from one, itself included, nearest first. References may lead in a circle: each is named once.
 * @param most how many to name at most
 */
export function reachableSchemas({ schemas }: Pick<MethodTable, 'schemas'>, start: string, most: number): Readonly<Record<string, SchemaShape>> {
  const found = new Map<string, SchemaShape>();
  // Grows while it is walked through, and holds each name once.
  const named = new Set([start]);
  for (const name of named) {
    const shape = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (shape === undefined) continue;
    found.set(name, shape);
    if (found.size >= most) break;
    for (const reference of referencesIn(shape)) named.add(reference);
  }
  return Object.fromEntries(found);
}

function referencesIn(shape: SchemaShape): readonly string[] {
  return [
    ...(shape.$ref === undefined ? [] : [shape.$ref]),
    ...(shape.items === undefined ? [] : referencesIn(shape.items)),
    ...(shape.additionalProperties === undefined ? [] : referencesIn(shape.additionalProperties)),
    ...Object.values(shape.properties ?? {}).flatMap(referencesIn),
  ];
}
