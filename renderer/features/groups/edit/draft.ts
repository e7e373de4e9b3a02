import type { GroupDto, GroupSnapshotDto, GroupValues } from '../../../../preload/contract/groups.ts';
import { isEditable, isKnownValue, retiredOf, SETTINGS, settingOf } from '../catalog/catalog.ts';

/** What differs between the group as Google has it and the form. */
export interface Change {
  readonly field: string;
  /** Null when Google sent no such field. */
  readonly from: string | null;
  readonly to: string;
}

/** The values of the form: Google's, with the edits over them. */
export function edited(group: GroupDto, edits: GroupValues): GroupValues {
  return { ...group.values, ...edits };
}

/** The edits that differ from Google's values, in the order of the page. */
export function changesOf(group: GroupDto, edits: GroupValues): readonly Change[] {
  return SETTINGS.flatMap(({ field }) => {
    const to = edits[field];
    if (to === undefined || !isEditable(field) || group.notText.includes(field)) return [];
    const from = group.values[field] ?? null;
    return from === to ? [] : [{ field, from, to }];
  });
}

/** `changes` and `before` of a save: only what differs, and what the user saw there. */
export function saveInput(changes: readonly Change[]): { readonly changes: GroupValues; readonly before: GroupValues } {
  return {
    changes: Object.fromEntries(changes.map(({ field, to }) => [field, to])),
    before: Object.fromEntries(changes.flatMap(({ field, from }) => (from === null ? [] : [[field, from]]))),
  };
}

/** Edits with one field set; a value equal to Google's is no edit any more. */
export function withEdit(group: GroupDto, edits: GroupValues, set: GroupValues): GroupValues {
  return Object.fromEntries(Object.entries({ ...edits, ...set }).filter(([field, value]) => group.values[field] !== value));
}

export type LeftOutReason = 'unknown' | 'retired' | 'read-only' | 'unknown-value' | 'identity';

export interface Applied {
  readonly edits: GroupValues;
  /** Differing fields of the snapshot that cannot be set from here. */
  readonly leftOut: readonly { readonly field: string; readonly reason: LeftOutReason }[];
}

/** What a group is called stays its own when another group's values are put on it. */
const IDENTITY: readonly string[] = ['name', 'description'];

/** Puts another group's or another moment's values into the form as edits. Nothing is sent, and what cannot be set is named. */
export function applied(group: GroupDto, edits: GroupValues, snapshot: Pick<GroupSnapshotDto, 'email' | 'values'>): Applied {
  const same = snapshot.email.toLowerCase() === group.email.toLowerCase();
  const set: Record<string, string> = {};
  const leftOut: { field: string; reason: LeftOutReason }[] = [];
  for (const [field, value] of Object.entries(snapshot.values)) {
    if ((edits[field] ?? group.values[field]) === value) continue;
    const setting = settingOf(field);
    if (retiredOf(field) !== undefined) leftOut.push({ field, reason: 'retired' });
    else if (setting === undefined || group.notText.includes(field)) leftOut.push({ field, reason: 'unknown' });
    else if (setting.kind === 'fixed') leftOut.push({ field, reason: 'read-only' });
    else if (!same && IDENTITY.includes(field)) leftOut.push({ field, reason: 'identity' });
    else if (!isKnownValue(setting, value)) leftOut.push({ field, reason: 'unknown-value' });
    else set[field] = value;
  }
  return { edits: withEdit(group, edits, set), leftOut };
}
