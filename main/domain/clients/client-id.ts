import type { Problem } from '../shared/fault.ts';
import { problem } from './problem-list.ts';

const DOWNLOAD = 'Download the file again from the Google Cloud console.';

/** `[[INSERT CLIENT ID HERE]]`, `YOUR_CLIENT_ID`, `<client id>`: left over from a sample. */
export function isPlaceholder(text: string): boolean {
  return /^\s*(\[\[.*\]\]|<.*>|\{\{.*\}\}|\$\{.*\}|(your|insert)[-_ ].*|my[-_ ]client.*)\s*$/is.test(text);
}

/** What is wrong with a client ID; null when it can be used. */
export function clientIdProblem(value: unknown): Problem | null {
  if (value === undefined) return problem('client-id-missing', 'The client ID is missing (client_id).', DOWNLOAD);
  if (typeof value !== 'string') return problem('client-id-not-text', 'The client ID is not a text (client_id).', DOWNLOAD);
  if (value.trim() === '') return problem('client-id-empty', 'The client ID is empty (client_id).', DOWNLOAD);
  if (isPlaceholder(value)) {
    return problem('client-id-placeholder', 'The client ID is still the placeholder of a sample file.', 'Put in the client ID of your own OAuth client.');
  }
  // Google answers such an ID with invalid_client, which sends people looking in the wrong place.
  if (/\s/.test(value)) {
    return problem('client-id-whitespace', 'The client ID has a space or a line break in it.', 'Take it out, or download the file again.');
  }
  if (value.length > 256) return problem('client-id-too-long', 'The client ID is too long to be one.', DOWNLOAD);
  return null;
}

/** A notice when an ID does not look like Google's; shapes change, so it is no reason to refuse. */
export function clientIdNotice(clientId: string): Problem | null {
  if (/^\d+-[a-z0-9]+\.apps\.googleusercontent\.com$/i.test(clientId)) return null;
  // The oldest clients have the project number alone.
  if (/^\d+\.apps\.googleusercontent\.com$/.test(clientId)) return null;
  return problem(
    'client-id-unusual',
    'The client ID does not look like one of Google.',
    'Google’s end in .apps.googleusercontent.com. If sign-in says “invalid_client”, compare it with the Google Cloud console.',
  );
}
