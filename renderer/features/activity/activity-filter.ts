import type { ActivityRowDto } from '../../../preload/contract/activity.ts';
import { kindOf, type ActivityKind } from './activity-kind.ts';
import { activityWords } from './activity-words.ts';

/** null: all of them. */
export interface ActivityFilter {
  readonly text: string;
  readonly account: string | null;
  readonly outcome: ActivityRowDto['outcome'] | null;
  readonly kind: ActivityKind | null;
}

export const NO_FILTER: ActivityFilter = { text: '', account: null, outcome: null, kind: null };

export function isFiltering({ text, account, outcome, kind }: ActivityFilter): boolean {
  return text.trim() !== '' || account !== null || outcome !== null || kind !== null;
}

/** Rows that fit all of it; the words may stand anywhere, in any order, as the log or as the table has them. */
export function filterRows(rows: readonly ActivityRowDto[], { text, account, outcome, kind }: ActivityFilter): readonly ActivityRowDto[] {
  const words = text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return rows.filter((row) => {
    if (account !== null && row.account !== account) return false;
    if (outcome !== null && row.outcome !== outcome) return false;
    if (kind !== null && kindOf(row.what) !== kind) return false;
    if (words.length === 0) return true;
    const haystack = `${row.account ?? ''}\n${row.what}\n${activityWords(row.what).words}\n${row.detail ?? ''}\n${row.outcome}`.toLowerCase();
    return words.every((word) => haystack.includes(word));
  });
}

/** Accounts that occur, in the order of the alphabet. */
export function accountsIn(rows: readonly ActivityRowDto[]): readonly string[] {
  return [...new Set(rows.map(({ account }) => account))].filter((account) => account !== null).sort((a, b) => a.localeCompare(b, 'en'));
}
