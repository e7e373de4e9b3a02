import { normalizeScope } from '../scopes/normalize.ts';

/** How the scopes that Google lists differ from those stored: `2 scopes are gone, 1 is new`. Null when they are the same. */
export function changeOfScopes(stored: readonly string[], listed: readonly string[]): string | null {
  const before = new Set(stored.map(normalizeScope));
  const after = new Set(listed.map(normalizeScope));
  const gone = [...before].filter((scope) => !after.has(scope)).length;
  const added = [...after].filter((scope) => !before.has(scope)).length;
  if (gone === 0) return added === 0 ? null : `${counted(added)} new`;
  return added === 0 ? `${counted(gone)} gone` : `${counted(gone)} gone, ${added} ${added === 1 ? 'is' : 'are'} new`;
}

function counted(count: number): string {
  return count === 1 ? '1 scope is' : `${count} scopes are`;
}
