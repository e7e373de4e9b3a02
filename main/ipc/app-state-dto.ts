import type { Problem } from '../domain/shared/fault.ts';
import type { DamagedRecord } from '../domain/vault/damage.ts';
import type { KeyringStatus } from '../domain/vault/keyring-status.ts';
import type { SettingsDto, VaultStatusDto } from '../../preload/contract/app.ts';
import { problemDto } from './answer.ts';

export function vaultStatusDto(
  status: KeyringStatus,
  facts: { readonly folder: string; readonly damaged: readonly DamagedRecord[]; readonly notice: Problem | null },
): VaultStatusDto {
  const { state, wraps, backend, backendLabel, backendProtects } = status;
  const notice = status.notice ?? facts.notice;
  return {
    state,
    wraps: { keychain: wraps.keychain, passphrase: wraps.passphrase, recoveryCode: wraps.recoveryCode },
    backend,
    backendLabel,
    backendProtects,
    folder: facts.folder,
    notice: notice === null ? null : problemDto(notice),
    damaged: facts.damaged.map(({ id, message }) => ({ id, message })),
  };
}

/** Only what the page may know of the settings file. */
export function settingsDto(settings: SettingsDto): SettingsDto {
  const { openConsentIn, theme, ssoHosts, remindBeforeEnd, letScripts } = settings;
  return { openConsentIn, theme, ssoHosts: [...ssoHosts], remindBeforeEnd, letScripts };
}
