import { scanJson, stringOf, type JsonPiece } from './json-scan.ts';

/** Property names and list positions from the top of the body. */
export type JsonPath = readonly (string | number)[];

/** Where the cursor stands in JSON that may be half typed, and what of the text a completion would replace. */
export interface JsonCursor {
  readonly role: 'name' | 'value';
  /** For a name: of the object it belongs to. For a value: of the value. */
  readonly path: JsonPath;
  /** What is typed of it so far, up to the cursor, without quotes. */
  readonly typed: string;
  /** Part of the text that stands for it, quotes included. */
  readonly from: number;
  readonly to: number;
  /** Names the object has besides this one. */
  readonly taken: ReadonlySet<string>;
  /** A colon follows. */
  readonly hasColon: boolean;
  /** What stands before and after, to know whether a comma is missing. */
  readonly next: JsonPiece | null;
}

interface Frame {
  readonly object: boolean;
  readonly names: { readonly name: string; readonly at: number }[];
  name: string | null;
  index: number;
  /** In an object: a name comes next, not a value. */
  wantsName: boolean;
}

/** @param offset position of the cursor; null when nothing can be completed there (after a value, outside the body) */
export function cursorAt(text: string, offset: number): JsonCursor | null {
  const pieces = scanJson(text);
  const frames: Frame[] = [];
  let at = 0;
  let settled = false;
  // Everything that ends before the cursor.
  for (; at < pieces.length; at += 1) {
    const piece = pieces[at];
    if (piece === undefined || touches(piece, offset)) break;
    settled = take(frames, piece);
  }
  const piece = pieces[at];
  const under = piece !== undefined && piece.at < offset && touches(piece, offset) ? piece : null;
  const frame = frames.at(-1);
  if (frame === undefined || settled) return null;
  const role = frame.object && frame.wantsName ? 'name' : 'value';
  const next = pieces[under === null ? at : at + 1] ?? null;
  const quoted = under !== null && under.kind !== 'word';
  const typed = under === null ? '' : text.slice(under.at + (quoted ? 1 : 0), offset);
  const steps = frames.map((one) => (one.object ? (one.name ?? '') : one.index));
  return {
    role,
    path: role === 'name' ? steps.slice(0, -1) : steps,
    typed,
    from: under?.at ?? offset,
    to: under === null ? offset : under.at + under.text.length,
    taken: namesAround(pieces.slice(at), frames, under),
    hasColon: next?.kind === ':',
    next,
  };
}

/** Strings and words under the cursor are being typed; brackets and commas before it are done. */
function touches({ kind, at, text }: JsonPiece, offset: number): boolean {
  const end = at + text.length;
  if (kind === 'string') return end > offset;
  if (kind === 'open' || kind === 'word') return end >= offset;
  return at >= offset;
}

/** Follows one piece. @returns whether a value has just ended, so that only a comma or bracket can follow */
function take(frames: Frame[], piece: JsonPiece): boolean {
  const frame = frames.at(-1);
  switch (piece.kind) {
    case '{':
    case '[':
      frames.push({ object: piece.kind === '{', names: [], name: null, index: 0, wantsName: piece.kind === '{' });
      return false;
    case '}':
    case ']':
      frames.pop();
      return true;
    case ',':
      if (frame?.object === true) frame.wantsName = true;
      else if (frame !== undefined) frame.index += 1;
      return false;
    case ':':
      if (frame !== undefined) frame.wantsName = false;
      return false;
    case 'word':
      return true;
    case 'string':
    case 'open':
      if (frame?.object === true && frame.wantsName) {
        frame.name = stringOf(piece);
        frame.names.push({ name: frame.name, at: piece.at });
      }
      return true;
  }
}

/** Also the names after the cursor count as taken. */
function namesAround(rest: readonly JsonPiece[], frames: readonly Frame[], under: JsonPiece | null): ReadonlySet<string> {
  const here = frames.at(-1);
  if (here?.object !== true) return new Set();
  const copy: Frame[] = [{ ...here, names: [...here.names] }];
  const own = copy[0];
  for (const piece of rest) {
    if (piece === under && here.wantsName) continue;
    take(copy, piece);
    if (copy.length === 0) break;
  }
  return new Set(own?.names.map(({ name }) => name));
}
