import { toHex } from '../shared/bytes.ts';
import type { HeaderKeeper, VaultKey } from './header-keeper.ts';
import { DATA_KEY_BYTES } from './keys.ts';
import { OpenProfiles } from './open-profiles.ts';
import type { VaultStorage } from './ports.ts';
import type { WrapTools } from './wraps.ts';

export interface KeyringDeps extends WrapTools {
  readonly storage: VaultStorage;
}

/** An open vault, and what opened it. */
export interface OpenedVault extends VaultKey {
  readonly profiles: OpenProfiles;
  readonly by: 'setup' | 'keychain' | 'passphrase' | 'recovery';
}

export function openedVault(deps: KeyringDeps, storage: VaultStorage, key: VaultKey, by: OpenedVault['by']): OpenedVault {
  const { random, clock } = deps;
  return { ...key, by, profiles: new OpenProfiles({ storage, ...key, random, clock }) };
}

export function newVault(deps: KeyringDeps, storage: VaultStorage): OpenedVault {
  const { random } = deps;
  return openedVault(deps, storage, { dataKey: random.bytes(DATA_KEY_BYTES), vaultId: toHex(random.bytes(16)) }, 'setup');
}

/** The memory-only vault goes to disk, where its header lies already. Rejects with a FaultError; the disk is then as before. */
export async function madeLasting(deps: KeyringDeps, keeper: HeaderKeeper, inMemory: OpenedVault): Promise<OpenedVault> {
  const lasting = openedVault(deps, deps.storage, { dataKey: inMemory.dataKey, vaultId: inMemory.vaultId }, 'setup');
  try {
    await inMemory.profiles.copyTo(lasting.profiles);
    return lasting;
  } catch (cause) {
    keeper.forget();
    await deps.storage.discard();
    throw cause;
  }
}
