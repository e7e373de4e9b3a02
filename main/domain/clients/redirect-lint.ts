import type { Problem } from '../shared/fault.ts';
import { worksInBrowser } from './choose-redirect.ts';
import { problem } from './problem-list.ts';
import { classifyRedirectUri, SUGGESTED_REDIRECT_URI, usableRedirectUris } from './redirect-uris.ts';

export interface RedirectLint {
  /** The entries that are text, as they stand in the file. */
  readonly redirectUris: readonly string[];
  readonly problems: readonly Problem[];
  readonly notices: readonly Problem[];
}

const REGISTER = `Register ${SUGGESTED_REDIRECT_URI} for this client in the Google Cloud console, then download the file again.`;
const UNUSED = 'It is left out; nothing needs to be done.';

/**
 * Checks `redirect_uris`. A Desktop client needs none, so nothing in its list is a problem. A Web client needs one that can be caught.
 */
export function lintRedirectUris(type: 'installed' | 'web', value: unknown): RedirectLint {
  const listed: readonly unknown[] = value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
  const redirectUris = listed.filter((uri) => typeof uri === 'string').filter((uri) => uri.length <= 2048);
  const notList = value !== undefined && value !== null && !Array.isArray(value);
  const invalid = notList || redirectUris.length < listed.length || redirectUris.some((uri) => classifyRedirectUri(uri) === 'invalid');
  const kept = redirectUris.filter((uri) => classifyRedirectUri(uri) !== 'invalid');
  const outOfBand = kept.some((uri) => classifyRedirectUri(uri) === 'out-of-band');
  if (type === 'web' && usableRedirectUris(kept).length === 0) {
    return { redirectUris: kept, problems: [unusable(listed, invalid, outOfBand)], notices: [] };
  }
  const notices: Problem[] = [];
  if (outOfBand) notices.push(outOfBandNotice(type, kept));
  if (invalid) notices.push(problem('client-redirect-invalid', 'The list of redirect URIs holds something that is not a redirect URI.', UNUSED));
  if (!worksInBrowser({ type, redirectUris: kept })) {
    notices.push(
      problem(
        'client-redirect-window-only',
        'No redirect URI of this client leads back to this computer on a port of its own.',
        `Consent works in the app window only. For the browser too, register ${SUGGESTED_REDIRECT_URI} and import the file again.`,
      ),
    );
  }
  return { redirectUris: kept, problems: [], notices };
}

function unusable(listed: readonly unknown[], invalid: boolean, outOfBand: boolean): Problem {
  if (listed.length === 0) return problem('client-redirect-missing', 'This Web client has no redirect URI.', REGISTER);
  if (outOfBand) {
    return problem('client-redirect-oob', 'This Web client has only out-of-band redirect URIs, which Google switched off in 2023.', REGISTER);
  }
  return invalid
    ? problem('client-redirect-invalid', 'None of the redirect URIs of this Web client is a valid http or https address.', REGISTER)
    : problem('client-redirect-unusable', 'This Web client has only redirect URIs with a scheme of their own, which a desktop cannot catch.', REGISTER);
}

function outOfBandNotice(type: 'installed' | 'web', uris: readonly string[]): Problem {
  const only = uris.every((uri) => classifyRedirectUri(uri) === 'out-of-band');
  const instead = type === 'installed' ? 'A loopback address is used instead; nothing needs to be done.' : UNUSED;
  return problem(
    'client-redirect-oob',
    only ? 'The file lists only out-of-band redirects, which Google switched off in 2023.' : 'The file lists an out-of-band redirect, which Google switched off in 2023.',
    instead,
  );
}
