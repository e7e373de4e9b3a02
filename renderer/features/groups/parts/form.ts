import type { GroupDto, GroupValues } from '../../../../preload/contract/groups.ts';

/** The form of one group, as its parts see it. */
export interface GroupForm {
  readonly group: GroupDto;
  /** Google's values with the edits over them. */
  readonly values: GroupValues;
  readonly changed: ReadonlySet<string>;
  /** No edits while a save is on its way would be lost; they are only not offered while another group loads. */
  readonly onEdit: (set: GroupValues) => void;
}
