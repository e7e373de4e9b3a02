/** A piece of JSON text, half-typed text included. `open` is a string whose closing quote is missing. */
export interface JsonPiece {
  readonly kind: '{' | '}' | '[' | ']' | ':' | ',' | 'string' | 'open' | 'word';
  readonly text: string;
  /** Offset of its first character. */
  readonly at: number;
}

const PIECE = /"(?:[^"\\\n]|\\.)*("?)|[{}[\]:,]|[^\s{}[\]:,"]+/g;

/** Cuts text into pieces without judging it; what lies between them is white space. */
export function scanJson(text: string): readonly JsonPiece[] {
  return Array.from(text.matchAll(PIECE), (match) => {
    const [piece, closing] = match;
    return { kind: kindOf(piece, closing), text: piece, at: match.index };
  });
}

function kindOf(piece: string, closing: string | undefined): JsonPiece['kind'] {
  switch (piece) {
    case '{':
    case '}':
    case '[':
    case ']':
    case ':':
    case ',':
      return piece;
    default:
      if (!piece.startsWith('"')) return 'word';
      return closing === '"' ? 'string' : 'open';
  }
}

/** What a string piece says; its raw inside while it is not valid yet. */
export function stringOf(piece: JsonPiece): string {
  try {
    const value: unknown = JSON.parse(piece.kind === 'open' ? `${piece.text}"` : piece.text);
    return typeof value === 'string' ? value : '';
  } catch {
    return piece.text.slice(1);
  }
}
