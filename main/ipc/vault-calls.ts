import type { Keyring } from '../domain/vault/keyring.ts';
import {
  changePassphraseSchema,
  createVaultSchema,
  unlockSchema,
  unlockWithRecoverySchema,
} from '../../preload/contract/app.ts';
import { answer, answerDone, ask, call, type Handlers } from './answer.ts';

type VaultCalls = Pick<
  Handlers,
  | 'vaultCreate'
  | 'vaultUseMemoryOnly'
  | 'vaultUnlock'
  | 'vaultUnlockWithRecovery'
  | 'vaultRetryKeychain'
  | 'vaultLock'
  | 'vaultChangePassphrase'
  | 'vaultNewRecoveryCode'
>;

/** @param lock ends what is in progress before it locks (main/app) */
export function vaultCalls(keyring: Keyring, lock: () => ReturnType<Keyring['lock']>): VaultCalls {
  const code = ({ recoveryCode }: { readonly recoveryCode: string }) => ({ recoveryCode });
  return {
    vaultCreate: call(createVaultSchema, async ({ passphrase }) => answer(await keyring.createWithPassphrase(passphrase), code)),
    vaultUseMemoryOnly: ask(async () => answerDone(await keyring.useMemoryOnly())),
    vaultUnlock: call(unlockSchema, async ({ passphrase }) => answerDone(await keyring.unlock(passphrase))),
    vaultUnlockWithRecovery: call(unlockWithRecoverySchema, async ({ recoveryCode }) =>
      answerDone(await keyring.unlockWithRecovery(recoveryCode)),
    ),
    vaultRetryKeychain: ask(async () => answerDone(await keyring.retryKeychain())),
    vaultLock: ask(async () => answerDone(await lock())),
    vaultChangePassphrase: call(changePassphraseSchema, async ({ current, next }) =>
      answerDone(await keyring.changePassphrase(current, next)),
    ),
    vaultNewRecoveryCode: ask(async () => answer(await keyring.newRecoveryCode(), code)),
  };
}
