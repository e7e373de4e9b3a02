import { fail, ok, type Outcome } from '../shared/fault.ts';

const EXAMPLE = 'Write it like choir@harbor.example.';

/**
 * Checks the address of a group; Groups Settings takes nothing else, a group id is refused.
 * @returns the address without blanks around it. Fault: `group-email-invalid`, one sentence.
 */
export function validateGroupEmail(text: string): Outcome<string> {
  const email = text.trim();
  const invalid = (message: string): Outcome<never> => fail('group-email-invalid', message, EXAMPLE);
  if (email === '') return invalid('The email address of the group is missing.');
  if (/[\s,;<>"]/.test(email)) return invalid('This is not one plain email address.');
  const [local = '', domain, ...more] = email.split('@');
  if (domain === undefined) return invalid('An email address has an @: this one does not.');
  if (more.length > 0) return invalid('An email address has one @: this one has more.');
  if (local === '') return invalid('The part before the @ is missing.');
  if (!domain.includes('.')) return invalid('The domain after the @ is not complete.');
  // RFC 5321 §4.5.3.1 gives the lengths; letters of other scripts are allowed in a domain.
  const wellFormed = local.length <= 64 && domain.length <= 255 && domain.split('.').every((label) => /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label));
  if (!wellFormed || /[\p{Cc}\p{Cs}]/u.test(email)) return invalid('This is not a valid email address.');
  return ok(email);
}
