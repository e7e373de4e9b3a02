import type { VaultStatusDto } from '../../../preload/contract/app.ts';
import type { ProblemDto } from '../../../preload/contract/result.ts';

export interface ClosedWords {
  readonly title: string;
  /** What is the matter, that nothing is lost, what to do. */
  readonly sentence: string;
  /** Something else main has to say (a file restored from its backup); null when the sentence already tells it. */
  readonly notice: ProblemDto | null;
}

/** Problems that are the state itself: told by the sentence instead of a notice beside it. */
const STATE_CODES = ['vault-locked', 'keychain-unavailable', 'key-lost', 'vault-corrupt', 'vault-header-missing', 'vault-future-version'];

/** Words of a vault that is not open: locked, key lost, damaged and too new are four different things. */
export function closedWords(vault: VaultStatusDto): ClosedWords {
  const own = ownWords(vault);
  const { notice } = vault;
  if (notice === null || !STATE_CODES.includes(notice.code)) return { ...own, notice };
  // Main knows more: which file is damaged, which of the ways in exists.
  const told = notice.code === 'vault-locked' ? own.sentence : [notice.message, notice.hint].filter((part) => part !== null).join(' ');
  return { title: own.title, sentence: told, notice: null };
}

function ownWords({ state, wraps, backendLabel }: VaultStatusDto): Pick<ClosedWords, 'title' | 'sentence'> {
  switch (state) {
    case 'key-lost':
      return {
        title: 'The keychain has another key',
        sentence: `${backendLabel} answers, but not with the key this vault was locked with. Everything is still here: ${
          wraps.passphrase || wraps.recoveryCode ? 'open it another way.' : 'bring that keychain back, then try again.'
        }`,
      };
    case 'corrupt':
      return {
        title: 'The vault’s file is damaged',
        sentence: 'The file that holds the vault’s keys cannot be read. Nothing was changed: put back a copy of the folder from a backup.',
      };
    case 'future-version':
      return {
        title: 'Made by a newer Grantdesk',
        sentence: 'A later version wrote this vault, and this one does not know its format. Nothing was changed: update the app.',
      };
    default:
      return {
        title: 'Vault locked',
        sentence: wraps.passphrase
          ? 'Your credentials are encrypted. The passphrase opens them.'
          : `Your credentials are encrypted. Their key is kept by ${backendLabel}, which may ask you to unlock it.`,
      };
  }
}
