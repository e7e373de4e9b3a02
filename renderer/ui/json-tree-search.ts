import { childrenOf, type JsonChild } from './json-tree-rows.ts';

/** One place that fits, and what has to be open to see it. */
export interface JsonMatch {
  readonly path: string;
  readonly parents: readonly string[];
}

/** Enough to step through; searching on would only cost time. */
export const MOST_MATCHES = 1000;

interface Waiting {
  readonly child: Omit<JsonChild, 'name'> & { readonly name: JsonChild['name'] | null };
  readonly inside: Waiting | null;
}

/** Names and plain values that hold `words`, in the order of the tree; at most `MOST_MATCHES`. */
export function searchJson(value: unknown, words: string): readonly JsonMatch[] {
  const text = words.trim().toLowerCase();
  if (text === '') return [];
  const found: JsonMatch[] = [];
  const waiting: Waiting[] = [{ child: { name: null, path: '', value }, inside: null }];
  for (let next = waiting.pop(); next !== undefined && found.length < MOST_MATCHES; next = waiting.pop()) {
    const { name, path, value: here } = next.child;
    const inner = typeof here === 'object' && here !== null;
    if ((typeof name === 'string' && name.toLowerCase().includes(text)) || (!inner && plainText(here).includes(text))) {
      found.push({ path, parents: parentsOf(next.inside) });
    }
    const parent = next;
    // One by one: a call takes only so many arguments.
    if (inner) for (const child of childrenOf(here, path).toReversed()) waiting.push({ child, inside: parent });
  }
  return found;
}

/** A plain value as it is searched: a text without its quotes. */
function plainText(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).toLowerCase();
}

function parentsOf(inside: Waiting | null): readonly string[] {
  const parents: string[] = [];
  for (let at = inside; at !== null; at = at.inside) parents.push(at.child.path);
  return parents;
}
