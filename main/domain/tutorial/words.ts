import type { TutorialStep } from './step.ts';

interface StepWords {
  readonly title: string;
  /** What the step does. */
  readonly what: string;
  /** What is no longer as it was in 2013, or was never said. */
  readonly changed: readonly string[];
  /** Where the same happens in the app. */
  readonly here: string;
}

export const STEP_WORDS: Readonly<Record<TutorialStep, StepWords>> = {
  flow: {
    title: 'Flow',
    what: 'A flow knows which client asks, for which scopes, and where Google sends the answer.',
    changed: [
      'oauth2client is deprecated, its last release is of 2018. google-auth and google-auth-oauthlib took its place.',
      'The out-of-band address urn:ietf:wg:oauth:2.0:oob, the way out without a browser, ended in January 2023. What is left is an address of this computer, or a registered one.',
    ],
    here: 'Import the same client file. Its secret goes into the vault; every scope is picked by name, with what it exposes.',
  },
  storage: {
    title: 'Storage',
    what: 'Storage keeps the credentials from one start to the next, so that nobody consents twice.',
    changed: [
      'It writes access token, refresh token and client secret in the clear, into one file. A file that was cut short reads as None, without a word.',
      'google-auth has no Storage: what is kept is up to the program. Here it is the authorized_user form, which both of today’s libraries read.',
    ],
    here: 'The vault takes the place of the file: sealed with a key that the system’s keychain or your passphrase guards. Import credentials takes over what old files hold.',
  },
  run: {
    title: 'Run',
    what: 'Run opens the browser, waits for Google’s redirect, and trades the code in it for tokens.',
    changed: [
      'run() is gone since oauth2client 1.5. It ended with the first request, whatever that was: a favicon without a code was enough.',
      'It sent no state, so it took the code of a stranger’s account for yours. Today’s code checks state, and PKCE ties the code to the program that asked.',
      'Anybody can untick a scope on Google’s page now. google-auth-oauthlib stops there with “Scope has changed”, unless OAUTHLIB_RELAX_TOKEN_SCOPE is set.',
    ],
    here: 'Pick scopes and continue in an app window or your browser. Strays are answered and waited out; there is a Cancel and a deadline.',
  },
  credentials: {
    title: 'Credentials',
    what: 'Credentials are what came back: an access token for an hour, and a refresh token that renews it.',
    changed: [
      'credentials.invalid says nothing about time. It turned true after any refresh that failed with an error in its answer, an outage too, and sent the user back to consent.',
      'google-auth has no such flag. Only invalid_grant means that the sign-in has ended; everything else can be tried again.',
    ],
    here: 'An authorization shows what was granted and refused, how long the token lasts, and why a sign-in ended.',
  },
  authorize: {
    title: 'Authorize',
    what: 'Authorize puts the access token on every request, and renews it.',
    changed: [
      'authorize() sent the token to any host it was given, and renewed only after a 401. Today’s libraries renew some minutes before the end.',
      'httplib2 waits without end unless it is told how long.',
    ],
    here: 'Test calls go out with the account’s token: to Google’s hosts alone, renewed before it ends, each with a line in Activity.',
  },
  build: {
    title: 'Build',
    what: 'Build makes an API out of its Discovery document: every method a function with checked arguments.',
    changed: [
      'build() fetched the document at every start, with the user’s token on it. google-api-python-client 2 brings the documents along, and Discovery needs no token.',
      'Groups Settings answers Atom unless alt=json is sent. The Python client always sends it; with Node.js it has to be said.',
    ],
    here: 'The API Explorer makes a form of the same documents, sends the call, and gives it as code.',
  },
};
