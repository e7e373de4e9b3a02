import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Guest } from './detail-fields.ts';
import { mergeAttendees, mergeGuests, sameGuests } from './merge-guests.ts';

const names = ['ada', 'ben', 'cleo', 'dora', 'emil'];
const guest = (name: string, optional = false): Guest => ({ email: `${name}@harbor.example`, optional });
const guests = fc
  .uniqueArray(fc.record({ name: fc.constantFrom(...names), optional: fc.boolean() }), { selector: ({ name }) => name })
  .map((list) => list.map(({ name, optional }) => guest(name, optional)));

describe('merging guests', () => {
  it('keeps what either side did', () => {
    const before = [guest('ada'), guest('ben')];
    const merged = mergeGuests(before, [guest('ada'), guest('cleo')], [guest('ada', true), guest('ben'), guest('dora')]);
    expect(merged).toEqual({ clash: false, guests: [guest('ada', true), guest('dora'), guest('cleo')] });
  });

  it('tells when one guest was changed in two ways', () => {
    expect(mergeGuests([guest('ada')], [], [guest('ada', true)])).toEqual({ clash: true, guests: [] });
    expect(mergeGuests([], [guest('ada')], [guest('ada', true)])).toMatchObject({ clash: true });
  });

  it('takes addresses in any case for the same guest', () => {
    expect(mergeGuests([guest('ada')], [{ email: 'ADA@harbor.example', optional: false }], [guest('ada')]).guests).toEqual([guest('ada')]);
  });

  it('is theirs where nothing was done here, and mine where nothing was done there', () => {
    fc.assert(
      fc.property(guests, guests, (before, other) => {
        expect(sameGuests(mergeGuests(before, before, other).guests, other)).toBe(true);
        expect(sameGuests(mergeGuests(before, other, before).guests, other)).toBe(true);
        expect(mergeGuests(before, other, other)).toMatchObject({ clash: false });
      }),
    );
  });

  it('loses nobody whom both sides kept, and brings nobody back whom one side took out', () => {
    fc.assert(
      fc.property(guests, guests, guests, (before, mine, theirs) => {
        const merged = mergeGuests(before, mine, theirs);
        const has = (list: readonly Guest[], name: string): boolean => list.some(({ email }) => email === guest(name).email);
        for (const name of names) {
          if (has(mine, name) && has(theirs, name)) expect(has(merged.guests, name)).toBe(true);
          if (!merged.clash && has(before, name) && !(has(mine, name) && has(theirs, name))) expect(has(merged.guests, name)).toBe(false);
        }
      }),
    );
  });
});

describe('the list of attendees to send', () => {
  const current = [
    { email: 'ada@harbor.example', self: true, organizer: true, responseStatus: 'accepted' },
    { email: 'Ben@harbor.example', displayName: 'Ben', responseStatus: 'tentative', comment: 'Late', additionalGuests: 2 },
    { email: 'room@resource.example', resource: true, responseStatus: 'accepted' },
    { id: '123', displayName: 'Somebody without an address' },
    { email: 'cleo@harbor.example', responseStatus: 'declined' },
  ];
  const room = { email: 'room@resource.example', optional: false };
  const before = [{ email: 'Ben@harbor.example', optional: false }, room, guest('cleo')];

  it('keeps answers, names and comments of who stays, and everybody a form does not show', () => {
    const sent = mergeAttendees(current, before, [{ email: 'ben@harbor.example', optional: true }, room, guest('dora')]);
    expect(sent).toEqual([current[0], { ...current[1], optional: true }, current[2], current[3], { email: 'dora@harbor.example' }]);
  });

  it('leaves out nobody whom the form did not know', () => {
    const sent = mergeAttendees([...current, { email: 'late@harbor.example', responseStatus: 'accepted' }], before, [guest('cleo')]);
    expect(sent).toContainEqual({ email: 'late@harbor.example', responseStatus: 'accepted' });
    expect(sent).not.toContainEqual(expect.objectContaining({ displayName: 'Ben' }));
  });

  it('gives back the answer of somebody who comes back', () => {
    expect(mergeAttendees([], [], [guest('cleo')], current)).toEqual([current[4]]);
  });

  it('is not led astray by a list that is none', () => {
    expect(mergeAttendees('everybody', [], [guest('ada')])).toEqual([{ email: 'ada@harbor.example' }]);
    expect(mergeAttendees([null, 7, { email: 5 }], [], [])).toEqual([{ email: 5 }]);
  });

  it('holds every entry of Google that was not taken out, unchanged but for `optional`, and every wanted guest once', () => {
    const entries = fc.array(
      fc.record({ email: fc.constantFrom(...names.map((name) => guest(name).email)), responseStatus: fc.constantFrom('accepted', 'declined'), self: fc.boolean() }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(entries, guests, guests, (attendees, was, wanted) => {
        const sent = mergeAttendees(attendees, was, wanted);
        for (const entry of attendees) {
          const takenOut = !entry.self && was.some(({ email }) => email === entry.email) && !wanted.some(({ email }) => email === entry.email);
          const found = sent.some((one) => one['email'] === entry.email && one['responseStatus'] === entry.responseStatus);
          if (!takenOut) expect(found).toBe(true);
        }
        for (const { email } of wanted) expect(sent.filter((one) => one['email'] === email).length).toBeGreaterThanOrEqual(1);
        expect(sent.length).toBeLessThanOrEqual(attendees.length + wanted.length);
      }),
    );
  });
});
