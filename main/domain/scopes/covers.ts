import { calendarCovers } from './calendar-coverage.ts';
import { findScopeByName } from './catalog.ts';
import { normalizeScope } from './normalize.ts';

/**
 * Wider scope → what it includes directly, by short names, for products without a method table here. Taken from the scopes that the
 * methods of each API accept. What is doubtful is left out: a scope wrongly said to be covered would hide a refusal.
 * `drive` does not open the hidden folder of drive.appdata; no Gmail scope but its own changes settings.
 */
const includes: Readonly<Record<string, readonly string[]>> = {
  'cloud-identity.groups': ['cloud-identity.groups.readonly'],
  'admin.directory.group': ['admin.directory.group.readonly', 'admin.directory.group.member'],
  'admin.directory.group.readonly': ['admin.directory.group.member.readonly'],
  'admin.directory.group.member': ['admin.directory.group.member.readonly'],
  'admin.directory.user': ['admin.directory.user.readonly'],
  'admin.directory.resource.calendar': ['admin.directory.resource.calendar.readonly'],
  drive: ['drive.readonly', 'drive.file', 'drive.metadata', 'documents', 'spreadsheets', 'presentations', 'forms.body', 'forms.responses.readonly'],
  'drive.readonly': ['drive.metadata.readonly', 'documents.readonly', 'spreadsheets.readonly', 'presentations.readonly', 'forms.body.readonly'],
  'drive.metadata': ['drive.metadata.readonly'],
  'drive.activity': ['drive.activity.readonly'],
  documents: ['documents.readonly'],
  spreadsheets: ['spreadsheets.readonly'],
  presentations: ['presentations.readonly'],
  'forms.body': ['forms.body.readonly'],
  'mail.google.com': ['gmail.modify'],
  'gmail.modify': ['gmail.readonly', 'gmail.compose', 'gmail.insert', 'gmail.labels'],
  'gmail.readonly': ['gmail.metadata'],
  'gmail.compose': ['gmail.send'],
  contacts: ['contacts.readonly'],
  'chat.messages': ['chat.messages.readonly'],
  'chat.spaces': ['chat.spaces.readonly'],
  youtube: ['youtube.readonly', 'youtube.upload'],
  'youtube.force-ssl': ['youtube.readonly', 'youtube.upload'],
  tasks: ['tasks.readonly'],
  'cloud-platform': ['cloud-platform.read-only'],
};

function fullScopesOf(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => findScopeByName(name)?.scope ?? []);
}

const directlyIncluded: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(includes).flatMap(([name, narrower]) => fullScopesOf([name]).map((scope) => [scope, fullScopesOf(narrower)] as const)),
);

/** Whether whoever holds `wider` needs no `narrower`. A scope covers itself, under any spelling. */
export function covers(wider: string, narrower: string): boolean {
  const from = normalizeScope(wider);
  const to = normalizeScope(narrower);
  return from === to || calendarCovers(from, to) || includedIn(from, to, new Set());
}

function includedIn(from: string, to: string, visited: Set<string>): boolean {
  if (visited.has(from)) return false;
  visited.add(from);
  return (directlyIncluded.get(from) ?? []).some((scope) => scope === to || includedIn(scope, to, visited));
}
