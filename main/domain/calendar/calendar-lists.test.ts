import { describe, expect, it } from 'vitest';
import { primaryOnly, readCalendarList } from './calendar-entry.ts';
import { rightsOf, scopeMissing } from './calendar-rights.ts';
import { computerSettings, readSettings } from './preferences.ts';

const prefix = 'https://www.googleapis.com/auth/';
const computer = { timeZone: 'Asia/Kathmandu', weekStart: 1, format24Hour: true };

describe('the list of calendars', () => {
  it('comes in order, in the user’s own words', () => {
    const list = readCalendarList([
      { id: 'b', summary: 'zoo 10', accessRole: 'reader' },
      { id: 'c', summary: 'Zoo 9', summaryOverride: 'Zoo 2', accessRole: 'writerWithoutPrivateAccess', selected: true, hidden: true, backgroundColor: '#ABCDEF', timeZone: 'Europe/Berlin' },
      { id: 'me', summary: 'Me', primary: true, accessRole: 'owner' },
    ]);
    expect(list.map(({ id, title }) => [id, title])).toEqual([['me', 'Me'], ['c', 'Zoo 2'], ['b', 'zoo 10']]);
    expect(list[1]).toEqual({
      id: 'c',
      title: 'Zoo 2',
      description: null,
      color: '#abcdef',
      role: 'writerWithoutPrivateAccess',
      timeZone: 'Europe/Berlin',
      primary: false,
      hidden: true,
      selectedAtGoogle: true,
    });
    expect(list.map(({ selectedAtGoogle }) => selectedAtGoogle)).toEqual([true, true, false]);
  });

  it('leaves out what is no calendar and takes odd fields for missing ones', () => {
    const list = readCalendarList([null, 'x', {}, { id: 7 }, { id: '..' }, { id: 'x'.repeat(2000) }, { id: 'gone', deleted: true },
      { id: 'odd', summary: ' ', backgroundColor: 'red', accessRole: 'emperor', timeZone: 'Mars', selected: 'yes', description: 5 }, { id: 'odd', summary: 'again' }]);
    expect(list).toEqual([{ ...primaryOnly(null), id: 'odd', title: 'odd', primary: false, selectedAtGoogle: false }]);
  });
});

describe('the settings', () => {
  it('are Calendar’s, and at their defaults where they are missing or odd', () => {
    const items = [
      { id: 'timezone', value: 'America/New_York' },
      { id: 'weekStart', value: '6' },
      { id: 'format24HourTime', value: 'true' },
      { id: 'hideWeekends', value: 'true' },
      { id: 'showDeclinedEvents', value: 'false' },
      { id: 'defaultEventLength', value: '25' },
    ];
    expect(readSettings(items, computer)).toEqual({
      timeZone: 'America/New_York', weekStart: 6, format24Hour: true, hideWeekends: true, showDeclined: false, defaultMinutes: 25, fromGoogle: true,
    });
    const odd = [null, 3, { id: 'timezone', value: 'Mars' }, { id: 'weekStart', value: '9' }, { id: 'defaultEventLength', value: '-5' }];
    expect(readSettings(odd, computer)).toEqual({
      timeZone: 'Asia/Kathmandu', weekStart: 0, format24Hour: false, hideWeekends: false, showDeclined: true, defaultMinutes: 60, fromGoogle: true,
    });
  });

  it('of this computer are such as can be used', () => {
    const own = computerSettings();
    expect(() => new Intl.DateTimeFormat('en', { timeZone: own.timeZone })).not.toThrow();
    expect([0, 1, 2, 3, 4, 5, 6]).toContain(own.weekStart);
  });
});

describe('what the scopes open', () => {
  const of = (...scopes: string[]) => rightsOf(scopes.map((scope) => prefix + scope));
  it.each([
    [[], { list: false, read: false, write: false, freeBusy: false }, ['calendar.readonly'], ['calendar.events']],
    [['calendar.readonly'], { list: true, read: true, write: false, freeBusy: true }, [], ['calendar.events']],
    [['calendar.events.readonly'], { list: false, read: true, write: false, freeBusy: false }, ['calendar.calendarlist.readonly'], ['calendar.events']],
    [['calendar.calendarlist.readonly'], { list: true, read: false, write: false, freeBusy: false }, ['calendar.events.readonly'], ['calendar.events']],
    [['calendar.events'], { list: false, read: true, write: true, freeBusy: false }, ['calendar.calendarlist.readonly'], []],
    [['calendar'], { list: true, read: true, write: true, freeBusy: true }, [], []],
    [['drive'], { list: false, read: false, write: false, freeBusy: false }, ['calendar.readonly'], ['calendar.events']],
  ] as const)('%j', (scopes, can, read, write) => {
    const rights = of(...scopes);
    expect(rights.can).toMatchObject(can);
    expect(rights.missing.read).toEqual(read.map((scope) => prefix + scope));
    expect(rights.missing.write).toEqual(write.map((scope) => prefix + scope));
    // Free and busy times of others need no more than a scope that shows nothing else.
    expect(rights.missing.freeBusy).toEqual(can.freeBusy ? [] : [`${prefix}calendar.events.freebusy`]);
  });

  it('is said with the scope that would mend it', () => {
    expect(scopeMissing('read events', [`${prefix}calendar.readonly`])).toMatchObject({
      code: 'scope-missing',
      meaning: 'The account did not grant what it takes to read events. The narrowest one that does is calendar.readonly. What is granted already stays.',
      remedies: [{ kind: 'grant-scope', scopes: [`${prefix}calendar.readonly`] }],
    });
  });
});
