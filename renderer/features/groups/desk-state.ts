import type { ExplanationDto } from '../../../preload/contract/calls.ts';
import type { GroupDto, GroupFieldMoveDto, GroupValues } from '../../../preload/contract/groups.ts';
import type { ErrorDto } from '../../../preload/contract/result.ts';

/** A save as it was asked for: what consent or `Try again` repeats. */
export interface SaveRequest {
  readonly groupEmail: string;
  readonly changes: GroupValues;
  readonly before: GroupValues;
}

export type Attempt = { readonly kind: 'load'; readonly groupEmail: string } | ({ readonly kind: 'save' | 'undo' } & SaveRequest);

/** Why the last attempt did not do what it should. */
export type Trouble =
  | { readonly kind: 'refused'; readonly attempt: Attempt; readonly explanation: ExplanationDto }
  | { readonly kind: 'problem'; readonly attempt: Attempt; readonly problem: ErrorDto }
  | { readonly kind: 'cancelled'; readonly attempt: Attempt };

/** What the last save did. */
export interface SaveReport {
  readonly kind: 'save' | 'undo';
  readonly request: SaveRequest;
  readonly ignored: readonly GroupFieldMoveDto[];
  readonly moved: readonly GroupFieldMoveDto[];
  /** Set when the write went through and could not be read back. */
  readonly unconfirmed: ExplanationDto | null;
}

/** Somebody else changed these fields since they were read. */
export interface Conflict {
  readonly fields: readonly GroupFieldMoveDto[];
}

/** The Groups Settings page of one account, kept while the app runs. */
export interface DeskState {
  readonly typed: string;
  /** As Google had it when it was last read. */
  readonly group: GroupDto | null;
  /** Unsaved edits by group address; a group left with edits finds them again. */
  readonly drafts: Readonly<Record<string, GroupValues>>;
  readonly busy: { readonly attempt: Attempt; readonly callId: string } | null;
  readonly trouble: Trouble | null;
  readonly report: SaveReport | null;
  readonly conflict: Conflict | null;
}

export const EMPTY_DESK: DeskState = { typed: '', group: null, drafts: {}, busy: null, trouble: null, report: null, conflict: null };

const NO_EDITS: GroupValues = {};

/** Unsaved edits of the group on the desk. */
export function editsOf({ group, drafts }: Pick<DeskState, 'group' | 'drafts'>): GroupValues {
  return group === null ? NO_EDITS : (drafts[group.email.toLowerCase()] ?? NO_EDITS);
}

export function withDraft(drafts: DeskState['drafts'], email: string, edits: GroupValues): DeskState['drafts'] {
  const key = email.toLowerCase();
  const rest = Object.fromEntries(Object.entries(drafts).filter(([address]) => address !== key));
  return Object.keys(edits).length === 0 ? rest : { ...rest, [key]: edits };
}
