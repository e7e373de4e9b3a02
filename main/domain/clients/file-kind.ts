import { fail, ok, type Outcome } from '../shared/fault.ts';
import { isObject, type JsonObject } from '../shared/guards.ts';
import { field } from './json-field.ts';

export interface ClientSection {
  readonly type: 'installed' | 'web';
  readonly section: JsonObject;
}

const MAKE_ONE = 'In the Google Cloud console choose Credentials, then Create OAuth client ID, type Desktop app, and download its JSON file.';
const ELSEWHERE = 'Take it in with Import credentials, on the page Authorizations.';

/**
 * Finds the `installed` or `web` object of a client file, or says what the file is instead.
 * Service account keys, stored credentials and Firebase files look alike to people who downloaded several.
 */
export function findClientSection(value: unknown): Outcome<ClientSection> {
  if (Array.isArray(value)) {
    return fail('client-file-array', 'This is a JSON list, not an OAuth client file.', 'Import one client file at a time, as Google gives it.');
  }
  if (!isObject(value)) return fail('client-file-not-object', 'This is JSON, but not an OAuth client file.', MAKE_ONE);
  const installed = field(value, 'installed');
  const web = field(value, 'web');
  if (installed !== undefined && web !== undefined) {
    return fail(
      'client-file-both-types',
      'This holds a Desktop client and a Web client at once.',
      'Make two files, one with “installed” and one with “web”, and import both.',
    );
  }
  if (installed === undefined && web === undefined) return describeOther(value);
  const type = installed === undefined ? 'web' : 'installed';
  const section = installed ?? web;
  if (!isObject(section)) {
    return fail('client-file-section', `What stands under “${type}” is not an object with the client's data.`, 'Download the file again.');
  }
  return ok({ type, section });
}

function describeOther(file: JsonObject): Outcome<never> {
  const has = (name: string): boolean => field(file, name) !== undefined;
  const type = field(file, 'type');
  if (type === 'service_account' || (has('private_key') && has('client_email'))) {
    return fail('client-file-service-account', 'This is a service account key, not an OAuth client file.', MAKE_ONE);
  }
  if (type === 'authorized_user') {
    return fail('client-file-authorized-user', 'This is a credential of a user who signed in (authorized_user), not an OAuth client file.', ELSEWHERE);
  }
  if (type === 'external_account' || type === 'impersonated_service_account') {
    return fail('client-file-external-account', `This is a credential configuration (${type}), not an OAuth client file.`, MAKE_ONE);
  }
  if (has('refresh_token') || has('access_token') || has('_class') || (has('file_version') && (has('data') || has('credentials')))) {
    return fail('client-file-credential', 'This is a stored credential with tokens, not an OAuth client file.', ELSEWHERE);
  }
  if (has('project_info') && has('client')) {
    return fail('client-file-android', 'This is the Firebase configuration of an Android app, not an OAuth client file.', MAKE_ONE);
  }
  if (has('client_id')) {
    return fail(
      'client-file-no-type',
      'There is a client ID, but neither “installed” nor “web” around it.',
      'Import the file as Google gives it: {"installed": { … }} for a Desktop client.',
    );
  }
  return fail('client-file-unknown', 'This JSON is not an OAuth client file: it has neither “installed” nor “web”.', MAKE_ONE);
}
