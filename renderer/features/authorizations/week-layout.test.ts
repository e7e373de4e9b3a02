import { describe, expect, it } from 'vitest';
import { account, authorization, NOW } from './testing/samples.ts';
import { layoutWeek } from './week-layout.ts';

const DAY = 24 * 60 * 60_000;
const ends = (at: number, certain = false) => ({ at, certain, why: '7-day Testing limit' });

describe('layoutWeek', () => {
  it('shows today and seven more days', () => {
    const { scale } = layoutWeek([], NOW);
    expect(scale.days.map((day) => day.label)).toEqual(['Today', 'Tue 24', 'Wed 25', 'Thu 26', 'Fri 27', 'Sat 28', 'Sun 29', 'Mon 30']);
  });

  it('ends a bar where sign-in ends and says why, marking a guess', () => {
    const [row] = layoutWeek([authorization({ signInEnds: ends(NOW + 3 * DAY) })], NOW).rows;
    expect(row).toMatchObject({ kind: 'ends', label: 'ada.lovelace', text: 'Sign-in likely ends · 7-day Testing limit' });
    expect(row?.sentence).toBe('ada.lovelace: sign-in likely ends Thu 26 Nov, 10:24, 7-day Testing limit');
    const [sure] = layoutWeek([authorization({ signInEnds: ends(NOW + 3 * DAY, true) })], NOW).rows;
    expect(sure?.text).toBe('Sign-in ends · 7-day Testing limit');
  });

  it('tells accounts with the same name at two domains apart', () => {
    const [here, there] = layoutWeek([authorization(), authorization({ id: 'b', account: account('2', 'ada.lovelace@orchard.example') })], NOW).rows;
    expect(here?.sentence).toBe('ada.lovelace@harbor.example: no known end');
    expect(there?.sentence).toBe('ada.lovelace@orchard.example: no known end');
  });

  it('leaves the bar open when no end is known or it lies beyond the week', () => {
    expect(layoutWeek([authorization()], NOW).rows[0]).toMatchObject({ kind: 'open', to: 1, text: 'No known end' });
    const later = layoutWeek([authorization({ signInEnds: ends(NOW + 60 * DAY) })], NOW).rows[0];
    expect(later).toMatchObject({ kind: 'later', to: 1, text: 'Likely ends 22 Jan 2027' });
  });

  it('marks what is over, and leaves out what was revoked', () => {
    const over = authorization({ state: 'sign-in-needed', signInEnds: ends(NOW - 60_000) });
    const yesterday = authorization({ id: 'b', state: 'sign-in-needed', signInEnds: ends(NOW - DAY) });
    const unknown = authorization({ id: 'c', state: 'sign-in-needed', account: account('3', 'tomas@x.example') });
    const { rows, now } = layoutWeek([over, yesterday, unknown, authorization({ id: 'd', state: 'revoked' })], NOW);
    expect(rows.map((row) => row.text)).toEqual(['Ended today', 'Ended Sun 22 Nov', 'Sign-in ended']);
    expect(rows.every((row) => row.to === now && row.kind === 'over' && row.tokenTo === null)).toBe(true);
  });

  it('keeps what ends soon when there are too many lines, and counts the rest', () => {
    const many = Array.from({ length: 30 }, (_, n) => authorization({ id: `o${String(n)}` }));
    const soon = [authorization({ id: 'soon', signInEnds: ends(NOW + DAY) }), authorization({ id: 'over', state: 'sign-in-needed' })];
    const week = layoutWeek([...many, ...soon], NOW);
    expect(week.rows.slice(0, 2).map((row) => row.id)).toEqual(['over', 'soon']);
    expect(week.rows).toHaveLength(8);
    expect(week.more).toBe(24);
    const allSoon = Array.from({ length: 12 }, (_, n) => authorization({ id: `s${String(n)}`, signInEnds: ends(NOW + DAY) }));
    expect(layoutWeek(allSoon, NOW)).toMatchObject({ more: 0, rows: { length: 12 } });
  });
});
