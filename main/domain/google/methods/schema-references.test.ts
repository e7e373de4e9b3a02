import { describe, expect, it } from 'vitest';
import type { SchemaShape } from './method-table.ts';
import { reachableSchemas } from './schema-references.ts';

describe('the schemas that can be reached from one', () => {
  it('are named once each, nearest first, circles included', () => {
    const schemas: Record<string, SchemaShape> = { A: { properties: { b: { $ref: 'B' }, a: { $ref: 'A' } } }, B: { items: { $ref: 'C' } }, C: { additionalProperties: { $ref: 'A' } }, D: {} };
    expect(Object.keys(reachableSchemas({ schemas }, 'A', 10))).toEqual(['A', 'B', 'C']);
    expect(Object.keys(reachableSchemas({ schemas }, 'A', 2))).toEqual(['A', 'B']);
    expect(reachableSchemas({ schemas }, 'constructor', 10)).toEqual({});
  });

  it('are found soon where references are repeated without end', () => {
    const references = (from: number): SchemaShape => ({ properties: Object.fromEntries(Array.from({ length: 150_000 }, (_, at) => [`p${at}`, { $ref: `S${(from + at) % 6}` }])) });
    const schemas = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`S${at}`, references(at)]));
    const started = performance.now();
    expect(Object.keys(reachableSchemas({ schemas }, 'S0', 300))).toHaveLength(6);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
