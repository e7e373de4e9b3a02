import { isSignInScope } from '../scopes/normalize.ts';
import { foundAt, lastGood, type CaseFile, type Cause, type Likelihood } from './detective-case.ts';
import { idleEnd, lastUse, looksLikeTesting, TESTING_LIFE } from './sign-in-ends.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Google's clock and this one differ a little. */
const SLACK = 10 * 60_000;
/** Live refresh tokens that Google keeps for one account and client. */
const MOST_TOKENS = 100;

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });

/** Ends that follow from a rule of Google's: a named date, seven days in Testing, six idle months, a hundred tokens. */
export function ruleCauses(file: CaseFile): readonly Cause[] {
  return [...namedEnd(file), testing(file), idle(file), tooMany(file)];
}

function namedEnd(file: CaseFile): readonly Cause[] {
  const { authorization } = file;
  const end = authorization.refreshTokenExpiresAt;
  if (end === null) return [];
  const reached = foundAt(file) >= end - SLACK;
  const inTesting = looksLikeTesting(authorization);
  return [
    {
      code: 'named-end',
      title: inTesting ? 'The seven days that Google gave are over' : 'The date that Google named has come',
      // Google's own word, and it came true.
      likelihood: reached ? 'certain' : 'unlikely',
      evidence: [
        `At consent Google named ${date.format(end)} as the end of this sign-in${reached ? '.' : ', and it ended before that.'}`,
        ...(inTesting ? ['Seven days are what apps with publishing status Testing get.'] : []),
      ],
      mend: inTesting ? 'Re-authorize now. To end this for good, publish the app in the Google Cloud console.' : 'Re-authorize this account.',
      action: 'reauthorize',
    },
  ];
}

function testing(file: CaseFile): Cause {
  const { authorization, publishing } = file;
  const end = authorization.consentedAt + TESTING_LIFE;
  const good = lastGood(authorization);
  const found = foundAt(file);
  const imported = authorization.consentedIn === 'file';
  const fits = imported || (good <= end + SLACK && found >= end - SLACK);
  const days = Math.floor((found - authorization.consentedAt) / DAY);
  const evidence = [
    imported ? 'It came out of a file that does not say when the consent was.' : `It was found to have ended ${days === 1 ? '1 day' : `${days} days`} after the consent.`,
  ];
  let likelihood: Likelihood = 'unlikely';
  if (authorization.granted.every(isSignInScope)) evidence.push('It holds sign-in scopes only, and those are exempt.');
  else if (publishing === 'production' || publishing === 'internal') evidence.push(`The app is marked as ${publishing === 'production' ? 'In production' : 'Internal'}: the rule does not apply to it.`);
  else if (!imported && good > end + SLACK) evidence.push('It was refreshed after the seventh day, so the rule did not strike then.');
  else if (!fits) evidence.push('The seven days were not over yet.');
  else if (publishing === 'testing') {
    likelihood = 'likely';
    evidence.push('The client is marked as Testing.');
  } else {
    likelihood = 'possible';
    evidence.push('Nobody told what the publishing status of the app is.');
  }
  return {
    code: 'testing',
    title: 'The app is in Testing: its sign-ins end after seven days',
    likelihood,
    evidence,
    mend: 'Publish the app on the consent screen page of the Google Cloud console, then re-authorize.',
    action: 'open-console',
  };
}

function idle(file: CaseFile): Cause {
  const used = lastUse(file.authorization);
  const found = foundAt(file);
  const over = found >= idleEnd(used) - DAY;
  return {
    code: 'idle',
    title: 'Nobody used it for six months',
    likelihood: over ? 'likely' : 'unlikely',
    evidence: [`It was last used from here ${date.format(used)}${over ? '.' : ', less than six months before it ended.'}`],
    mend: 'Re-authorize, and refresh it now and then: each use starts the six months anew.',
    action: 'reauthorize',
  };
}

function tooMany({ authorization }: CaseFile): Cause {
  const { consents } = authorization;
  const many = consents > MOST_TOKENS;
  const counted = consents === 0 ? 'No consent here counts since the grant was revoked.' : `This account consented ${consents === 1 ? 'once' : `${consents} times`} here since the grant began.`;
  return {
    code: 'too-many-tokens',
    title: 'Google dropped the oldest of more than 100 refresh tokens',
    likelihood: many ? 'likely' : consents > MOST_TOKENS * 0.9 ? 'possible' : 'unlikely',
    evidence: [counted, ...(many ? [] : ['Other computers with the same client count as well.'])],
    mend: 'Re-authorize. If other programs share this client, let them keep their tokens instead of asking anew each time.',
    action: 'reauthorize',
  };
}
