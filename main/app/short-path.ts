import { sep } from 'node:path';

/** A path as people read it: the home folder as `~`. */
export function shortPath(path: string, home: string): string {
  return path === home || path.startsWith(home.endsWith(sep) ? home : home + sep) ? `~${path.slice(home.length)}` : path;
}
