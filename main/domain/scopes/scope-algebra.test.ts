import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarV3 } from '../google/methods/method-table.ts';
import { catalogedScopes } from './catalog.ts';
import { compareGrant } from './compare-grant.ts';
import { covers } from './covers.ts';
import { isSignInScope, normalizeScope, sameScopes, withSignIn } from './normalize.ts';
import { SCOPE_PREFIX } from './scope-entry.ts';

const P = SCOPE_PREFIX;
const spellings = catalogedScopes.flatMap(({ scope, entry }) => [scope, ...(entry.aliases ?? [])]);
const scope = fc.constantFrom(...spellings, 'https://example.com/unlisted', `${P}unlisted`);
const scopes = fc.array(scope, { maxLength: 12 });

describe('covers', () => {
  it.each([
    ['calendar', 'calendar.acls.readonly', true],
    ['calendar', 'calendar.app.created', true],
    ['calendar.readonly', 'calendar.events.readonly', true],
    ['calendar.readonly', 'calendar.settings.readonly', true],
    ['calendar.events', 'calendar.events.readonly', true],
    ['calendar.events.owned', 'calendar.events.owned.readonly', true],
    ['calendar.events.freebusy', 'calendar.freebusy', true],
    // acl.list refuses calendar.readonly, calendarList.list and colors.get refuse calendar.events.
    ['calendar.readonly', 'calendar.acls.readonly', false],
    ['calendar.events', 'calendar.calendarlist.readonly', false],
    ['calendar.events', 'calendar.events.owned', false],
    // Same methods, other data.
    ['calendar.events.public.readonly', 'calendar.events.owned.readonly', false],
    ['calendar.events.freebusy', 'calendar.events.public.readonly', false],
    ['calendar.app.created', 'calendar.events.owned.readonly', false],
    ['calendar.events.readonly', 'calendar.events', false],
    ['drive', 'drive.metadata.readonly', true],
    ['drive', 'spreadsheets.readonly', true],
    ['drive', 'drive.appdata', false],
    ['gmail.modify', 'gmail.send', true],
    ['gmail.modify', 'gmail.settings.basic', false],
    ['admin.directory.group', 'admin.directory.group.member.readonly', true],
    ['admin.directory.group', 'apps.groups.settings', false],
  ])('%s covers %s: %s', (wider, narrower, expected) => {
    expect(covers(P + wider, P + narrower)).toBe(expected);
  });

  it('sees through other spellings', () => {
    expect(covers('https://www.google.com/calendar/feeds', `${P}calendar.events`)).toBe(true);
    expect(covers('email', `${P}userinfo.email`)).toBe(true);
    expect(covers('https://mail.google.com/', `${P}gmail.metadata`)).toBe(true);
  });

  it('is reflexive, transitive, and mutual only between spellings of one scope', () => {
    fc.assert(
      fc.property(scope, scope, scope, (a, b, c) => {
        expect(covers(a, a)).toBe(true);
        if (covers(a, b) && covers(b, c)) expect(covers(a, c)).toBe(true);
        if (covers(a, b) && covers(b, a)) expect(normalizeScope(a)).toBe(normalizeScope(b));
      }),
      { numRuns: 3000 },
    );
  });

  it('never says a Calendar scope covers another that some method accepts alone', () => {
    for (const wider of calendarV3.scopes) {
      for (const narrower of calendarV3.scopes.filter((one) => covers(wider, one))) {
        for (const method of calendarV3.methods.filter((one) => one.scopes.includes(narrower))) {
          expect(method.scopes, `${method.id}: ${wider} over ${narrower}`).toContain(wider);
        }
      }
    }
  });
});

describe('compareGrant', () => {
  it('names what was refused, and what came unasked', () => {
    expect(compareGrant(['openid', 'email', `${P}calendar.readonly`, `${P}tasks`], ['openid', `${P}userinfo.email`, `${P}tasks`, `${P}drive.file`])).toEqual({
      granted: ['openid', `${P}userinfo.email`, `${P}tasks`, `${P}drive.file`],
      refused: [`${P}calendar.readonly`],
      unexpected: [`${P}drive.file`],
    });
  });

  it('does not call refused what a wider granted scope covers', () => {
    expect(compareGrant([`${P}calendar.events.readonly`], [`${P}calendar`])).toEqual({
      granted: [`${P}calendar`],
      refused: [],
      unexpected: [`${P}calendar`],
    });
  });

  it('takes an answer with sign-in only for a refusal of the rest', () => {
    expect(compareGrant(withSignIn([`${P}calendar`, `${P}tasks`]), ['openid', `${P}userinfo.email`, `${P}userinfo.profile`]).refused).toEqual([
      `${P}calendar`,
      `${P}tasks`,
    ]);
  });

  it('finds nothing odd when all was granted, whatever the order and spelling', () => {
    fc.assert(
      fc.property(scopes, fc.boolean(), (asked, backwards) => {
        const normal = withSignIn(asked).map(normalizeScope);
        const answer = backwards ? normal.reverse() : normal;
        const { granted, refused, unexpected } = compareGrant(asked, answer);
        expect(refused).toEqual([]);
        expect(unexpected).toEqual([]);
        expect(sameScopes(granted, withSignIn(asked))).toBe(true);
      }),
    );
  });

  it('accounts for every scope exactly once', () => {
    fc.assert(
      fc.property(scopes, scopes, (asked, answer) => {
        const { granted, refused, unexpected } = compareGrant(asked, answer);
        expect(sameScopes(granted, answer)).toBe(true);
        for (const one of asked) {
          const held = granted.some((wider) => covers(wider, one));
          const isRefused = refused.some((other) => normalizeScope(other) === normalizeScope(one));
          expect(held).toBe(!isRefused);
        }
        for (const one of unexpected) {
          expect(asked.map(normalizeScope)).not.toContain(normalizeScope(one));
          expect(granted).toContain(one);
          expect(isSignInScope(one)).toBe(false);
        }
      }),
    );
  });

  it('refuses no more when more is granted', () => {
    fc.assert(
      fc.property(scopes, scopes, scopes, (asked, answer, more) => {
        const less = compareGrant(asked, answer).refused;
        expect(less).toEqual(expect.arrayContaining([...compareGrant(asked, [...answer, ...more]).refused]));
      }),
    );
  });
});
