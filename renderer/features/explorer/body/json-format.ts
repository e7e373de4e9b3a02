import { scanJson } from './json-scan.ts';

/**
 * Lays JSON out with two spaces. Its pieces stay as they are written: a number too long for a computer's own numbers keeps all its digits.
 * Text that is no JSON comes out with the same pieces in the same order.
 */
export function formatJson(text: string): string {
  let depth = 0;
  let before: string = '';
  let out = '';
  const line = (): string => `\n${'  '.repeat(Math.max(0, depth))}`;
  for (const { kind, text: piece } of scanJson(text)) {
    const opened = before === '{' || before === '[';
    if (kind === '}' || kind === ']') {
      depth -= 1;
      out += opened ? piece : line() + piece;
    } else if (kind === ',' || kind === ':') {
      out += kind === ':' ? ': ' : piece;
    } else {
      out += (opened || before === ',' ? line() : before === '' || before === ':' ? '' : ' ') + piece;
      if (kind === '{' || kind === '[') depth += 1;
    }
    before = kind;
  }
  return out;
}
