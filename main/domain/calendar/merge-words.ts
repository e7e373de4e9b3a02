import { timeInWords } from './detail-time.ts';
import type { EventField, EventFields } from './detail-fields.ts';
import { cutText } from './detail-parts.ts';

/** As the form names a field. */
const names: Readonly<Record<EventField, string>> = {
  summary: 'title',
  location: 'place',
  description: 'description',
  start: 'time',
  end: 'time',
  recurrence: 'repetition',
  guests: 'guests',
  transparency: 'busy or free',
  visibility: 'visibility',
  colorId: 'colour',
  reminders: 'reminders',
  addConference: 'Meet link',
};

/** Fields in the user's words, each once. */
export function fieldNames(fields: readonly EventField[]): readonly string[] {
  return [...new Set(fields.map((field) => names[field]))];
}

const MAX_WORDS = 2000;
const NOTHING = '(nothing)';
/** In place of a value when the version the user saw is not at hand any more. */
export const NOT_KNOWN = '(not known any more)';

/** What a field says, as text for people; `(nothing)` when it is empty. */
export function fieldInWords(field: EventField, fields: EventFields): string {
  return cutText(words(field, fields), MAX_WORDS);
}

function words(field: EventField, fields: EventFields): string {
  switch (field) {
    case 'summary':
    case 'location':
      return fields[field] === '' ? NOTHING : fields[field];
    case 'description':
      return plainText(fields.description) || NOTHING;
    case 'start':
    case 'end':
      return timeInWords(fields[field]);
    case 'recurrence':
      return fields.recurrence.join('\n') || 'Does not repeat';
    case 'guests':
      return fields.guests.map(({ email, optional }) => (optional ? `${email} (optional)` : email)).join(', ') || 'No guests';
    case 'transparency':
      return fields.transparency === 'opaque' ? 'Busy' : 'Free';
    case 'visibility':
      return { default: 'As the calendar', public: 'Public', private: 'Private', confidential: 'Confidential' }[fields.visibility];
    case 'colorId':
      return fields.colorId === null ? 'Colour of the calendar' : `Colour ${fields.colorId}`;
    case 'reminders':
      if (fields.reminders === null) return "The calendar's own";
      return fields.reminders.map(({ method, minutes }) => `${minutes} min before, ${method === 'email' ? 'by email' : 'on screen'}`).join(', ') || 'None';
    case 'addConference':
      return fields.addConference ? 'Yes' : 'No';
  }
}

/** A description without its HTML. For reading and comparing only: nothing of it is ever used as HTML again. */
export function plainText(html: string): string {
  return unescapeHtml(
    html
      // A tag ends before the next one begins: looking further for its end takes minutes where a text has thousands of beginnings and no end.
      .replaceAll(/<\s*(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
      .replaceAll(/<[^<>]*>/g, ''),
  ).trim();
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The character references that occur in Google's descriptions; others stay as they are. */
export function unescapeHtml(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
