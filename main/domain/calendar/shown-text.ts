/** Embeddings, overrides and isolates of Unicode's bidirectional algorithm. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A name somebody else chose, as it stands in our sentences: without the marks that turn what follows around. A title could otherwise
 * make “15:00” of a question read “00:51”. Letters that run from right to left do so without them.
 */
export function shownText(text: string): string;
export function shownText(text: string | null): string | null;
export function shownText(text: string | null): string | null {
  return text === null ? null : text.replace(DIRECTION, '');
}
