/** What a reader of the code could not see, or what an editor could take for the end of a line: controls, joiners, changes of direction. */
// eslint-disable-next-line no-control-regex -- these are meant
const UNSEEN = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\uffff]/g;

/** A text as a literal of Python and of JavaScript: a JSON text is one of both, and so is `\uXXXX` below U+10000. */
export function sourceText(text: string): string {
  return JSON.stringify(text).replace(UNSEEN, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
