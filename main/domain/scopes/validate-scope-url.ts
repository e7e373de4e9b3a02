import { fail, ok, type Outcome } from '../shared/fault.ts';
import { catalogedScopes, findScope, findScopeByName } from './catalog.ts';
import { SCOPE_PREFIX } from './scope-entry.ts';

/** Spellings people try that Google answers with invalid_scope, and what they mean. */
const misspelt: ReadonlyMap<string, string> = new Map([
  ['calendar.acl', 'calendar.acls'],
  ['calendar.acl.readonly', 'calendar.acls.readonly'],
  ['calendar.event', 'calendar.events'],
  ['calendar.events.read', 'calendar.events.readonly'],
  ['calendar.read', 'calendar.readonly'],
  ['groups.settings', 'apps.groups.settings'],
  ['group.settings', 'apps.groups.settings'],
  ['groupssettings', 'apps.groups.settings'],
]);

/** Scope names in lower case → as Google writes them. Scopes are case-sensitive (RFC 6749 §3.3). */
const byLowerCase = new Map(catalogedScopes.map(({ entry }) => [entry.name.toLowerCase(), entry.name]));

const EXAMPLE = `Write it like ${SCOPE_PREFIX}calendar.readonly.`;

/**
 * Checks a scope typed by hand. Accepts a full scope, `openid`, `email`, `profile`, and short names the catalog knows.
 * @returns the full scope as it goes into the request; faults: `scope-empty`, `scope-several`, `scope-not-https`, `scope-not-google`,
 * `scope-misspelt`, `scope-malformed`, `scope-too-long`
 */
export function validateScopeUrl(text: string): Outcome<string> {
  const scope = text.trim();
  if (scope === '') return fail('scope-empty', 'There is no scope to add.', EXAMPLE);
  if (scope.length > 500) return fail('scope-too-long', 'This is too long to be a scope.', EXAMPLE);
  if (/[\s,;]/.test(scope)) return fail('scope-several', 'This looks like more than one scope.', 'Add them one at a time.');
  // Through URL, because https://mail.google.com without its slash is another string.
  if (findScope(scope) !== undefined) return ok(URL.canParse(scope) ? new URL(scope).href : scope);
  return scope.includes('/') || scope.includes(':') ? validateAddress(scope) : validateName(scope);
}

function validateName(name: string): Outcome<string> {
  const listed = findScopeByName(name);
  if (listed !== undefined) return ok(listed.scope);
  return wrongSpelling(name) ?? fail('scope-malformed', `“${name}” is not a whole scope.`, EXAMPLE);
}

function validateAddress(scope: string): Outcome<string> {
  if (!URL.canParse(scope)) return fail('scope-malformed', 'This is not the address of a scope.', EXAMPLE);
  const url = new URL(scope);
  if (url.protocol === 'http:') return fail('scope-not-https', 'A scope of Google begins with https://.', 'Replace http:// with https://.');
  if (url.protocol !== 'https:') return fail('scope-malformed', 'This is not the address of a scope.', EXAMPLE);
  const bare = url.search === '' && url.hash === '' && url.username === '' && url.password === '' && url.port === '';
  if (url.hostname !== 'www.googleapis.com') {
    // Scopes of the feed age live on hosts of google.com: www.google.com/m8/feeds/, docs.google.com/feeds, …
    if (url.hostname.endsWith('.google.com') && bare) return ok(url.href);
    return fail('scope-not-google', `Scopes of Google do not live at ${url.hostname}.`, EXAMPLE);
  }
  // A slash at the end makes it another string, and that one Google does not know.
  const name = /^\/auth\/([A-Za-z0-9][\w./-]*?)\/*$/.exec(url.pathname)?.[1];
  if (!bare || name === undefined) return fail('scope-malformed', 'This address is not a scope.', EXAMPLE);
  if (findScope(SCOPE_PREFIX + name) !== undefined) return ok(SCOPE_PREFIX + name);
  return wrongSpelling(name) ?? ok(SCOPE_PREFIX + name);
}

function wrongSpelling(name: string): Outcome<never> | null {
  const meant = findScopeByName(misspelt.get(name.toLowerCase()) ?? byLowerCase.get(name.toLowerCase()) ?? '');
  if (meant === undefined) return null;
  return fail('scope-misspelt', `Google has no scope of the name ${name}.`, `You probably mean ${meant.scope}.`);
}
