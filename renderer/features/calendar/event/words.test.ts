import { describe, expect, it } from 'vitest';
import type { EventWrite } from '../../../../preload/contract/calendar.ts';
import { oddWords, readAddresses } from './addresses.ts';
import { choicesOf, resolved, type Conflict } from './conflict-fields.ts';
import { doneWords } from './done-words.ts';
import { addTyped } from './guest-fields.tsx';
import { knownPeople } from './known-people.ts';
import { guestCount, hasOthers, kindWords, reminderWords } from './people-words.ts';
import { calendarOf, detailOf, personOf, rowOf, stateOf } from './testing/samples.ts';
import { fakeAuthorization } from '../../../bridge/fake-bridge.ts';

describe('readAddresses', () => {
  it.each([
    ['maya@harbor.example', ['maya@harbor.example'], []],
    ['Maya Okafor <maya@harbor.example>; "Silva, T" <t@orchard.example>', ['maya@harbor.example', 't@orchard.example'], ['"Silva']],
    ['a@b.example a@b.example,\nA@B.example', ['a@b.example'], []],
    ['maya, @x.example, x@y', [], ['maya', '@x.example', 'x@y']],
    ['', [], []],
  ])('%j', (text, found, odd) => {
    expect(readAddresses(text)).toEqual({ found, odd });
  });

  it('names what is none', () => {
    expect(oddWords(['maya'])).toBe('“maya” is not an address: write it as name@example.com.');
    expect(oddWords(['a', 'b', 'c'])).toBe('“a” and 2 more are not addresses: write it as name@example.com.');
  });

  it('adds each guest once, and 200 at most', () => {
    const maya = { email: 'Maya@harbor.example', optional: true };
    expect(addTyped([maya], 'maya@harbor.example, tom').guests).toEqual([maya]);
    const many = Array.from({ length: 201 }, (_, at) => `g${at}@x.example`).join(',');
    expect(addTyped([], many)).toMatchObject({ guests: [], rest: many, fault: 'An event takes at most 200 guests here.' });
  });
});

describe('words', () => {
  it.each([
    [0, 'popup', 'When it starts, on screen'],
    [1, 'email', '1 minute before, by email'],
    [90, 'popup', '90 minutes before, on screen'],
    [120, 'popup', '2 hours before, on screen'],
    [1440, 'sms', '1 day before, sms'],
    [20_160, 'popup', '2 weeks before, on screen'],
  ])('a reminder of %d minutes by %s', (minutes, method, words) => {
    expect(reminderWords({ minutes, method })).toBe(words);
  });

  it('guests are counted by their answers, rooms are not', () => {
    expect(guestCount([personOf('a@x.example', { response: 'accepted' }), personOf('b@x.example'), personOf('r@x.example', { resource: true })])).toBe('2 guests: 1 going, 1 no reply');
  });

  it('an unknown kind is called as the API does', () => {
    expect(kindWords('default')).toBeNull();
    expect(kindWords('focusTime')).toBe('Focus time');
    expect(kindWords('newKind')).toBe('newKind');
  });

  it.each([
    ['the row counts guests', rowOf({ guests: 1 }), null, true],
    ['nobody', rowOf(), detailOf(), false],
    ['only the account and a room', rowOf(), detailOf({ attendees: [personOf('a', { self: true }), personOf('r', { resource: true })], organizer: personOf('a', { self: true }) }), false],
    ['somebody else’s event', rowOf(), detailOf({ attendees: [personOf('a', { self: true })], organizer: personOf('b') }), true],
    ['guests that Google left out', rowOf(), detailOf({ attendeesOmitted: true }), true],
  ])('others are concerned: %s', (_name, row, detail, others) => {
    expect(hasOthers(row, detail)).toBe(others);
  });

  it('say what was done', () => {
    const target = { calendarId: 'c', eventId: 'e', scope: 'series', sendUpdates: 'none', etag: null } as const;
    expect(doneWords({ kind: 'delete', ...target }, null)).toBe('Deleted the series “(No title)”');
    expect(doneWords({ kind: 'respond', ...target, response: 'declined', comment: null }, 'Choir')).toBe('Not going to “Choir”');
    expect(doneWords({ kind: 'patch', ...target, changes: {} }, '🎼'.repeat(80))).toBe(`Saved the series “${'🎼'.repeat(59)}…”`);
  });

  it('suggest people of the list, not groups and not the account itself', () => {
    const calendar = stateOf({ calendars: [calendarOf(), ...['maya@harbor.example', 'c_1@group.calendar.google.com', 'x@import.calendar.google.com', 'noaddress'].map((id) => calendarOf({ id }))] });
    expect(knownPeople({ authorization: fakeAuthorization(), calendar, zone: 'UTC', covered: false, onGrant: () => undefined, onRemedy: () => undefined })).toEqual(['maya@harbor.example']);
  });
});

describe('a conflict', () => {
  const conflict: Conflict = {
    outcome: 'conflict',
    theirs: detailOf({ etag: '"2"' }),
    fields: [
      { field: 'start', before: '10', mine: '11', theirs: '12' },
      { field: 'end', before: '11', mine: '12', theirs: '13' },
      { field: 'summary', before: 'a', mine: 'b', theirs: 'c' },
    ],
  };
  const start = { date: '2026-11-24' };
  const patch: EventWrite = { kind: 'patch', calendarId: 'c', eventId: 'e', scope: 'this', sendUpdates: 'all', etag: '"1"', changes: { summary: 'b', start, end: start, location: 'kept' } };

  it('has one choice for both ends', () => {
    expect(choicesOf(conflict.fields)).toEqual([
      { name: 'Time', fields: ['start', 'end'], before: '10 – 11', mine: '11 – 12', theirs: '12 – 13' },
      { name: 'Title', fields: ['summary'], before: 'a', mine: 'b', theirs: 'c' },
    ]);
  });

  it('is sent on their version without what they keep', () => {
    expect(resolved(patch, conflict, new Map([['Time', 'theirs']]))).toEqual({ ...patch, etag: '"2"', changes: { summary: 'b', location: 'kept' } });
    expect(resolved(patch, conflict, new Map())).toEqual({ ...patch, etag: '"2"' });
    expect(resolved({ ...patch, changes: { summary: 'b' } }, conflict, new Map([['Title', 'theirs']]))).toBeNull();
    expect(resolved({ kind: 'undo', undoId: 'u' }, conflict, new Map())).toBeNull();
  });
});
