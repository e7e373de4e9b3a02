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
const DOWNLOAD = 'Download the file of this client again from the Google Cloud console: a new one lists http://localhost.';
const ONLY_OUT_OF_BAND = 'The file lists only out-of-band redirects, which Google switched off in 2023.';
const UNUSED = 'It is left out; nothing needs to be done.';

/**
 * Checks `redirect_uris`. A Desktop client needs none, so only a list of nothing but out-of-band entries is a problem: Google has
 * written `http://localhost` into every such file since, so a fresh download mends it. A Web client needs one that can be caught.
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
  if (outOfBand && kept.every((uri) => classifyRedirectUri(uri) === 'out-of-band')) {
    return { redirectUris: kept, problems: [problem('client-redirect-oob', ONLY_OUT_OF_BAND, DOWNLOAD)], notices: [] };
  }
  const notices: Problem[] = [];
  if (outOfBand) notices.push(problem('client-redirect-oob', 'The file lists an out-of-band redirect, which Google switched off in 2023.', UNUSED));
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
