import { ok, type Outcome, type Problem } from '../shared/fault.ts';
import type { JsonObject } from '../shared/guards.ts';
import type { OAuthClient } from './client.ts';
import { clientIdNotice, clientIdProblem, isPlaceholder } from './client-id.ts';
import { parseJsonText } from './client-text.ts';
import { endpointNotices } from './file-endpoints.ts';
import { findClientSection } from './file-kind.ts';
import { field } from './json-field.ts';
import { any, failWithAll, problem } from './problem-list.ts';
import { lintRedirectUris } from './redirect-lint.ts';
import { classifyRedirectUri } from './redirect-uris.ts';

/** A client as read from a file; the service gives it its id. */
export type ParsedClient = Omit<OAuthClient, 'id'>;

/**
 * Reads a client_secret_*.json. Only client_id is required; endpoints in the file are pointed out and never used.
 * @param now milliseconds since the epoch
 * @returns the client, or one fault with every problem of the file at once. No fault quotes the file.
 */
export function parseClientFile(text: string, now: number): Outcome<ParsedClient> {
  const json = parseJsonText(text);
  if (!json.ok) return json;
  const found = findClientSection(json.value);
  if (!found.ok) return found;
  const { type, section } = found.value;
  const clientId = field(section, 'client_id');
  const idProblem = clientIdProblem(clientId);
  const secret = readSecret(field(section, 'client_secret'));
  const mobile = type === 'installed' ? mobileProblem(section, secret.value) : null;
  const redirects = lintRedirectUris(type, field(section, 'redirect_uris'));
  const problems = [idProblem, secret.problem, mobile, ...redirects.problems].filter((one) => one !== null);
  if (any(problems)) return failWithAll(problems);
  const id = String(clientId);
  const notices = [clientIdNotice(id), secret.value === null ? noSecret(type, section) : null, ...endpointNotices(section), ...redirects.notices];
  return ok({
    clientId: id,
    type,
    clientSecret: secret.value,
    projectId: readProjectId(field(section, 'project_id')),
    redirectUris: redirects.redirectUris,
    notices: notices.filter((one) => one !== null),
    addedAt: now,
  });
}

function readSecret(value: unknown): { readonly value: string | null; readonly problem: Problem | null } {
  if (value === undefined || value === null || value === '') return { value: null, problem: null };
  const again = 'Download the file again, or copy the secret from the Google Cloud console.';
  if (typeof value !== 'string') return { value: null, problem: problem('client-secret-not-text', 'The client secret is not a text (client_secret).', again) };
  if (isPlaceholder(value)) {
    return {
      value,
      problem: problem('client-secret-placeholder', 'The client secret is still the placeholder of a sample file.', 'Put in the secret of your own OAuth client.'),
    };
  }
  if (/\s/.test(value)) {
    return { value, problem: problem('client-secret-whitespace', 'The client secret has a space or a line break in it.', 'Take it out, or download the file again.') };
  }
  if (value.length > 1024) return { value, problem: problem('client-secret-too-long', 'The client secret is too long to be one.', again) };
  return { value, problem: null };
}

/**
 * Recognises clients of Android, iOS and Windows apps: no secret, and redirects (if any) with a scheme of their own. A console download
 * of a Desktop client names a loopback redirect even where it lacks the secret; a file written by hand with little more than the ID is
 * given the benefit of the doubt, since only client_id is required.
 */
function mobileProblem(section: JsonObject, secret: string | null): Problem | null {
  if (secret !== null) return null;
  const uris = field(section, 'redirect_uris');
  const listed: readonly unknown[] = Array.isArray(uris) ? uris : [];
  const ownSchemes = listed.length > 0 && listed.every((uri) => typeof uri === 'string' && classifyRedirectUri(uri) === 'custom-scheme');
  const bareDownload = listed.length === 0 && field(section, 'auth_uri') !== undefined && field(section, 'token_uri') !== undefined;
  if (!ownSchemes && !bareDownload) return null;
  return problem(
    'client-mobile',
    'This looks like the client of an Android, iOS or TV app: it has no secret and no redirect to this computer.',
    'In the Google Cloud console create an OAuth client of the type Desktop app and import that one.',
  );
}

function noSecret(type: 'installed' | 'web', section: JsonObject): Problem {
  const seenAtGoogle = field(section, 'project_id') !== undefined ? 'Google shows a secret only when it is made' : 'The file may be written by hand';
  return problem(
    'client-no-secret',
    type === 'web' ? 'The file has no client secret, which Google asks of every Web client.' : 'The file has no client secret, which Google asks of most Desktop clients.',
    `${seenAtGoogle}: if sign-in fails at the end, add a new secret in the Google Cloud console and import the new file.`,
  );
}

function readProjectId(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text.length > 100 || isPlaceholder(text) ? null : text;
}
