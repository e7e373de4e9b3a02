import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisMarks, commonSlots, dayStart, gaps, merged, WORKING_HOURS } from './free-slots.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(text);

describe('merged', () => {
  it('joins what overlaps or touches, and drops what ends before it begins', () => {
    expect(merged([{ from: 5, to: 7 }, { from: 1, to: 3 }, { from: 3, to: 4 }, { from: 6, to: 6.5 }, { from: 9, to: 8 }])).toEqual([
      { from: 1, to: 4 },
      { from: 5, to: 7 },
    ]);
  });

  it('and its gaps fill a window exactly', () => {
    const stretch = fc.record({ from: fc.integer({ min: -50, max: 150 }), to: fc.integer({ min: -50, max: 150 }) });
    fc.assert(
      fc.property(fc.array(stretch), (busy) => {
        const free = gaps({ from: 0, to: 100 }, busy);
        const inside = merged(busy).reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, 100) - Math.max(from, 0)), 0);
        expect(free.reduce((sum, { from, to }) => sum + to - from, 0) + inside).toBe(100);
        for (const slot of free) expect(busy.some(({ from, to }) => to > from && from < slot.to && to > slot.from)).toBe(false);
      }),
    );
  });
});

describe('commonSlots', () => {
  it('are within working hours on the zone’s clocks', () => {
    const busy = [{ from: at('2026-11-24T04:15:00Z'), to: at('2026-11-24T10:15:00Z') }];
    // 09:00 in Kathmandu is 03:15 UTC.
    expect(commonSlots('2026-11-24', 1, 'Asia/Kathmandu', busy)).toEqual([
      { from: at('2026-11-24T03:15:00Z'), to: at('2026-11-24T04:15:00Z') },
      { from: at('2026-11-24T10:15:00Z'), to: at('2026-11-24T11:15:00Z') },
    ]);
  });

  it('skip weekends and gaps too short to meet', () => {
    expect(commonSlots('2026-11-28', 2, 'UTC', [])).toEqual([]);
    const busy = [{ from: at('2026-11-24T09:20:00Z'), to: at('2026-11-24T17:00:00Z') }];
    expect(commonSlots('2026-11-24', 1, 'UTC', busy)).toEqual([]);
    expect(commonSlots('2026-11-24', 1, 'UTC', busy, { shortest: 20 * 60_000 })).toHaveLength(1);
  });

  it('know days of 23 and 25 hours', () => {
    const allDay = { hours: { from: 0, to: 24, days: [1, 2, 3, 4, 5, 6, 7] } };
    const lengths = (day: string) => commonSlots(day, 1, 'Europe/Berlin', [], allDay).map(({ from, to }) => (to - from) / HOUR);
    expect(lengths('2026-03-29')).toEqual([23]);
    expect(lengths('2026-10-25')).toEqual([25]);
    expect(WORKING_HOURS.to - WORKING_HOURS.from).toBe(8);
  });

  it('begin where the day begins, at the date line too', () => {
    expect(dayStart('2026-11-24', 'Pacific/Kiritimati')).toBe(at('2026-11-23T10:00:00Z'));
    expect(dayStart('2026-11-24', 'No/Where')).toBe(at('2026-11-24T00:00:00Z'));
  });
});

describe('axisMarks', () => {
  it('stand at the clock’s hours also after the clocks changed', () => {
    const day = { from: dayStart('2026-10-25', 'Europe/Berlin'), to: dayStart('2026-10-26', 'Europe/Berlin') };
    expect(axisMarks(day, 'Europe/Berlin', 6).map(({ at: moment, hour }) => [(moment - day.from) / HOUR, hour])).toEqual([[0, 0], [7, 6], [13, 12], [19, 18]]);
    expect(axisMarks(day, 'Europe/Berlin', 1)).toHaveLength(24);
  });
});
