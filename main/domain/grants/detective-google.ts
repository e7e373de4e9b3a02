import { decodeJwtClaims } from '../shared/jwt-claims.ts';
import { numberOf } from '../shared/guards.ts';
import type { Authorization } from './authorization.ts';
import type { CaseFile, Cause } from './detective-case.ts';

const MINUTE = 60_000;
/** Differences below this are the way of the answer and the owner's clock. */
const SKEW = 5 * MINUTE;

/** What happened at Google, out of sight: told by what it leaves behind here. */
export function googleCauses(file: CaseFile): readonly Cause[] {
  const { authorization } = file;
  return [removedAtGoogle(file), passwordChanged(authorization), adminPolicy(authorization), sessionControl(authorization), clientChanged(), rotated(), clock(authorization)];
}

function removedAtGoogle({ siblings }: CaseFile): Cause {
  const ended = siblings.filter((one) => one.mark === 'sign-in-needed').length;
  const alive = siblings.filter((one) => one.mark === 'none').length;
  const evidence = ['The page of the Google Account that lists connections shows whether the app is still there.'];
  if (ended > 0) evidence.unshift(`${ended === 1 ? 'Another authorization' : `${ended} other authorizations`} of the same account and project ended too: removing the app ends them together.`);
  if (alive > 0) evidence.unshift(`${alive === 1 ? 'Another authorization' : `${alive} other authorizations`} of the same account and project still ${alive === 1 ? 'seems' : 'seem'} to work, which speaks against it.`);
  return {
    code: 'removed-at-google',
    title: 'Somebody removed the app in the Google Account',
    likelihood: alive > 0 ? 'unlikely' : ended > 0 ? 'likely' : 'possible',
    evidence,
    mend: 'Look at the connections of the account; re-authorize if the app should have access.',
    action: 'open-connections',
  };
}

function passwordChanged({ granted }: Authorization): Cause {
  const gmail = granted.some((scope) => scope === 'https://mail.google.com/' || scope.startsWith('https://www.googleapis.com/auth/gmail.'));
  return {
    code: 'password-changed',
    title: 'The password of the account was changed',
    likelihood: gmail ? 'possible' : 'unlikely',
    evidence: [gmail ? 'It holds Gmail scopes: Google ends those sign-ins when the password changes.' : 'It holds no Gmail scope, and only those end with a new password.'],
    mend: 'Re-authorize with the new password.',
    action: 'reauthorize',
  };
}

function adminPolicy({ hostedDomain }: Authorization): Cause {
  return {
    code: 'admin-policy',
    title: 'An administrator restricted the app or a service',
    likelihood: hostedDomain === null ? 'unlikely' : 'possible',
    evidence: [hostedDomain === null ? 'The account belongs to no Workspace domain.' : `The account belongs to ${hostedDomain}, whose administrator can end sign-ins.`],
    mend: 'Ask the administrator whether the client id is trusted, then re-authorize.',
    action: 'reauthorize',
  };
}

function sessionControl({ granted, hostedDomain }: Authorization): Cause {
  const cloud = granted.includes('https://www.googleapis.com/auth/cloud-platform');
  return {
    code: 'session-control',
    title: 'The domain limits how long Google Cloud sessions last',
    likelihood: cloud && hostedDomain !== null ? 'possible' : 'unlikely',
    evidence: [cloud ? 'It holds a Google Cloud scope, to which session control applies.' : 'It holds no Google Cloud scope, to which session control applies.'],
    mend: 'Re-authorize. The administrator sets the length of sessions.',
    action: 'reauthorize',
  };
}

function clientChanged(): Cause {
  return {
    code: 'client-changed',
    title: 'The client was deleted or changed in the Google Cloud console',
    likelihood: 'unlikely',
    evidence: ['Google names that case in its answer, and this answer did not. Clients that nobody uses for six months are deleted.'],
    mend: 'See in the Google Cloud console whether the client is still there.',
    action: 'open-console',
  };
}

function rotated(): Cause {
  return {
    code: 'replaced',
    title: 'The refresh token was replaced by a newer one',
    likelihood: 'unlikely',
    evidence: ['Google does not usually replace refresh tokens. An older copy of the vault, put back from a backup, would hold the old one.'],
    mend: 'Re-authorize this account.',
    action: 'reauthorize',
  };
}

function clock({ idToken, accessTokenIssuedAt }: Authorization): Cause {
  const issued = idToken === null ? null : numberOf(decodeJwtClaims(idToken)?.['iat']);
  // An ID token older than the access token proves nothing: a refresh need not bring a new one.
  const behind = issued !== null && accessTokenIssuedAt !== null && issued * 1000 - accessTokenIssuedAt > SKEW;
  return {
    code: 'clock',
    title: 'The clock of this computer is wrong',
    likelihood: behind ? 'possible' : 'unlikely',
    evidence: [
      behind
        ? `Google dated the last ID token ${Math.round((issued * 1000 - accessTokenIssuedAt) / MINUTE)} minutes after this computer received it.`
        : 'Nothing stored here shows a clock that is behind Google’s.',
    ],
    mend: 'Set the clock, then refresh.',
    action: 'refresh',
  };
}
