import { z } from 'zod';
import type { ProblemDto } from './result.ts';
import type { ScopeDto } from './scopes.ts';

/** Which program left a file, as far as its name, its place and its shape tell. */
export type FindingKind =
  | 'gcloud-adc'
  | 'gcloud-store'
  | 'oauth2l'
  | 'gcalcli'
  | 'gam'
  | 'gws'
  | 'gws-key'
  | 'clasp'
  | 'oauth2client'
  | 'authorized-user'
  | 'python-token'
  | 'node-token'
  | 'client-file'
  | 'python-pickle'
  | 'java-store'
  | 'service-account'
  | 'damaged';

/** Shown as `Not checked`, `Alive`, `Ended`, `Unknown (offline)`. */
export type FindingState = 'not-checked' | 'alive' | 'ended' | 'unknown';

/** A credential file on this computer. No field can hold a token. */
export interface FindingDto {
  /** Opaque: the page acts by it and never names a path. */
  readonly id: string;
  readonly kind: FindingKind;
  /** For the eye: `~/.oauth2l`. */
  readonly path: string;
  /** Null where the system has no modes of this kind. */
  readonly mode: { readonly octal: string; readonly access: 'owner' | 'group' | 'others' } | null;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  readonly size: number;
  readonly state: FindingState;
  /** Why, in a sentence; null when the state says it all. */
  readonly detail: string | null;
  readonly checkedAt: number | null;
  readonly accounts: readonly string[];
  /** How many credentials are in it; 0 where it holds none that can be read. */
  readonly credentials: number;
  /** What it may do, sign-in scopes left out; null when neither the file nor Google said so. */
  readonly scopes: readonly ScopeDto[] | null;
  /** What somebody else who has it could do, worst first. */
  readonly worstCase: readonly string[];
  readonly note: ProblemDto | null;
  readonly imported: boolean;
  readonly can: { readonly check: boolean; readonly import: boolean; readonly tighten: boolean; readonly revoke: boolean };
}

/** Null before a sweep was there. `link`: there is a link at the place, and links are not followed. */
export type PlaceState = 'present' | 'absent' | 'link' | 'unreadable' | null;

export interface SweepPlaceDto {
  readonly id: string;
  /** The program, as people call it. */
  readonly tool: string;
  readonly path: string;
  readonly isFile: boolean;
  readonly state: PlaceState;
}

export interface SweepFolderDto {
  readonly id: string;
  readonly path: string;
  readonly state: PlaceState;
}

export interface SweepCountsDto {
  readonly folders: number;
  readonly files: number;
  readonly skipped: number;
  readonly unreadable: number;
  readonly links: number;
  readonly otherDisks: number;
  readonly special: number;
  readonly tooLarge: number;
  readonly limited: boolean;
}

export interface SweepRunDto {
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly cancelled: boolean;
  readonly wholeHome: boolean;
  readonly counts: SweepCountsDto;
}

export interface SweepDto {
  readonly places: readonly SweepPlaceDto[];
  /** Folders that the user added. */
  readonly folders: readonly SweepFolderDto[];
  /** The last sweep, or the one in progress; null before the first. */
  readonly run: SweepRunDto | null;
  /** Most dangerous first. */
  readonly findings: readonly FindingDto[];
}

/** What an import came to. */
export interface ImportedFindingDto {
  readonly accounts: readonly string[];
  /** How many of them Google no longer accepts. */
  readonly ended: number;
  /** How many credentials of the file were left out. */
  readonly left: number;
  /** The client id, when it was a client file. */
  readonly client: string | null;
}

/** What a revoke would end, asked before anything is sent. */
export interface RevokePlanDto {
  readonly accounts: readonly string[];
  /** Numbers of the Cloud projects. */
  readonly projects: readonly string[];
  /** False when nobody said whose it is: what dies with it is then not known. */
  readonly accountKnown: boolean;
  readonly dying: readonly { readonly id: string; readonly email: string; readonly clientLabel: string }[];
}

export interface RevokedFindingDto {
  /** Google had no such grant any more. */
  readonly alreadyRevoked: boolean;
  /** How many stored authorizations went with it. */
  readonly marked: number;
}

const id = z.string().min(1).max(100);
export const startSweepSchema = z.strictObject({ callId: id, wholeHome: z.boolean() });
export const sweepFolderRefSchema = z.strictObject({ id });
export const findingRefSchema = z.strictObject({ id });
/** A call that sends something to Google: `cancelCall` ends it. */
export const findingCallSchema = z.strictObject({ id, callId: id });
export const checkFindingsSchema = z.strictObject({ callId: id });
