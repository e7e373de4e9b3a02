import { textOf, type JsonObject } from '../shared/guards.ts';
import { attendeesOf } from './event-guests.ts';
import { plainText } from './merge-words.ts';

/** As far as one text is looked through. */
const MAX_TEXT = 100_000;

/** A test for events that hold every word of the query somewhere in title, place, description or guests. */
export function matcherOf(query: string): (raw: JsonObject) => boolean {
  const words = foldText(query).split(/\s+/).filter((word) => word !== '');
  return (raw) => {
    if (words.length === 0) return false;
    const text = searchTextOf(raw);
    return words.every((word) => text.includes(word));
  };
}

/** Without case and accents: `Café` is found by `cafe`, `Straße` by `strasse`. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{Mn}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

function searchTextOf(raw: JsonObject): string {
  const description = textOf(raw['description']);
  const people = attendeesOf(raw).flatMap((person) => [textOf(person['displayName']), textOf(person['email'])]);
  const texts = [textOf(raw['summary']), textOf(raw['location']), description === null ? null : plainText(description.slice(0, MAX_TEXT)), ...people];
  // A line end keeps a word from being found across two texts.
  return foldText(texts.filter((text) => text !== null).join('\n'));
}
