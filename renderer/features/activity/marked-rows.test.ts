import { describe, expect, it } from 'vitest';
import { problemOfRow, rowToShow } from './marked-rows.ts';

const changed = { kind: 'changed', seq: 5, lastSeq: 7, message: 'Rows 5 to 7 are not as they were written.' } as const;
const removed = { kind: 'removed', seq: 5, lastSeq: 7, message: 'Rows 5 to 7 are missing.' } as const;

describe('rows that a check names', () => {
  it('are those of the range, and none of what is missing', () => {
    expect([4, 5, 7, 8, null].map((seq) => problemOfRow([changed], seq)?.kind ?? null)).toEqual([null, 'changed', 'changed', null, null]);
    expect(problemOfRow([removed], 6)).toBeNull();
  });

  it('lead to a row that is there', () => {
    expect(rowToShow(changed, new Set([5]))).toBe(5);
    expect(rowToShow(changed, new Set([4]))).toBeNull();
    expect(rowToShow(removed, new Set([4, 8]))).toBe(4);
    expect(rowToShow(removed, new Set([8]))).toBe(8);
    expect(rowToShow({ kind: 'cut-off', seq: null, lastSeq: null, message: '' }, new Set([1]))).toBeNull();
  });
});
