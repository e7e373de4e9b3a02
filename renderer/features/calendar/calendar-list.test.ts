import { describe, expect, it } from 'vitest';
import { nearestHue, readCalendarList } from './calendar-list.ts';

describe('readCalendarList', () => {
  it('reads what calendarList.list says', () => {
    const body = JSON.stringify({
      items: [
        { id: 'a@x', summary: 'Ada', summaryOverride: 'Mine', accessRole: 'owner', primary: true, timeZone: 'Europe/London', backgroundColor: '#9fe1e7' },
        { id: 'b@x', accessRole: 'freeBusyReader', hidden: true },
        'odd',
      ],
    });
    expect(readCalendarList(body)).toEqual([
      { id: 'a@x', title: 'Mine', hue: 'petrol', role: 'owner', primary: true, hidden: false, timeZone: 'Europe/London', description: null },
      { id: 'b@x', title: '(No title)', hue: 'slate', role: 'free/busy', primary: false, hidden: true, timeZone: null, description: null },
    ]);
  });

  it.each(['', 'not json', '[]', '{"items":{}}', '{"error":{}}'])('turns %s away', (body) => {
    expect(readCalendarList(body)).toBeNull();
  });
});

describe('nearestHue', () => {
  it.each([
    ['#ac725e', 'amber'],
    ['#d06b64', 'amber'],
    ['#fad165', 'amber'],
    ['#7bd148', 'moss'],
    ['#92e1c0', 'moss'],
    ['#9fe1e7', 'petrol'],
    ['#9a9cff', 'iris'],
    ['#4986e7', 'iris'],
    ['#cd74e6', 'orchid'],
    ['#f691b2', 'orchid'],
    ['#c2c2c2', 'slate'],
    ['red', 'slate'],
    [null, 'slate'],
  ] as const)('%s is %s', (hex, hue) => {
    expect(nearestHue(hex)).toBe(hue);
  });
});
