import { fault, type Fault } from '../shared/fault.ts';

export interface AuthorizationErrorContext {
  readonly clientType: 'installed' | 'web';
  readonly redirectUri: string;
  /** `page`: shown by Google; `redirect`: sent back to the app. The same code can mean two things. */
  readonly where: 'page' | 'redirect';
}

interface Explanation {
  readonly message: string;
  readonly hint: string;
}

type Explain = (context: AuthorizationErrorContext) => Explanation;

const just = (message: string, hint: string): Explain => () => ({ message, hint });

const CONSENT_SCREEN = 'Google Cloud console, Google Auth Platform';

const redirectMismatch: Explain = ({ clientType, redirectUri }) =>
  clientType === 'web'
    ? {
        message: 'Google does not know the redirect address of this client.',
        hint: `Add exactly ${redirectUri} to the authorized redirect URIs of the client in the Google Cloud console, or import the current client file.`,
      }
    : {
        message: 'Google does not accept a redirect to this computer for this client.',
        hint: 'Only clients of type Desktop app may do that: make one in the Google Cloud console and import its file.',
      };

const accessDenied: Explain = ({ where }) =>
  where === 'redirect'
    ? { message: 'Consent was declined at Google, so nothing was granted.', hint: 'Start again when you want to grant access.' }
    : {
        message: 'This project is in testing, and the account is not on its list of test users.',
        hint: `Add the account under Audience, Test users (${CONSENT_SCREEN}), or sign in with an account that is listed.`,
      };

/** https://developers.google.com/identity/protocols/oauth2/native-app#authorization-errors and RFC 6749 section 4.1.2.1 */
const EXPLANATIONS: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  ['redirect_uri_mismatch', redirectMismatch],
  ['access_denied', accessDenied],
  [
    'invalid_request',
    ({ clientType }) => ({
      message: 'Google found the request malformed or against its policy for keeping apps secure.',
      hint:
        clientType === 'web'
          ? 'Check that the redirect address of the client is an https address or a loopback address, then import the client file again.'
          : 'Check that the client is of type Desktop app, then import its file again.',
    }),
  ],
  [
    'invalid_scope',
    just(
      'At least one of the scopes does not exist, or users cannot grant it.',
      'Check the spelling of scopes that you typed yourself, take the wrong one out and start again.',
    ),
  ],
  [
    'unsupported_response_type',
    just('Google does not allow this client to use the code flow.', 'Make a client of type Desktop app and import its file.'),
  ],
  [
    'origin_mismatch',
    just(
      'Google takes this client for one that runs inside a web page.',
      'Make a client of type Desktop app in the Google Cloud console and import its file.',
    ),
  ],
  [
    'admin_policy_enforced',
    just(
      'The administrator of this Workspace domain blocks this client or one of the scopes.',
      'Ask the administrator to trust the client id under Security, API controls, or use another account.',
    ),
  ],
  [
    'access_not_configured',
    just(
      'The administrator of this Workspace for Education domain has not allowed this app.',
      'Ask the administrator to allow it, or use another account.',
    ),
  ],
  [
    'policy_enforced',
    just(
      'This account is in the Advanced Protection Program, which refuses unverified apps.',
      'Use another account, ask for fewer scopes, or have the project verified by Google.',
    ),
  ],
  [
    'invalid_client',
    just(
      'Google does not know this client id.',
      'Check in the Google Cloud console that the client still exists, and import its file again.',
    ),
  ],
  [
    'deleted_client',
    just(
      'This client was deleted in the Google Cloud console.',
      'Restore it there (possible for 30 days), or make a new one and import its file.',
    ),
  ],
  [
    'disabled_client',
    just('This client or its project is suspended.', 'The owner of the project finds the reason in the Google Cloud console.'),
  ],
  [
    'org_internal',
    just(
      'This project is only for accounts of its own organization.',
      `Sign in with an account of that organization, or have the audience set to External (${CONSENT_SCREEN}).`,
    ),
  ],
  [
    'restricted_client',
    just(
      'The project of this client has no consent screen yet, or may not ask for one of these scopes.',
      `Set up branding and data access for the project (${CONSENT_SCREEN}), then start again.`,
    ),
  ],
  [
    'disallowed_useragent',
    just('Google does not allow sign-in in an app window here.', 'Continue in your own browser.'),
  ],
  [
    'unauthorized_client',
    just('This type of client may not use the code flow.', 'Make a client of type Desktop app and import its file.'),
  ],
  ['server_error', just('Google had an error of its own.', 'Wait a minute and start again.')],
  ['temporarily_unavailable', just('Google is busy at the moment.', 'Wait a minute and start again.')],
  [
    'interaction_required',
    just('Google needs you to sign in or to choose an account, and was not asked to show that.', 'Start again.'),
  ],
  ['immediate_failed', just('Google needs you to sign in or to give consent first.', 'Start again.')],
  ['login_required', just('Google needs you to sign in first.', 'Start again and sign in.')],
  ['consent_required', just('Google needs your consent first.', 'Start again and give it.')],
  ['account_selection_required', just('Google needs you to choose an account first.', 'Start again and choose one.')],
]);

/**
 * A fault whose code is Google's in kebab-case (`redirect-uri-mismatch`), with what to do about it. The two meanings of `access_denied`
 * get two codes: `access-denied` (declined by the user) and `not-a-test-user`.
 * A code that the table does not know becomes `unknown-oauth-error`.
 */
export function explainAuthorizationError(code: string, context: AuthorizationErrorContext): Fault {
  const explain = EXPLANATIONS.get(code);
  if (explain === undefined) {
    return fault(
      'unknown-oauth-error',
      'Google refused the request for a reason that this app does not know.',
      'Start again in your browser to read there what Google says.',
    );
  }
  const { message, hint } = explain(context);
  const shown = code === 'access_denied' && context.where === 'page' ? 'not-a-test-user' : code.replaceAll('_', '-');
  return fault(shown, message, hint);
}
