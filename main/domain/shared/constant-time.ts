/**
 * Compares two texts in a time that depends on their lengths only, so that a guesser of `state` learns nothing from the clock.
 * https://www.rfc-editor.org/rfc/rfc6749#section-10.12
 */
export function sameText(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1) {
    // Past the end of the shorter one charCodeAt gives NaN, which `^` reads as 0; the lengths already differ then.
    difference |= one.charCodeAt(at) ^ other.charCodeAt(at);
  }
  return difference === 0;
}
