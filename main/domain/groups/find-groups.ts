import type { CallReport } from '../google/call-report.ts';
import { prefixQuery, type DirectoryClient } from '../google/directory-client.ts';
import { isObject, numberOf, parseJsonObject, textOf } from '../shared/guards.ts';
import { UNREADABLE, type Refusal } from './read-group.ts';

export interface FoundGroup {
  readonly email: string;
  readonly name: string | null;
  readonly description: string | null;
  /** Direct members. */
  readonly members: number | null;
}

export type FoundGroups = { readonly outcome: 'listed'; readonly groups: readonly FoundGroup[]; readonly truncated: boolean } | Refusal;

/**
 * Groups of the account's organisation, by address. The Directory knows no "or": addresses and names are asked for side by side,
 * unless the text can only be one of them.
 */
export async function findGroups(
  directory: Pick<DirectoryClient, 'listGroups'>,
  authorizationId: string,
  text: string,
  signal: AbortSignal,
): Promise<FoundGroups> {
  const reports = await Promise.all(queriesFor(text).map((query) => directory.listGroups(authorizationId, query, { signal })));
  const groups = new Map<string, FoundGroup>();
  let truncated = false;
  for (const report of reports) {
    if (report.exchange.kind === 'cancelled') return { outcome: 'cancelled' };
    if (report.explanation !== null) return { outcome: 'refused', explanation: report.explanation };
    const page = pageOf(report);
    if (page === null) return { outcome: 'refused', explanation: UNREADABLE };
    truncated ||= page.more;
    for (const group of page.groups) groups.set(group.email.toLowerCase(), group);
  }
  return { outcome: 'listed', groups: [...groups.values()].sort((a, b) => a.email.localeCompare(b.email, 'en')), truncated };
}

function queriesFor(text: string): readonly (string | null)[] {
  const wanted = text.replaceAll('*', '').trim();
  if (wanted === '') return [null];
  if (/\s/.test(wanted)) return [prefixQuery('name', wanted)];
  return wanted.includes('@') ? [prefixQuery('email', wanted)] : [prefixQuery('email', wanted), prefixQuery('name', wanted)];
}

function pageOf({ exchange }: CallReport): { readonly groups: readonly FoundGroup[]; readonly more: boolean } | null {
  const json = exchange.kind === 'response' ? parseJsonObject(exchange.body) : null;
  if (json === null) return null;
  // Without a match the field is missing.
  const items: readonly unknown[] = Array.isArray(json['groups']) ? json['groups'] : [];
  return { groups: items.map(groupIn).filter((group) => group !== null), more: textOf(json['nextPageToken']) !== null };
}

function groupIn(item: unknown): FoundGroup | null {
  if (!isObject(item)) return null;
  const email = textOf(item['email']);
  if (email === null) return null;
  return { email, name: textOf(item['name']), description: textOf(item['description']), members: numberOf(item['directMembersCount']) };
}
