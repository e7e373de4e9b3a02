import { GOOGLE, standInEndpoints, type GoogleEndpoints } from '../domain/oauth/endpoints.ts';

/** What stands behind the app when the sandbox is not on. */
export interface GoogleChoice {
  readonly mode: 'google' | 'custom';
  readonly endpoints: GoogleEndpoints;
}

/**
 * Reads GRANTDESK_GOOGLE_ORIGIN. Anything but a loopback origin is refused: it would hand tokens to whoever set the variable.
 * @returns a sentence when the app must not start
 */
export function chooseGoogle(origin: string | undefined, packaged: boolean): GoogleChoice | { readonly refusal: string } {
  if (packaged || origin === undefined || origin === '') return { mode: 'google', endpoints: GOOGLE };
  const endpoints = standInEndpoints(origin);
  if (endpoints !== null) return { mode: 'custom', endpoints };
  return {
    refusal:
      'GRANTDESK_GOOGLE_ORIGIN must be the origin of a server on this computer, such as http://127.0.0.1:8080 (http or https, ' +
      '127.0.0.1, [::1] or localhost, no path). Correct it or unset it, then start Grantdesk again.',
  };
}
