/** How Google classes a scope; `unknown` for a scope the catalog does not list. */
export type Sensitivity = 'non-sensitive' | 'sensitive' | 'restricted' | 'unknown';

/** What most Google scopes begin with. https://developers.google.com/identity/protocols/oauth2/scopes */
export const SCOPE_PREFIX = 'https://www.googleapis.com/auth/';

/** One line of the catalog, as written by hand. Everything left out means "no". */
export interface ScopeEntry {
  /** Short name: `calendar.readonly`; the full scope follows from it unless `scope` is given. */
  readonly name: string;
  /** For the few scopes that do not begin with the usual prefix. */
  readonly scope?: string;
  /** What it lets someone do, in plain words. */
  readonly title: string;
  readonly detail?: string;
  readonly sensitivity: Exclude<Sensitivity, 'unknown'>;
  /** True when the class was read in Google's own pages or Console; else it goes by common report. */
  readonly confirmed?: boolean;
  readonly adminOnly?: boolean;
  /** Works only inside a Workspace add-on: a desktop client gets nothing from it. */
  readonly addOnOnly?: boolean;
  readonly signIn?: boolean;
  /** Other spellings Google accepts or answers with. */
  readonly aliases?: readonly string[];
  /** Replaces the warning that follows from the other fields. */
  readonly warning?: string;
  /** Short name of a narrower scope that often is enough. */
  readonly narrower?: string;
}

/** A product heading and its scopes, in the order the picker shows. */
export interface ScopeGroup {
  readonly product: string;
  readonly entries: readonly ScopeEntry[];
}

export function fullScopeOf(entry: ScopeEntry): string {
  return entry.scope ?? SCOPE_PREFIX + entry.name;
}
