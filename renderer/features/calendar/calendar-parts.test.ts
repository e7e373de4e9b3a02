import { describe, expect, it } from 'vitest';
import { fakeAuthorization, fakeScope } from '../../bridge/fake-bridge.ts';
import { exactColor, hueOf } from './calendar-colors.ts';
import { scopeNote } from './scope-note.ts';
import { foundDays } from './search-days.ts';
import { summarize } from './sync-status.tsx';
import { calendarSample, choir, rowSample, stateSample } from './testing/samples.ts';

describe('the exact colour of a calendar', () => {
  it('stands only where it can be seen', () => {
    expect(exactColor('#9fe1e7', 'light')).toBeNull();
    expect(exactColor('#9fe1e7', 'dark')).toEqual({ fill: '#9fe1e7', tick: '#121B1F' });
    expect(exactColor('#0b8043', 'light')).toEqual({ fill: '#0b8043', tick: '#FFFFFF' });
    expect(exactColor('#000000', 'dark')).toBeNull();
    expect(exactColor('red', 'light')).toBeNull();
    expect(exactColor(null, 'light')).toBeNull();
  });

  it('gives way to the colour of an event', () => {
    const hues = new Map([['a', 'iris' as const]]);
    expect(hueOf({ calendarId: 'a', colorId: '2' }, hues)).toBe('moss');
    expect(hueOf({ calendarId: 'a', colorId: '77' }, hues)).toBe('iris');
    expect(hueOf({ calendarId: 'b', colorId: null }, hues)).toBe('slate');
  });
});

describe('what the scopes allow', () => {
  const note = (names: readonly string[], can: { read: boolean; write: boolean }) =>
    scopeNote(fakeAuthorization({ granted: names.map((name) => ({ ...fakeScope(name), unexpected: false })) }), stateSample({ can: { list: true, freeBusy: true, ...can } }));

  it('names the scope that decides', () => {
    expect(note(['calendar.events', 'calendar.readonly'], { read: true, write: true })).toMatchObject({ scope: 'calendar.events' });
    expect(note(['calendar.events.owned'], { read: true, write: true }).words).toContain('you own');
    expect(note(['calendar.readonly'], { read: true, write: false })).toMatchObject({ scope: 'calendar.readonly' });
    expect(note(['calendar.freebusy'], { read: false, write: false })).toMatchObject({ scope: null });
  });
});

describe('what was found', () => {
  it('stands by day: what is to come first, then the past from today backwards', () => {
    const at = (date: string) => rowSample({ title: date, start: `${date}T12:00:00Z`, end: `${date}T13:00:00Z` });
    const found = foundDays([at('2026-11-01'), at('2026-11-20'), at('2026-11-24'), at('2026-12-24')], 'Europe/Berlin', '2026-11-24');
    expect(found.ahead.map(({ date }) => date)).toEqual(['2026-11-24', '2026-12-24']);
    expect(found.past.map(({ date }) => date)).toEqual(['2026-11-20', '2026-11-01']);
  });

  it('stands on the day of the zone, all-day events on their own', () => {
    const late = rowSample({ start: '2026-11-24T23:30:00Z', end: '2026-11-24T23:45:00Z' });
    const allDay = rowSample({ allDay: true, start: '2026-11-24', end: '2026-11-25' });
    expect(foundDays([allDay, late], 'Pacific/Kiritimati', '2026-01-01').ahead.map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-25']);
  });
});

describe('how the sync stands', () => {
  const failed = { state: 'failed', events: 0, arrived: 0, syncedAt: 1000, problem: { code: 'rate-limited', title: 'Slow down.', meaning: '', remedies: [] } } as const;

  it('counts what arrives, and is as old as the oldest ticked calendar', () => {
    const ready = { state: 'ready', events: 1, arrived: 0, syncedAt: 5000, problem: null } as const;
    const loading = { state: 'loading', events: 0, arrived: 40, syncedAt: 3000, problem: null } as const;
    expect(summarize([calendarSample({ sync: ready }), { ...choir, sync: loading }])).toEqual({ loading: 1, arrived: 40, syncedAt: 3000, problems: [] });
    expect(summarize([calendarSample({ sync: ready }), { ...choir, sync: { ...loading, syncedAt: null } }]).syncedAt).toBeNull();
    expect(summarize([calendarSample({ sync: ready }), { ...choir, selected: false, sync: { ...loading, syncedAt: null } }]).syncedAt).toBe(5000);
    // One that was never let in says nothing of how old the others are; one that is there in part does.
    expect(summarize([calendarSample({ sync: ready }), { ...choir, sync: { ...failed, syncedAt: null } }]).syncedAt).toBe(5000);
    expect(summarize([calendarSample({ sync: ready }), { ...choir, sync: { ...failed, syncedAt: null, events: 3 } }]).syncedAt).toBeNull();
    expect(summarize([{ ...choir, sync: { ...failed, syncedAt: null } }]).syncedAt).toBeNull();
  });

  it('tells one problem of several calendars once, and none of a calendar nobody looks at', () => {
    const { problems } = summarize([calendarSample({ sync: failed }), { ...choir, sync: failed }, { ...choir, id: 'c', title: 'Other', selected: false, sync: failed }]);
    expect(problems).toMatchObject([{ titles: ['ada.lovelace', 'Choir'] }]);
  });
});
