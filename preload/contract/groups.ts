import { z } from 'zod';
import type { ExplanationDto } from './calls.ts';

const authorizationId = z.string().min(1).max(100);
const callId = z.string().min(1).max(100);
const groupEmail = z.string().min(1).max(320);
const field = z.string().min(1).max(100);
/** Names and values as on the wire; booleans are the texts "true" and "false". */
const valuesSchema = z.record(field, z.string().max(20_000)).refine((values) => Object.keys(values).length <= 300);

/** Every field Google sent, unknown ones included. A value that is no text (maxMessageBytes, or one of a kind unknown here) stands as JSON. */
export type GroupValues = Readonly<Record<string, string>>;

export interface GroupDto {
  readonly email: string;
  readonly values: GroupValues;
  /** Fields whose value was not a text on the wire: shown, never sent. */
  readonly notText: readonly string[];
  readonly loadedAt: number;
}

export const groupRefSchema = z.strictObject({ authorizationId, groupEmail, callId });

export type GroupLoadDto =
  | { readonly outcome: 'loaded'; readonly group: GroupDto }
  | { readonly outcome: 'refused'; readonly explanation: ExplanationDto }
  | { readonly outcome: 'cancelled' };

export const groupSaveSchema = z.strictObject({
  authorizationId,
  groupEmail,
  callId,
  /** Only these are sent (PATCH, alt=json). */
  changes: valuesSchema,
  /** What the user saw in the fields of `changes`; differs Google's by now, nothing is sent. */
  before: valuesSchema,
});

export interface GroupFieldMoveDto {
  readonly field: string;
  /** What was there before; null when the field is new. */
  readonly before: string | null;
  /** What was sent; null for a field that moved by itself. */
  readonly sent: string | null;
  readonly now: string | null;
}

export type GroupSaveDto =
  | {
      readonly outcome: 'saved';
      /** Read back after the write. */
      readonly group: GroupDto;
      /** Sent, and not what reads back: ignored, narrowed by the domain, or not there yet. */
      readonly ignored: readonly GroupFieldMoveDto[];
      /** Not sent, and yet different from before. */
      readonly moved: readonly GroupFieldMoveDto[];
      /** What was there before, kept: `Undo` sends it back. */
      readonly snapshotId: string;
    }
  /** Somebody changed these fields since they were read; nothing was sent. */
  | { readonly outcome: 'changed-meanwhile'; readonly group: GroupDto; readonly fields: readonly GroupFieldMoveDto[] }
  /** The write went through but could not be read back. */
  | { readonly outcome: 'unconfirmed'; readonly explanation: ExplanationDto; readonly snapshotId: string }
  | { readonly outcome: 'refused'; readonly explanation: ExplanationDto }
  | { readonly outcome: 'cancelled' };

/** A group's settings at one moment, kept in the vault. */
export interface GroupSnapshotDto {
  readonly id: string;
  readonly email: string;
  readonly takenAt: number;
  /** `before-save`: made by itself; `kept`: the user asked for it; `imported`: from a file. */
  readonly origin: 'before-save' | 'kept' | 'imported';
  readonly values: GroupValues;
}

export const groupSnapshotsSchema = z.strictObject({ authorizationId });
export const keepGroupSnapshotSchema = z.strictObject({ authorizationId, groupEmail, values: valuesSchema });
export const groupSnapshotRefSchema = z.strictObject({ authorizationId, id: z.string().min(1).max(100) });
/** `saved` is false when the user closed the native dialog. */
export interface ExportedDto {
  readonly saved: boolean;
}

export const rememberedGroupsSchema = z.strictObject({ authorizationId });
export const forgetGroupSchema = z.strictObject({ authorizationId, groupEmail });

/** Directory API groups.list of the account's own domain; needs admin.directory.group.readonly. */
export const directoryGroupsSchema = z.strictObject({ authorizationId, query: z.string().max(200), callId });
export type DirectoryGroupsDto =
  | {
      readonly outcome: 'listed';
      readonly groups: readonly { readonly email: string; readonly name: string | null; readonly description: string | null; readonly members: number | null }[];
      /** More exist than are listed: type more of the address. */
      readonly truncated: boolean;
    }
  | { readonly outcome: 'refused'; readonly explanation: ExplanationDto }
  | { readonly outcome: 'cancelled' };
