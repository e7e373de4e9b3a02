import { expect, it } from 'vitest';
import { readCalendarList } from './calendar-entry.ts';
import { attachmentsOf, attendeePeople, conferenceOf } from './detail-parts.ts';
import { rowOf } from './event-row.ts';
import { berlin } from './testing/memory-held.ts';

const odd = '\u202Epay\u202C \u2067now\u2069';

it('turns nothing around that stands after a name, wherever the name comes from', () => {
  const raw = { id: 'e', summary: odd, location: odd, start: { date: '2026-11-25' } };
  expect(rowOf(raw, berlin)).toMatchObject({ title: 'pay now', location: 'pay now' });
  expect(readCalendarList([{ id: 'c', summary: odd }])).toMatchObject([{ title: 'pay now' }]);
  expect(readCalendarList([{ id: 'c', summary: '\u202E' }])).toMatchObject([{ title: 'c' }]);
  expect(attendeePeople({ attendees: [{ displayName: odd }] })).toMatchObject([{ name: 'pay now' }]);
  expect(attachmentsOf({ attachments: [{ title: odd }] })).toMatchObject([{ title: 'pay now' }]);
  const conferenceData = { conferenceSolution: { name: odd }, entryPoints: [{ uri: 'https://meet.example/', label: odd }] };
  expect(conferenceOf({ conferenceData })).toMatchObject({ name: 'pay now', entries: [{ label: 'pay now' }] });
});

it('leaves words alone that run from right to left, and the marks that only place a sign', () => {
  const title = 'פגישה \u200F(9:00)\u200E';
  expect(rowOf({ id: 'e', summary: title, start: { date: '2026-11-25' } }, berlin)).toMatchObject({ title });
});
