import { settingOf, valuesOf } from './catalog.ts';

/** A value in words: `Members`, `On`, `“Welcome”`; an unknown one as it is, an absent one `Not sent`. */
export function valueWords(field: string, raw: string | null | undefined): string {
  if (raw === null || raw === undefined) return 'Not sent';
  const setting = settingOf(field);
  const known = setting === undefined ? undefined : valuesOf(setting).find((value) => value.raw === raw);
  if (known !== undefined) return known.word;
  if (raw === '') return 'Empty';
  return shortened(raw);
}

const LONGEST = 160;

/** Long texts as their beginning: the whole stands in its own field. */
export function shortened(text: string): string {
  // Two halves at most to a character: a text of megabytes is never taken apart as a whole.
  const letters = [...text.slice(0, 2 * LONGEST + 2)];
  return letters.length <= LONGEST ? text : `${letters.slice(0, LONGEST).join('')}…`;
}

/** A flag word for fields this version has no catalog entry for. */
export function rawWords(raw: string): string {
  if (raw === 'true') return 'Yes';
  if (raw === 'false') return 'No';
  return raw === '' ? 'Empty' : shortened(raw);
}
