import { valueWords } from '../catalog/value-words.ts';
import { valuesOf } from '../catalog/catalog.ts';
import type { Setting } from '../catalog/setting.ts';

/** True when every word of the query is in the label, the field, the meaning or the value. An empty query fits all. */
export function fits(setting: Setting, value: string | undefined, query: string): boolean {
  const text = [setting.label, setting.field, setting.meaning, valueWords(setting.field, value), (value ?? '').slice(0, 2000), ...valuesOf(setting).map(({ word }) => word)].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
