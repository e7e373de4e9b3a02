import { formatJson } from './json-format.ts';
import { scanJson, stringOf, type JsonPiece } from './json-scan.ts';

interface Place {
  /** Offset just behind the last thing inside the object, or behind its `{`. */
  readonly at: number;
  readonly empty: boolean;
  /** Steps of the path that exist already. */
  readonly depth: number;
}

/**
 * Puts a property into a body, at the end of the object it belongs to; objects on the way to it are made. What is there stays as it is written.
 * @param text valid JSON holding an object, or blank
 * @param path names from the top down to the property
 * @param value JSON text
 * @returns the text laid out anew; null when the property is there already or something else than an object is in the way
 */
export function insertProperty(text: string, path: readonly string[], value: string): string | null {
  const source = text.trim() === '' ? '{}' : text;
  const place = placeFor(source, path);
  if (place === null || place.depth === path.length) return null;
  const [first = '', ...deeper] = path.slice(place.depth);
  const inside = deeper.reduceRight((inner, name) => `{${JSON.stringify(name)}: ${inner}}`, value);
  const property = `${JSON.stringify(first)}: ${inside}`;
  return formatJson(`${source.slice(0, place.at)}${place.empty ? '' : ','}${property}${source.slice(place.at)}`);
}

/** The deepest object on the way to `path` that exists. */
function placeFor(text: string, path: readonly string[]): Place | null {
  const pieces = scanJson(text);
  if (pieces[0]?.kind !== '{') return null;
  let open = 0;
  for (let depth = 0; depth < path.length; depth += 1) {
    const name = path[depth] ?? '';
    const found = findIn(pieces, open, name);
    if (found.value === null) return { at: found.end, empty: found.empty, depth };
    if (depth === path.length - 1) return { at: 0, empty: false, depth: path.length };
    if (pieces[found.value]?.kind !== '{') return null;
    open = found.value;
  }
  return null;
}

/** Looks through the object that opens at piece `open`, not into what lies inside it. */
function findIn(pieces: readonly JsonPiece[], open: number, name: string): { readonly value: number | null; readonly end: number; readonly empty: boolean } {
  let depth = 0;
  for (let at = open; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined) break;
    if (piece.kind === '{' || piece.kind === '[') depth += 1;
    if (piece.kind === '}' || piece.kind === ']') depth -= 1;
    const before = pieces[at - 1];
    if (depth === 0) return { value: null, end: before === undefined ? piece.at : before.at + before.text.length, empty: before?.at === pieces[open]?.at };
    if (depth === 1 && piece.kind === 'string' && pieces[at + 1]?.kind === ':' && stringOf(piece) === name) return { value: at + 2, end: 0, empty: false };
  }
  return { value: null, end: 0, empty: true };
}
