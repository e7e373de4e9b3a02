import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventChanges, EventFields } from './detail-fields.ts';
import { differingFields, inverseChanges, mergeChanges, withChanges } from './merge-changes.ts';

const at = (time: string, zone = 'Europe/Berlin') => ({ dateTime: `2026-11-25T${time}`, zone });
const base: EventFields = {
  summary: 'Rehearsal',
  location: 'Hall',
  description: '',
  start: at('10:00'),
  end: at('11:00'),
  recurrence: [],
  guests: [{ email: 'ben@harbor.example', optional: false }],
  transparency: 'opaque',
  visibility: 'default',
  colorId: null,
  reminders: null,
  addConference: false,
};

describe('merging changes', () => {
  it('sends what only this side changed, on top of what only the other side changed', () => {
    const merged = mergeChanges(base, { summary: 'Concert' }, { ...base, location: 'Church', colorId: '4' });
    expect(merged).toEqual({ changes: { summary: 'Concert' }, conflicts: [] });
  });

  it('tells what both changed, in words', () => {
    const merged = mergeChanges(base, { summary: 'Concert', start: at('12:00'), end: at('13:00') }, { ...base, summary: 'Dress rehearsal', end: at('11:30') });
    expect(merged.conflicts).toEqual([
      { field: 'summary', before: 'Rehearsal', mine: 'Concert', theirs: 'Dress rehearsal' },
      { field: 'start', before: '25 Nov 2026, 10:00 (Europe/Berlin)', mine: '25 Nov 2026, 12:00 (Europe/Berlin)', theirs: '25 Nov 2026, 10:00 (Europe/Berlin)' },
      { field: 'end', before: '25 Nov 2026, 11:00 (Europe/Berlin)', mine: '25 Nov 2026, 13:00 (Europe/Berlin)', theirs: '25 Nov 2026, 11:30 (Europe/Berlin)' },
    ]);
  });

  it('takes an end from here and a start from there for a conflict', () => {
    const merged = mergeChanges(base, { end: at('11:30') }, { ...base, start: at('12:00'), end: at('13:00') });
    expect(merged.conflicts.map(({ field }) => field)).toEqual(['start', 'end']);
    expect(merged.changes).toEqual({});
  });

  it('sends nothing that is like that already', () => {
    expect(mergeChanges(base, { summary: 'Concert' }, { ...base, summary: 'Concert' })).toEqual({ changes: {}, conflicts: [] });
    expect(mergeChanges(base, { start: at('10:00', 'Europe/Vienna') }, { ...base, summary: 'x' })).toEqual({ changes: {}, conflicts: [] });
  });

  it('merges guests one by one', () => {
    const [ben] = base.guests;
    const dora = { email: 'dora@harbor.example', optional: false };
    const cleo = { email: 'cleo@harbor.example', optional: true };
    expect(mergeChanges(base, { guests: [ben!, cleo] }, { ...base, guests: [ben!, dora] }).changes).toEqual({ guests: [ben, dora, cleo] });
    expect(mergeChanges(base, { guests: [] }, { ...base, guests: [{ ...ben!, optional: true }] }).conflicts).toMatchObject([{ field: 'guests', mine: 'No guests' }]);
  });

  const change = fc.record(
    {
      summary: fc.constantFrom('a', 'b', 'c'),
      location: fc.constantFrom('', 'x', 'y'),
      start: fc.constantFrom(at('08:00'), at('09:00')),
      end: fc.constantFrom(at('14:00'), at('15:00')),
      colorId: fc.constantFrom(null, '1', '2'),
      reminders: fc.constantFrom<EventFields['reminders'][]>(null, [], [{ method: 'popup', minutes: 5 }]),
      guests: fc.subarray(['ben', 'cleo', 'dora'].map((name) => ({ email: `${name}@harbor.example`, optional: false }))),
    },
    { requiredKeys: [] },
  );

  it('without conflicts comes to both sides’ changes, whichever goes first', () => {
    fc.assert(
      fc.property(change, change, (mine: EventChanges, theirs: EventChanges) => {
        const [after, other] = [withChanges(base, mine), withChanges(base, theirs)];
        const merged = mergeChanges(base, mine, other);
        const reverse = mergeChanges(base, theirs, after);
        expect(merged.conflicts.map(({ field }) => field)).toEqual(reverse.conflicts.map(({ field }) => field));
        if (merged.conflicts.length > 0) return;
        const result = withChanges(other, merged.changes);
        expect(differingFields(result, withChanges(after, reverse.changes))).toEqual([]);
        for (const field of differingFields(base, after)) {
          if (field !== 'guests') expect(differingFields(result, after)).not.toContain(field);
        }
        for (const field of differingFields(base, other)) {
          if (field !== 'guests') expect(differingFields(result, other)).not.toContain(field);
        }
      }),
    );
  });

  it('is undone by its inverse', () => {
    fc.assert(
      fc.property(change, (changes: EventChanges) => {
        const after = withChanges(base, changes);
        expect(differingFields(withChanges(after, inverseChanges(base, after)), base)).toEqual([]);
      }),
    );
  });
});
