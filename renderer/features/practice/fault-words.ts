import type { PracticeFaultsDto } from '../../../preload/contract/practice.ts';

/** Value of a select for "no fault". */
export const HEALTHY = 'healthy';

type ConsentSwitch = 'blockAppWindows' | 'deny' | 'wrongAccount' | 'noRefreshToken';
type DataSwitch = 'syncTokenGone' | 'oddData' | 'groupsAtom';

interface SwitchWords<F extends string> {
  readonly field: F;
  readonly label: string;
  readonly hint: string;
}

interface Choice<V extends string> {
  readonly value: V | typeof HEALTHY;
  readonly label: string;
}

export const CONSENT_SWITCHES: readonly SwitchWords<ConsentSwitch>[] = [
  { field: 'blockAppWindows', label: 'Refuse app windows', hint: 'Sign-in in an app window is turned away, as Google does for many accounts.' },
  { field: 'deny', label: 'Consent is denied', hint: 'The person presses Cancel instead of Allow.' },
  { field: 'wrongAccount', label: 'Another account signs in', hint: 'Someone else than expected consents.' },
  { field: 'noRefreshToken', label: 'No refresh token', hint: 'The exchange gives an access token only.' },
];

export const DATA_SWITCHES: readonly SwitchWords<DataSwitch>[] = [
  { field: 'syncTokenGone', label: 'Sync tokens have run out', hint: 'Calendar asks for a full sync each time (410).' },
  { field: 'oddData', label: 'Bad data', hint: 'Answers hold missing fields, wrong types, unknown words and hostile text.' },
  { field: 'groupsAtom', label: 'Groups Settings in XML', hint: 'It answers in Atom although JSON was asked for.' },
];

export const TOKEN_FAULTS: readonly Choice<NonNullable<PracticeFaultsDto['token']>>[] = [
  { value: HEALTHY, label: 'Answers as it should' },
  { value: 'invalid_grant', label: 'Sign-in has ended (invalid_grant)' },
  { value: 'invalid_rapt', label: 'Wants the password again (invalid_rapt)' },
  { value: '503', label: 'Is overloaded (503)' },
  { value: 'html', label: 'Answers with a web page' },
  { value: 'cut', label: 'Hangs up in the middle' },
  { value: 'slow', label: 'Takes very long' },
];

export const API_FAULTS: readonly Choice<NonNullable<PracticeFaultsDto['api']>>[] = [
  { value: HEALTHY, label: 'Answer as they should' },
  { value: '401', label: 'Do not take the token (401)' },
  { value: '403scope', label: 'Miss a scope (403)' },
  { value: 'accessNotConfigured', label: 'API is not enabled (403)' },
  { value: 'notAdmin', label: 'Account may not see the group (403)' },
  { value: '429', label: 'Too many requests (429)' },
  { value: 'quotaExceeded', label: 'Calendar limit is used up (403)' },
  { value: '412', label: 'Changed meanwhile, next save only (412)' },
  { value: '500', label: 'Fail inside Google (500)' },
  { value: 'html', label: 'Answer with a web page' },
  { value: 'slow', label: 'Take very long' },
  { value: 'cut', label: 'Hang up in the middle' },
];
