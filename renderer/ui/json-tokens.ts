export type JsonTokenKind = 'key' | 'string' | 'literal' | 'punctuation';

export interface JsonToken {
  readonly kind: JsonTokenKind;
  readonly text: string;
}

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([^"\-\dtfn]+|.)/g;

/** Colours one line of pretty-printed JSON. Joined again, the texts are exactly the line; other text comes out plain. */
export function tokenizeJsonLine(line: string): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  for (const [, quoted, colon, literal, rest] of line.matchAll(TOKEN)) {
    if (quoted !== undefined) {
      tokens.push({ kind: colon === undefined ? 'string' : 'key', text: quoted });
      if (colon !== undefined) tokens.push({ kind: 'punctuation', text: colon });
    } else if (literal !== undefined) {
      tokens.push({ kind: 'literal', text: literal });
    } else if (rest !== undefined) {
      tokens.push({ kind: 'punctuation', text: rest });
    }
  }
  return tokens;
}
