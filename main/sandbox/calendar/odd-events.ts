import { dateText, dayMs, dayNumber } from './zone-time.ts';

/** Something in a list of events that is no event, or not one a client would hope for. */
export interface OddEvent {
  readonly id: string;
  /** What is answered, as it stands. */
  readonly odd: unknown;
}

export function isOdd(event: object): event is OddEvent {
  return 'odd' in event;
}

/** A letter takes one byte: 10 MB, and together with the rest of a page just below what a client may reasonably refuse to read. */
const hugeLength = 10_000_000;
let huge: string | undefined;

const hostile = [
  '<p>Agenda <script>document.title = "stolen"</script></p>',
  '<img src="https://tracker.example/pixel.png" onerror="document.title = \'stolen\'">',
  '<a href="javascript:document.title=\'stolen\'">Open the plan</a>',
  '<a href="https://harbor.example/plan" onclick="document.title = \'stolen\'">The real plan</a>',
  '<svg onload="document.title = \'stolen\'"></svg><iframe src="https://tracker.example/"></iframe>',
  '<style>body { display: none }</style><form action="https://tracker.example/"><input name="password"></form>',
  '<b>Bold stays</b>, <i>so does this</i>.',
].join('\n');

/**
 * What a list under the oddData fault begins with, today: missing and doubled fields, wrong types, words of the future, hostile text.
 * The first two share an id, and the last items have none.
 */
export function oddEvents(now: number): readonly OddEvent[] {
  const today = dateText(dayNumber(now));
  const tomorrow = dateText(dayNumber(now + dayMs));
  const at = (hour: number): { readonly dateTime: string; readonly timeZone: string } => ({
    dateTime: `${today}T${String(hour).padStart(2, '0')}:00:00Z`,
    timeZone: 'UTC',
  });
  const times = { start: at(9), end: at(10) };
  huge ??= 'All work and no play. '.repeat(Math.ceil(hugeLength / 22)).slice(0, hugeLength);
  const events: readonly Readonly<Record<string, unknown>>[] = [
    { id: 'odd0twice', summary: 'Twice in one list', ...times },
    { id: 'odd0twice', summary: 'Twice in one list, the second', ...times },
    { id: 'odd0nostart', summary: 'Without a start', end: at(10) },
    { id: 'odd0noend', summary: 'Without an end', start: at(9) },
    { id: 'odd0number', summary: 42, description: 7, location: ['Quay'], ...times },
    { id: 'odd0words', summary: 'Words of the future', status: 'perhaps', eventType: 'dreaming', visibility: 'ghostly', transparency: 'milky', ...times },
    { id: 'odd0huge', summary: 'A long description', description: huge, start: at(11), end: at(12) },
    { id: 'odd0backwards', summary: 'Ends before it starts', start: at(15), end: at(13) },
    { id: 'odd0nulls', summary: null, organizer: null, creator: null, start: null, end: null, attendees: null, reminders: null },
    { id: 'odd0proto', summary: 'A key called __proto__', ['__proto__']: { polluted: true }, constructor: { prototype: { polluted: true } }, ...times },
    { id: 'odd0guests', summary: 'Guests as a text', attendees: 'everybody', attachments: 'all', conferenceData: 'yes', recurrence: 'daily', ...times },
    {
      id: 'odd0answers',
      summary: 'Guests of all kinds',
      attendees: [null, 5, {}, { email: 9 }, { email: 'ines.falk@harbor.example', responseStatus: 'shrugged' }, { displayName: 'No address' }],
      conferenceData: { entryPoints: [null, { uri: 'javascript:alert(1)', entryPointType: 'video' }, { uri: 3 }] },
      attachments: [null, { title: 3, fileUrl: 'file:///etc/passwd' }],
      start: at(16),
      end: at(17),
    },
    { id: 'odd0zone', summary: 'A zone nobody knows', start: { ...at(13), timeZone: 'Mars/Base' }, end: { ...at(14), timeZone: 'Mars/Base' } },
    { id: 'odd0mixed', summary: 'All day at nine', start: { date: today }, end: at(9) },
    { id: 'odd0nonsense', summary: 'Not a time', start: { dateTime: 'tomorrow-ish' }, end: { date: '2026-13-45' } },
    { id: 'odd0rtl', summary: '\u202Egnirts sdrawkcab\u202C \u200B\u200D\uFEFF פגישה עם נמל \u2066x\u2069', start: at(14), end: at(15) },
    { id: 'odd0html', summary: '<b onmouseover="document.title=1">Hostile</b> text', description: hostile, location: 'javascript:alert(1)', start: at(12), end: at(13) },
    { id: 'odd0flat', summary: 'No time at all', start: { date: today }, end: { date: today } },
    { id: 'odd0endless', summary: 'A thousand years', start: { date: '1500-01-01' }, end: { date: '2999-12-31' } },
    { id: 'odd0long', summary: `A very long title ${'and on '.repeat(400)}`, start: { date: today }, end: { date: tomorrow } },
    { id: 17, summary: 'A number for an id', ...times },
    { summary: 'Without an id', ...times },
  ];
  const shell = { kind: 'calendar#event', etag: '"odd"', status: 'confirmed', htmlLink: 'javascript:alert(1)' };
  return [
    ...events.map((event) => ({ id: typeof event['id'] === 'string' ? event['id'] : '', odd: { ...shell, ...event } })),
    ...[null, 'an event', 5, []].map((odd) => ({ id: '', odd })),
  ];
}
