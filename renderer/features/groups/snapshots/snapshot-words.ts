import type { GroupSnapshotDto } from '../../../../preload/contract/groups.ts';
import { clockTime, dateFrom } from '../../../ui/duration.ts';
import { labelOf } from '../catalog/catalog.ts';
import type { Applied, LeftOutReason } from '../edit/draft.ts';

export const ORIGIN_WORD: Readonly<Record<GroupSnapshotDto['origin'], string>> = {
  'before-save': 'Before a save',
  kept: 'Kept',
  imported: 'From a file',
};

/** `Thu 19 Nov, 10:42`, with the year when it is another one. */
export function takenWords(at: number, now: number): string {
  return `${dateFrom(at, now)}, ${clockTime(at)}`;
}

const REASON: Readonly<Record<LeftOutReason, string>> = {
  unknown: 'not known to Grantdesk',
  retired: 'deprecated',
  'read-only': 'read-only',
  'unknown-value': 'unknown value',
  identity: 'belongs to the other group',
};

/** `whoCanAdd (deprecated)`, each field that a snapshot has and the form cannot take. */
export function leftOutWords(leftOut: Applied['leftOut']): string {
  return leftOut.map(({ field, reason }) => `${labelOf(field)} (${REASON[reason]})`).join(', ');
}
