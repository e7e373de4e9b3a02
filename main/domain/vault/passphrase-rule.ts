import type { Problem } from '../shared/fault.ts';

const SHORTEST = 8;

export const WRONG_PASSPHRASE: Problem = { code: 'wrong-passphrase', message: 'Wrong passphrase', hint: null };
export const WRONG_RECOVERY_CODE: Problem = {
  code: 'wrong-recovery-code',
  message: 'Wrong recovery code',
  hint: 'Only the code that was made last opens the vault.',
};

/** Length is counted in characters as people see them coded, not in UTF-16 units. @returns null when it will do */
export function passphraseProblem(passphrase: string): Problem | null {
  if ([...passphrase.normalize('NFKC')].length >= SHORTEST) return null;
  return { code: 'passphrase-too-short', message: `Use a passphrase of at least ${SHORTEST} characters.`, hint: null };
}
