import { wordsOf } from '../shared/guards.ts';

/** Scopes of a file: a list, or one text with spaces between. Null when there are none: the file does not record them. */
export function readScopeList(value: unknown): readonly string[] | null {
  const words = typeof value === 'string' ? wordsOf(value) : Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  const scopes = [...new Set(words)].filter((scope) => /^[\x21\x23-\x5b\x5d-\x7e]{1,500}$/.test(scope)).slice(0, 500);
  return scopes.length === 0 ? null : scopes;
}
