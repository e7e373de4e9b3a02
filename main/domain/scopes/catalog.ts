import { calendarScopes } from './catalog/calendar.ts';
import { directoryScopes } from './catalog/directory.ts';
import { documentScopes } from './catalog/documents.ts';
import { driveScopes } from './catalog/drive.ts';
import { gmailScopes } from './catalog/gmail.ts';
import { groupsScopes } from './catalog/groups.ts';
import { mediaScopes } from './catalog/media.ts';
import { meetingScopes } from './catalog/meetings.ts';
import { otherScopes } from './catalog/others.ts';
import { peopleScopes } from './catalog/people.ts';
import { signInScopes } from './catalog/sign-in.ts';
import { fullScopeOf, type ScopeEntry, type ScopeGroup } from './scope-entry.ts';

/** Product headings in the order the picker shows them. */
export const scopeGroups: readonly ScopeGroup[] = [
  calendarScopes,
  groupsScopes,
  directoryScopes,
  signInScopes,
  driveScopes,
  documentScopes,
  gmailScopes,
  peopleScopes,
  meetingScopes,
  mediaScopes,
  otherScopes,
];

export interface CatalogedScope {
  readonly product: string;
  readonly scope: string;
  readonly entry: ScopeEntry;
}

/** Every scope of the catalog, in the order of the picker. */
export const catalogedScopes: readonly CatalogedScope[] = scopeGroups.flatMap(({ product, entries }) =>
  entries.map((entry) => ({ product, scope: fullScopeOf(entry), entry })),
);

const byFullScope = new Map(catalogedScopes.map((one) => [one.scope, one]));
const byName = new Map(catalogedScopes.map((one) => [one.entry.name, one]));
const byAlias = new Map(catalogedScopes.flatMap((one) => (one.entry.aliases ?? []).map((alias) => [alias, one] as const)));

/** The catalog's line for a scope in full or under an alias; undefined when the catalog does not list it. */
export function findScope(scope: string): CatalogedScope | undefined {
  return byFullScope.get(scope) ?? byAlias.get(scope);
}

/** The catalog's line for a short name (`calendar.readonly`, `email`). */
export function findScopeByName(name: string): CatalogedScope | undefined {
  return byName.get(name);
}
