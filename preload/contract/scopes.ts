import { z } from 'zod';

/** How Google classes a scope; `unknown` for a scope the catalog does not list. */
export type Sensitivity = 'non-sensitive' | 'sensitive' | 'restricted' | 'unknown';

export interface ScopeDto {
  /** As it stands in the request: `https://www.googleapis.com/auth/calendar.readonly`, `openid`. */
  readonly scope: string;
  /** `calendar.readonly` */
  readonly shortName: string;
  /** Product heading: `Calendar`, `Groups`, `Sign-in`, `Other`. */
  readonly product: string;
  /** What it lets someone do, in plain words: `See every calendar, change nothing`. */
  readonly title: string;
  /** One more sentence, or null. */
  readonly detail: string | null;
  readonly sensitivity: Sensitivity;
  /** False when Google prints no class and the catalog goes by common report. */
  readonly sensitivityConfirmed: boolean;
  /** Only a Workspace administrator can use it. */
  readonly adminOnly: boolean;
  /** Sign-in scopes are added by the app so that the account is known. */
  readonly signIn: boolean;
  /** Why to think twice (restricted, admin only, legacy); null when there is nothing to warn of. */
  readonly warning: string | null;
  /** A narrower scope that often is enough, as a full scope; null when none. */
  readonly narrower: string | null;
}

/** One-click sets: Calendar read-only, Calendar events, Groups settings. */
export interface ScopeSetDto {
  readonly id: string;
  readonly title: string;
  readonly scopes: readonly string[];
}

export interface ScopeCatalogDto {
  readonly scopes: readonly ScopeDto[];
  readonly sets: readonly ScopeSetDto[];
}

/** A scope as somebody typed it: an address, or a short name of the catalog. */
export const readScopeSchema = z.strictObject({ text: z.string().max(2000) });
