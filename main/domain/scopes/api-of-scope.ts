import { normalizeScope } from './normalize.ts';
import { SCOPE_PREFIX } from './scope-entry.ts';

/** An API by the name and version Google's directory uses. */
export interface ApiName {
  readonly name: string;
  readonly version: string;
}

/** Beginnings of short scope names, longest first where one begins another. https://developers.google.com/identity/protocols/oauth2/scopes */
const APIS: readonly (readonly [beginning: string, name: string, version: string])[] = [
  ['calendar', 'calendar', 'v3'],
  ['apps.groups.settings', 'groupssettings', 'v1'],
  ['apps.groups.migration', 'groupsmigration', 'v1'],
  ['admin.directory', 'admin', 'directory_v1'],
  ['admin.reports', 'admin', 'reports_v1'],
  ['cloud-identity', 'cloudidentity', 'v1'],
  ['drive.activity', 'driveactivity', 'v2'],
  ['drive', 'drive', 'v3'],
  ['documents', 'docs', 'v1'],
  ['spreadsheets', 'sheets', 'v4'],
  ['presentations', 'slides', 'v1'],
  ['forms', 'forms', 'v1'],
  ['gmail', 'gmail', 'v1'],
  ['contacts', 'people', 'v1'],
  ['directory.readonly', 'people', 'v1'],
  ['user.', 'people', 'v1'],
  ['tasks', 'tasks', 'v1'],
  ['chat', 'chat', 'v1'],
  ['meetings', 'meet', 'v2'],
  ['youtube', 'youtube', 'v3'],
  ['script', 'script', 'v1'],
  ['webmasters', 'searchconsole', 'v1'],
  ['analytics', 'analyticsadmin', 'v1beta'],
];

/** The API a scope belongs to; null when it is not known, or when it belongs to many. */
export function apiOfScope(scope: string): ApiName | null {
  const normal = normalizeScope(scope);
  if (normal === 'https://mail.google.com/') return { name: 'gmail', version: 'v1' };
  if (!normal.startsWith(SCOPE_PREFIX)) return null;
  const short = normal.slice(SCOPE_PREFIX.length);
  const found = APIS.find(([beginning]) => short === beginning || short.startsWith(beginning.endsWith('.') ? beginning : `${beginning}.`));
  return found === undefined ? null : { name: found[1], version: found[2] };
}
