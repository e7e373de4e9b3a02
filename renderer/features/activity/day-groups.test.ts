import { describe, expect, it } from 'vitest';
import { dayGroups } from './day-groups.ts';

const row = (id: string, at: Date) => ({ id, seq: 1, at: at.getTime(), account: null, what: 'refresh', outcome: 'ok', detail: null }) as const;

describe('day groups', () => {
  it('put the rows of a local day under its heading', () => {
    const now = new Date(2026, 2, 1, 9).getTime();
    const groups = dayGroups(
      [row('a', new Date(2026, 2, 1, 0, 0, 1)), row('b', new Date(2026, 1, 28, 23, 59)), row('c', new Date(2026, 1, 28, 0)), row('d', new Date(2026, 1, 27, 12)), row('e', new Date(2025, 11, 31))],
      now,
    );
    expect(groups.map(({ key, heading, rows }) => [key, heading.replaceAll(',', ''), rows.map(({ id }) => id).join('')])).toEqual([
      ['2026-03-01', 'Today Sunday 1 March', 'a'],
      ['2026-02-28', 'Yesterday Saturday 28 February', 'bc'],
      ['2026-02-27', 'Friday 27 February', 'd'],
      ['2025-12-31', 'Wednesday 31 December 2025', 'e'],
    ]);
  });
});
