import { textHash } from './dice.ts';
import type { CalendarEvent } from './event.ts';

/** The fields of an event that has a conference. */
export function conferenceOf(eventId: string, more: Readonly<Record<string, unknown>> = {}): Partial<CalendarEvent> {
  const letters = Array.from({ length: 10 }, (_, index) => String.fromCharCode(97 + (textHash(`${eventId}/${String(index)}`) % 26))).join('');
  const conferenceId = `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
  const uri = `https://meet.example/${conferenceId}`;
  return {
    hangoutLink: uri,
    conferenceData: {
      ...more,
      conferenceId,
      conferenceSolution: { key: { type: 'hangoutsMeet' }, name: 'Practice Meet', iconUri: 'https://meet.example/icon.png' },
      entryPoints: [
        { entryPointType: 'video', uri, label: `meet.example/${conferenceId}` },
        { entryPointType: 'phone', uri: 'tel:+49-30-5550-0123', label: '+49 30 5550 0123', pin: String(100_000_000 + (textHash(eventId) % 900_000_000)) },
        { entryPointType: 'more', uri: `https://meet.example/tel/${conferenceId}` },
      ],
    },
  };
}
