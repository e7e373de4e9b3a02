import { fail, type Outcome } from '../shared/fault.ts';

const SERVICE = 'Grantdesk works with accounts of people who consent. Keep that file where your server reads it, and nowhere else.';

/** @param label what the file calls itself; shown only when it is a plain word */
export function serviceAccount(label: string): Outcome<never> {
  const name = /^\w{1,60}$/.test(label) ? ` (${label})` : '';
  return fail('credential-service-account', `This credential belongs to a service account or a machine${name}, which is out of reach here.`, SERVICE);
}
