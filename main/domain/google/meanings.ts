/** What one of Google's reasons means, where the words do not depend on the call. */
export interface Meaning {
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly remedy?: 'retry' | 'reauthorize';
}

const invalid: Meaning = {
  code: 'invalid-request',
  title: 'Google does not accept the request.',
  meaning: 'Something in it is missing or has a value that is not allowed.',
};
const syncExpired: Meaning = {
  code: 'sync-expired',
  title: 'The sync token is no longer valid.',
  meaning: 'Google keeps them for a while only. Drop it and load everything again.',
};
const signInNeeded: Meaning = {
  code: 'sign-in-needed',
  title: 'Google no longer accepts this sign-in.',
  meaning: 'The access token was renewed once, and the call was refused again. Sign in anew; what is stored stays.',
  remedy: 'reauthorize',
};
const blockedByAdmin: Meaning = {
  code: 'blocked-by-admin',
  title: 'The Workspace administrator blocks this client.',
  meaning: 'An administrator of the organisation has to allow the client ID, in the Admin console under API controls.',
};
const dailyLimit: Meaning = {
  code: 'daily-limit',
  title: 'The daily quota of the Cloud project is used up.',
  meaning: 'It starts anew at midnight Pacific time; a larger one can be asked for in the Google Cloud console.',
};
const usageLimit: Meaning = {
  code: 'usage-limit',
  title: 'This account reached a usage limit.',
  meaning: 'Google limits how much one account may do, writing above all. Trying again soon does not help: wait some hours, and do less at once.',
};
const projectSuspended: Meaning = {
  code: 'project-suspended',
  title: 'Google does not serve the Cloud project of this client.',
  meaning: 'The project is suspended, deleted or invalid. Its owner sees why in the Google Cloud console.',
};

/**
 * Reason, as Google spells it → meaning. Rows whose words depend on the call (scopes, rights, rates, missing APIs) are in
 * error-meaning.ts. https://developers.google.com/workspace/calendar/api/guides/errors
 */
export const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['invalid', invalid],
  ['invalidParameter', invalid],
  ['required', invalid],
  ['badRequest', invalid],
  ['parseError', invalid],
  [
    'timeRangeEmpty',
    {
      code: 'time-range-empty',
      title: 'The time range is empty.',
      meaning: 'The start (timeMin) has to be earlier than the end (timeMax).',
    },
  ],
  [
    'syncTokenWithRequestRestrictions',
    {
      code: 'sync-token-conflict',
      title: 'A sync token does not go with filters.',
      meaning: 'Take out the filters, or the sync token.',
    },
  ],
  ['authError', signInNeeded],
  ['ACCESS_TOKEN_EXPIRED', signInNeeded],
  ['invalid_token', signInNeeded],
  ['ACCESS_TOKEN_TYPE_UNSUPPORTED', signInNeeded],
  ['CREDENTIALS_MISSING', signInNeeded],
  [
    'ACCOUNT_STATE_INVALID',
    {
      code: 'account-unavailable',
      title: 'Google has closed or suspended this account.',
      meaning: 'Its owner, or the administrator of the organisation, has to open it again.',
    },
  ],
  [
    'forbiddenForNonOrganizer',
    {
      code: 'not-organizer',
      title: 'Only the organizer may change this.',
      meaning: 'The account is a guest of this event: it can change its own answer and reminders, nothing that others see.',
    },
  ],
  [
    'forbiddenForServiceAccounts',
    {
      code: 'service-account-guests',
      title: 'A service account cannot invite guests.',
      meaning: 'It would need domain-wide delegation. Sign in as a person instead.',
    },
  ],
  [
    'notACalendarUser',
    {
      code: 'not-calendar-user',
      title: 'Google Calendar is switched off for this account.',
      meaning: 'The administrator of the organisation can switch the Calendar service on.',
    },
  ],
  ['domainPolicy', blockedByAdmin],
  ['admin_policy_enforced', blockedByAdmin],
  [
    'invalidDomain',
    {
      code: 'group-domain-foreign',
      title: 'Google does not manage the domain of this group.',
      meaning: "Only groups of the account's own Workspace organisation have settings here; groups at googlegroups.com have none.",
    },
  ],
  [
    'domainCannotUseApis',
    {
      code: 'domain-apis-off',
      title: 'The organisation does not let its data be used through APIs.',
      meaning: 'A super administrator can allow API access in the Admin console.',
    },
  ],
  ['quotaExceeded', usageLimit],
  ['dailyLimitExceeded', dailyLimit],
  ['dailyLimitExceededUnreg', dailyLimit],
  [
    'BILLING_DISABLED',
    {
      code: 'billing-disabled',
      title: 'Billing is switched off for the Cloud project of this client.',
      meaning: 'The owner of the project can switch it on in the Google Cloud console.',
    },
  ],
  ['CONSUMER_INVALID', projectSuspended],
  ['CONSUMER_SUSPENDED', projectSuspended],
  ['USER_PROJECT_DENIED', projectSuspended],
  [
    'notFound',
    {
      code: 'not-found',
      title: 'Google does not find this.',
      meaning: 'Either it does not exist, or this account may not see it: Google does not say which.',
    },
  ],
  [
    'duplicate',
    {
      code: 'already-exists',
      title: 'This ID is already used.',
      meaning: 'Perhaps by something that was deleted: its ID stays taken. Use another one.',
    },
  ],
  [
    'conflict',
    {
      code: 'conflict',
      title: 'Something else changed this at the same time.',
      meaning: 'Nothing was stored. Try again.',
      remedy: 'retry',
    },
  ],
  ['fullSyncRequired', syncExpired],
  ['updatedMinTooLongAgo', { ...syncExpired, title: 'The time to look for changes from lies too far back.' }],
  [
    'deleted',
    {
      code: 'already-deleted',
      title: 'This is already deleted.',
      meaning: 'Nothing needs to be done.',
    },
  ],
  [
    'conditionNotMet',
    {
      code: 'changed-meanwhile',
      title: 'It was changed since it was loaded.',
      meaning: 'Load it again, look at the difference, and make the change anew.',
    },
  ],
]);

const unavailable: Meaning = {
  code: 'google-unavailable',
  title: 'Google cannot answer at the moment.',
  meaning: 'The failure is on the side of Google and most often short. What is stored here stays valid.',
  remedy: 'retry',
};

/** When no reason is known: what the status alone says. */
export function meaningOfStatus(status: number): Meaning {
  if (status >= 500 && status !== 501 && status !== 511) return unavailable;
  switch (status) {
    case 400:
      return invalid;
    case 401:
      return signInNeeded;
    case 404:
      return meanings.get('notFound') ?? invalid;
    case 407:
    case 511:
      return {
        code: 'network-sign-in',
        title: 'The network wants a sign-in first.',
        meaning: 'A proxy or a login page stands between this computer and Google. Sign in there, then try again.',
        remedy: 'retry',
      };
    case 409:
      return meanings.get('conflict') ?? invalid;
    case 410:
      return { code: 'gone', title: 'This is no longer there.', meaning: 'It was deleted, or the token for it has run out.' };
    case 412:
      return meanings.get('conditionNotMet') ?? invalid;
    default:
      return {
        code: 'refused',
        title: `Google refused the call (${status}).`,
        meaning: 'It gave no reason that is known here. The response below is what it said.',
      };
  }
}
