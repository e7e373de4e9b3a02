import type { JsonObject } from '../shared/guards.ts';

/** An own field of a JSON object; undefined when it has none, also for `__proto__`, `constructor` and the like. */
export function field(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
