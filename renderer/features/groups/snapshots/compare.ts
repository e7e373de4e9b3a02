import type { GroupValues } from '../../../../preload/contract/groups.ts';
import { RETIRED } from '../catalog/retired.ts';
import { SETTINGS } from '../catalog/catalog.ts';

export interface Difference {
  readonly field: string;
  /** Null where a side has no such field. */
  readonly left: string | null;
  readonly right: string | null;
}

const ORDER = new Map([...SETTINGS, ...RETIRED].map(({ field }, at) => [field, at]));

/** Fields in which two sets of settings differ: current ones first, then retired, then unknown ones by name. */
export function differences(left: GroupValues, right: GroupValues): readonly Difference[] {
  const fields = [...new Set([...Object.keys(left), ...Object.keys(right)])].filter((field) => valueOf(left, field) !== valueOf(right, field));
  const place = (field: string): number => ORDER.get(field) ?? ORDER.size;
  return fields
    .sort((a, b) => place(a) - place(b) || a.localeCompare(b))
    .map((field) => ({ field, left: valueOf(left, field), right: valueOf(right, field) }));
}

/** A field may be called `constructor`: what every object has by itself is no value. */
function valueOf(values: GroupValues, field: string): string | null {
  return Object.hasOwn(values, field) ? (values[field] ?? null) : null;
}
