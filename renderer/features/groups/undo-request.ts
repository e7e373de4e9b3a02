import type { GroupDto, GroupFieldMoveDto, GroupValues } from '../../../preload/contract/groups.ts';
import { isEditable } from './catalog/catalog.ts';
import type { SaveRequest } from './desk-state.ts';

/**
 * What puts a save back: the old value of every sent field that took, and of every field that moved along with it.
 * @param group as read back after the save
 * @returns null when nothing can be put back
 */
export function undoRequest(group: GroupDto, save: SaveRequest, moved: readonly GroupFieldMoveDto[]): SaveRequest | null {
  const old: Record<string, string> = {};
  for (const field of Object.keys(save.changes)) {
    const value = save.before[field];
    if (value !== undefined) old[field] = value;
  }
  for (const { field, before } of moved) if (before !== null && isEditable(field)) old[field] = before;
  const changes: GroupValues = Object.fromEntries(Object.entries(old).filter(([field, value]) => group.values[field] !== value));
  if (Object.keys(changes).length === 0) return null;
  const before = Object.fromEntries(
    Object.keys(changes).flatMap((field) => {
      const now = group.values[field];
      return now === undefined ? [] : [[field, now]];
    }),
  );
  return { groupEmail: save.groupEmail, changes, before };
}
