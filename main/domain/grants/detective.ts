import type { CaseFile, Cause, Likelihood } from './detective-case.ts';
import { googleCauses } from './detective-google.ts';
import { localCauses } from './detective-local.ts';
import { ruleCauses } from './detective-rules.ts';

const ORDER: readonly Likelihood[] = ['certain', 'likely', 'possible', 'unlikely'];

/**
 * Why a sign-in may have ended, likeliest first. Google says `invalid_grant` and nothing more: the rest is told by what is known here.
 * https://developers.google.com/identity/protocols/oauth2#expiration
 */
export function investigate(file: CaseFile): readonly Cause[] {
  const causes = [...localCauses(file), ...ruleCauses(file), ...googleCauses(file)];
  const certain = causes.some((one) => one.likelihood === 'certain');
  return causes
    .map((one) => (certain && one.likelihood !== 'certain' ? { ...one, likelihood: 'unlikely' as const } : one))
    .toSorted((one, other) => ORDER.indexOf(one.likelihood) - ORDER.indexOf(other.likelihood));
}
