import { fail, ok, type Outcome } from '../shared/fault.ts';
import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { entryPointsOf, MAX_ADDRESS } from './detail-parts.ts';
import { unescapeHtml } from './merge-words.ts';

/**
 * The address to open for a link of an event: it has to stand in the event as Google gave it, whatever the page says.
 * Faults: `no-page`, `link-not-allowed`.
 * @param url as the page shows it; null for the event's own page at Google
 */
export function linkOf(raw: JsonObject, url: string | null): Outcome<string> {
  if (url === null) {
    const page = openable(textOf(raw['htmlLink']));
    return page === null ? fail('no-page', 'This event has no page in Google Calendar.') : ok(page);
  }
  const asked = openable(url);
  if (asked === null) return fail('link-not-allowed', 'Only https addresses are opened.', 'Copy the link and look at it before you open it yourself.');
  const known = addressesIn(raw).some((address) => openable(address) === asked);
  return known ? ok(asked) : fail('link-not-allowed', 'This address does not stand in the event.', 'Load the event again, then try once more.');
}

/** In the form the system gets it; null for anything but plain https without credentials. */
function openable(address: string | null): string | null {
  if (address === null || address.length > MAX_ADDRESS || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

/** Every address of an event: its page, its conference, its files, and what its texts name. */
function addressesIn(raw: JsonObject): readonly string[] {
  const { conferenceData, attachments } = raw;
  const entries = isObject(conferenceData) ? entryPointsOf(conferenceData).map((entry) => entry['uri']) : [];
  const files = Array.isArray(attachments) ? attachments.filter(isObject).map((file) => file['fileUrl']) : [];
  const plain = [raw['htmlLink'], raw['hangoutLink'], ...entries, ...files].filter((one): one is string => typeof one === 'string');
  return [...plain, ...addressesInText(textOf(raw['description'])), ...addressesInText(textOf(raw['location']))];
}

/** As far as a text is searched: a page shows no more of it. */
const MAX_TEXT = 200_000;
const address = /https:\/\/[^\s<>"'`]+/gi;
/** What stands behind an address in a sentence is not part of it; with it and without it are both as it stands. Looked for only where such a run begins. */
const sentenceEnd = /(?<![.,;:!?)\]}])[.,;:!?)\]}]+$/;

function addressesInText(text: string | null): readonly string[] {
  if (text === null) return [];
  const cut = text.slice(0, MAX_TEXT);
  const found = [cut, unescapeHtml(cut)].flatMap((form) => form.match(address) ?? []);
  return found.flatMap((one) => [one, one.replace(sentenceEnd, ''), unescapeHtml(one)]);
}
