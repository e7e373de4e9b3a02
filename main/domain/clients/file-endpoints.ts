import type { Problem } from '../shared/fault.ts';
import type { JsonObject } from '../shared/guards.ts';
import { field } from './json-field.ts';
import { problem } from './problem-list.ts';

/** Addresses of Google that work no longer or were replaced; the app uses the current ones in any case. */
const legacy = new Set([
  'https://accounts.google.com/o/oauth2/auth',
  'https://accounts.google.com/o/oauth2/token',
  'https://www.googleapis.com/oauth2/v3/token',
  'https://www.googleapis.com/oauth2/v4/token',
]);

const current = new Set(['https://accounts.google.com/o/oauth2/v2/auth', 'https://oauth2.googleapis.com/token']);

/**
 * Points out endpoints in the file that are not Google's current ones. They are never used: a file from someone else
 * could otherwise send codes and secrets to a host of its choice.
 */
export function endpointNotices(section: JsonObject): readonly Problem[] {
  const notices: Problem[] = [];
  const named = ['auth_uri', 'token_uri'].flatMap((name) => {
    const value = field(section, name);
    return value === undefined ? [] : [{ name, value }];
  });
  const foreign = named.filter(({ value }) => typeof value !== 'string' || !(current.has(value) || legacy.has(value)));
  if (foreign.length > 0) {
    notices.push(
      problem(
        'client-endpoint-foreign',
        `The file names an address that is not Google's (${foreign.map(({ name, value }) => `${name}: ${hostOf(value)}`).join(', ')}).`,
        'It is not used. If you did not expect it, ask where the file comes from.',
      ),
    );
  }
  if (named.some(({ value }) => typeof value === 'string' && legacy.has(value))) {
    notices.push(problem('client-endpoint-legacy', 'The file names older addresses of Google.', 'They are not used; nothing needs to be done.'));
  }
  return notices;
}

function hostOf(value: unknown): string {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value).host.slice(0, 100) || 'no host' : 'not an address';
}
