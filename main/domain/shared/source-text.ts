/** What a reader of the code could not see, or what an editor could take for the end of a line: controls, joiners, changes of direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * A text as a literal of Python and of JavaScript: a JSON text is one of both, and so is `\uXXXX`. Above U+FFFF the two part, so
 * what stands there is left as it is.
 */
export function sourceText(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (one) => (one.length === 1 ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one));
}
