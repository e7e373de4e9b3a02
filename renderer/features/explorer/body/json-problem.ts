import { scanJson, type JsonPiece } from './json-scan.ts';

export interface JsonProblem {
  /** One sentence, without its place. */
  readonly message: string;
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

const SAYING: Readonly<Record<Expected, string>> = {
  value: 'A value is missing here.',
  'value-or-end': 'A value or the closing ] belongs here.',
  name: 'A property name in double quotes belongs here.',
  'name-or-end': 'A property name in double quotes, or the closing }, belongs here.',
  colon: 'A colon belongs between the name and its value.',
  'comma-or-end': 'A comma or a closing bracket is missing here.',
  nothing: 'The text goes on after the end of the value.',
};

/** The first place where text stops being JSON; null when it is JSON, or blank. Written without recursion: nesting has no limit. */
export function jsonProblem(text: string): JsonProblem | null {
  if (text.trim() === '') return null;
  const closings: ('}' | ']')[] = [];
  let expected: Expected = 'value';
  const after = (): Expected => (closings.length === 0 ? 'nothing' : 'comma-or-end');

  for (const piece of scanJson(text)) {
    const bad = faulty(piece);
    if (bad !== null) return place(text, piece.at, bad);
    const wrong = (): JsonProblem => place(text, piece.at, SAYING[expected]);
    const takesValue = expected === 'value' || expected === 'value-or-end';
    switch (piece.kind) {
      case '{':
      case '[':
        if (!takesValue) return wrong();
        closings.push(piece.kind === '{' ? '}' : ']');
        expected = piece.kind === '{' ? 'name-or-end' : 'value-or-end';
        break;
      case '}':
      case ']': {
        const mayEnd: Expected = piece.kind === '}' ? 'name-or-end' : 'value-or-end';
        if (closings.at(-1) !== piece.kind || (expected !== mayEnd && expected !== 'comma-or-end')) return wrong();
        closings.pop();
        expected = after();
        break;
      }
      case ',':
        if (expected !== 'comma-or-end') return wrong();
        expected = closings.at(-1) === '}' ? 'name' : 'value';
        break;
      case ':':
        if (expected !== 'colon') return wrong();
        expected = 'value';
        break;
      case 'word':
        if (!takesValue) return wrong();
        expected = after();
        break;
      case 'string':
      case 'open':
        if (expected === 'name' || expected === 'name-or-end') expected = 'colon';
        else if (takesValue) expected = after();
        else return wrong();
        break;
    }
  }
  if (expected === 'nothing') return null;
  const closing = closings.at(-1);
  return place(text, text.trimEnd().length, expected === 'comma-or-end' && closing !== undefined ? `The closing ${closing} is missing.` : SAYING[expected]);
}

function faulty({ kind, text }: JsonPiece): string | null {
  if (kind === 'open') return 'The closing quote of this text is missing.';
  if (kind === 'word') return WORD.test(text) ? null : 'Text goes in double quotes; without them only numbers, true, false and null are values.';
  if (kind !== 'string') return null;
  try {
    JSON.parse(text);
    return null;
  } catch {
    return 'This text holds a control character or a backslash that means nothing here.';
  }
}

function place(text: string, at: number, message: string): JsonProblem {
  const before = text.slice(0, at).split('\n');
  return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** `Line 3, column 5: A comma is missing here.` */
export function problemWords({ message, line, column }: JsonProblem): string {
  return `Line ${line}, column ${column}: ${message}`;
}
