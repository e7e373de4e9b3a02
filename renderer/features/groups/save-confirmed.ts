import type { GroupDto } from '../../../preload/contract/groups.ts';
import type { SaveReport } from './desk-state.ts';

/**
 * What a save that could not be read back turns out to have done, so that it can be undone after all. Only what was sent is told and
 * put back: what else differs by now may be somebody else's change.
 * @param group as it was read again
 * @returns null when the report is of another group, or was confirmed before
 */
export function confirmedBy(group: GroupDto, report: SaveReport): SaveReport | null {
  const { request, unconfirmed } = report;
  if (unconfirmed === null || request.groupEmail.toLowerCase() !== group.email.toLowerCase()) return null;
  const ignored = Object.entries(request.changes).flatMap(([field, sent]) => {
    const now = group.values[field] ?? null;
    return now === sent ? [] : [{ field, before: request.before[field] ?? null, sent, now }];
  });
  return { ...report, ignored, moved: [], unconfirmed: null };
}
