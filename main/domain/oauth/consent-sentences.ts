import { fault, type Problem } from '../shared/fault.ts';

export const IN_PROGRESS = fault('consent-in-progress', 'Another consent is waiting.', 'Finish or cancel it first.');
export const NOT_FOUND = fault('consent-not-found', 'This consent is not there any more.', 'Start again.');
export const NOT_PENDING = fault('consent-not-pending', 'This consent is already decided.', 'Start again when you need another one.');
export const STILL_PENDING = fault('consent-pending', 'This consent is still waiting.', 'Cancel it first.');
export const ABANDONED = fault('cancelled', 'Cancelled before it began.');
export const TIMED_OUT = fault('consent-timeout', 'No answer came from Google within five minutes.', 'Start again when you are ready.');
export const UNEXPECTED = fault('consent-failed', 'The app failed while handling the answer; no answer was kept.', 'Start again.');
export const NO_WINDOW = fault('app-window-failed', 'The app window could not be opened.', 'Continue in your browser.');
export const NO_CLIENT = fault('client-missing', 'This client is no longer stored here.', 'Import its client file again.');
export const BAD_SCOPE = fault('scope-malformed', 'One of the scopes holds characters that no scope has.', 'Take it out or correct it.');

export const NEEDS_APP_WINDOW = fault(
  'redirect-needs-app-window',
  'The redirect address of this client is not on this computer, so an answer in your browser would go to somebody else.',
  'Continue in the app window, or register a loopback address such as http://127.0.0.1:8085/callback for the client and import its file again.',
);
export const REFUSED_AND_NO_WAY_BACK = fault(
  'app-window-refused',
  'Google does not allow sign-in in an app window here, and the redirect address of this client is not on this computer, so your browser could not bring the answer back.',
  'Register a loopback address such as http://127.0.0.1:8085/callback for the client and import its file again, or use a client of type Desktop app.',
);

export const MOVED: Problem = {
  code: 'app-window-refused',
  message: 'Google does not allow sign-in in an app window here, so your browser was opened instead.',
  hint: 'Sign in there; the answer comes back by itself.',
};
export const BROWSER_DID_NOT_OPEN: Problem = {
  code: 'browser-did-not-open',
  message: 'The system did not open a browser.',
  hint: 'Use Copy link and open it in a browser yourself.',
};
/** An abandoned drop leaves the account without access: that is said where the authorization stands. */
export const DROP_UNFINISHED: Problem = {
  code: 'drop-unfinished',
  message: 'To drop a scope the whole grant was revoked, and consent to the rest was not finished: this account has no access now.',
  hint: 'Re-authorize to grant the rest again.',
};

export function blockedHost(host: string): Problem {
  return {
    code: 'blocked-host',
    message: `The app window did not open ${host}: it is not one of Google’s sign-in pages.`,
    hint: 'If your organization signs in there, add the host in Settings and start again, or continue in your browser.',
  };
}

/** @param description of the network stack; only a code such as ERR_NAME_NOT_RESOLVED is repeated */
export function pageDidNotLoad(description: string): Problem {
  const code = /\bERR_[A-Z_]+\b/.exec(description)?.[0];
  return {
    code: 'page-did-not-load',
    message: `The page in the app window could not be loaded${code === undefined ? '' : ` (${code})`}.`,
    hint: 'Check the connection, cancel and start again.',
  };
}
