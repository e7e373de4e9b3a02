import type { Problem } from '../shared/fault.ts';
import type { KeyringState } from './keyring-status.ts';

function notice(code: string, message: string, hint: string | null): Problem {
  return { code, message, hint };
}

export const NO_KEYCHAIN = notice(
  'no-keychain',
  'No keychain of the operating system protects stored credentials here.',
  'Choose a passphrase, or keep credentials in memory only.',
);
export const LOCKED = notice('vault-locked', 'Your credentials are locked.', 'Enter the passphrase or the recovery code.');
export const LOCKED_BY_YOU = notice('vault-locked', 'Your credentials are locked.', 'Unlock asks the keychain again.');
export const KEYCHAIN_UNAVAILABLE = notice(
  'keychain-unavailable',
  'The keychain that holds the key to your credentials does not answer; nothing is lost.',
  'Unlock the keychain and try again, or use the passphrase or recovery code if you made one.',
);
export const KEY_LOST = notice(
  'key-lost',
  'The keychain answers, but with another key than the one your credentials were sealed with.',
  'Enter the passphrase or the recovery code if you made one; otherwise bring the old keychain back. The sealed records stay where they are.',
);
export const CORRUPT = notice(
  'vault-corrupt',
  'The file that holds the key to your credentials is damaged, and so is its backup.',
  'Restore vault/keyring.json from a backup of the data folder. Nothing was changed or removed.',
);
export const HEADER_MISSING = notice(
  'vault-header-missing',
  'The file that holds the key to your credentials is gone, while sealed records are still there.',
  'Restore vault/keyring.json from a backup of the data folder. Nothing was changed or removed.',
);
export const FUTURE_VERSION = notice(
  'vault-future-version',
  'Your credentials were stored by a newer version of the app.',
  'Update the app. Nothing was changed or removed.',
);
export const HEADER_RESTORED = notice(
  'vault-header-restored',
  'The file that holds the key to your credentials was damaged and was restored from its backup.',
  'Check the disk; the damaged file was kept beside it.',
);
export const HEADER_ALTERED = notice(
  'vault-header-altered',
  'The file that holds the key to your credentials was changed outside the app.',
  'If that was not you, change the passphrase and make a new recovery code.',
);
export const KEYCHAIN_RENEWED = notice(
  'keychain-renewed',
  'The keychain had another key; the vault is now protected by the keychain as it is today.',
  null,
);
export const KEYCHAIN_NOT_RENEWED = notice(
  'keychain-not-renewed',
  'The vault is open, but the keychain could not take its key again.',
  'Enter the passphrase at the next start.',
);

/** What an action that needs an open vault answers in another state. */
export function unavailable(state: KeyringState): Problem {
  switch (state) {
    case 'future-version':
      return FUTURE_VERSION;
    case 'corrupt':
      return CORRUPT;
    case 'key-lost':
      return KEY_LOST;
    case 'needs-setup':
      return NO_KEYCHAIN;
    case 'memory-only':
      return notice('memory-only', 'Credentials are kept in memory only.', 'Create a vault first.');
    case 'locked':
    case 'unlocked':
      return LOCKED;
  }
}
