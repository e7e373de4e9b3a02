import { parseJsonObject, type JsonObject } from '../shared/guards.ts';

/** A group's settings as on the wire, whatever they are called; booleans are the texts "true" and "false". */
export type GroupValues = Readonly<Record<string, string>>;

export interface GroupSettings {
  /** A value that was no text stands as JSON. */
  readonly values: GroupValues;
  /** Fields whose value was no text: they are shown and never sent. */
  readonly notText: readonly string[];
}

/** One field that is not what it was, or not what it was to be; null where there is nothing. */
export interface FieldMove {
  readonly field: string;
  readonly before: string | null;
  readonly sent: string | null;
  readonly now: string | null;
}

/**
 * Reads the body of a groups.get or groups.patch answer. Every field is kept, those this version has not heard of too. `__proto__` is left
 * out: it is no setting, and objects on the way to the window would take it for their prototype.
 * @returns null when the body is no JSON object
 */
export function readGroupSettings(body: string): GroupSettings | null {
  const json = parseJsonObject(body);
  return json === null ? null : groupSettings(json);
}

function groupSettings(json: JsonObject): GroupSettings {
  const fields = Object.entries(json).filter(([name]) => name !== '__proto__');
  return {
    values: Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])),
    notText: fields.filter(([, value]) => typeof value !== 'string').map(([name]) => name),
  };
}

/** A field's value, null when it has none; names like `constructor` are fields like any other. */
export function valueOf(values: GroupValues, field: string): string | null {
  return Object.hasOwn(values, field) ? (values[field] ?? null) : null;
}

/** The fields of `expected` that are different in `now`. */
export function differing(expected: GroupValues, now: GroupValues, sent: GroupValues): readonly FieldMove[] {
  return Object.keys(sent)
    .filter((field) => valueOf(expected, field) !== valueOf(now, field))
    .map((field) => ({ field, before: valueOf(expected, field), sent: valueOf(sent, field), now: valueOf(now, field) }));
}

/** Sent fields that read back as something else. */
export function ignoredFields(before: GroupValues, sent: GroupValues, now: GroupValues): readonly FieldMove[] {
  return Object.keys(sent)
    .filter((field) => valueOf(sent, field) !== valueOf(now, field))
    .map((field) => ({ field, before: valueOf(before, field), sent: valueOf(sent, field), now: valueOf(now, field) }));
}

/** Fields that nobody sent and that changed all the same. */
export function movedFields(before: GroupValues, sent: GroupValues, now: GroupValues): readonly FieldMove[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return fields
    .filter((field) => !Object.hasOwn(sent, field) && valueOf(before, field) !== valueOf(now, field))
    .map((field) => ({ field, before: valueOf(before, field), sent: null, now: valueOf(now, field) }));
}
