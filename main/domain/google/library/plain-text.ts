/** Characters that turn text around, hide in it, or end a line in a strange way. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

/** Somebody else's words as plain text of limited length; undefined when nothing is left. Markup stays what it is: characters. */
export function plainText(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value.slice(0, most * 2).replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
  if (text === '') return undefined;
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
