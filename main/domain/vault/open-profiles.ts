import type { Bytes } from '../shared/bytes.ts';
import { FaultError } from '../shared/fault.ts';
import type { Clock, Random } from '../shared/ports.ts';
import type { DamagedRecord } from './damage.ts';
import { profileKeys } from './keys.ts';
import { LOCKED } from './notices.ts';
import type { Profile, VaultStorage } from './ports.ts';
import { PROFILES } from './ports.ts';
import { ProfileRecords } from './profile-records.ts';
import { RECORD_TYPES } from './records.ts';
import { SealedCache } from './sealed-cache.ts';

export interface OpenVault {
  readonly storage: VaultStorage;
  readonly dataKey: Bytes;
  readonly vaultId: string;
  readonly random: Random;
  readonly clock: Clock;
}

/** The profiles of an open vault, each loaded when it is first asked for. */
export class OpenProfiles {
  readonly #vault: OpenVault;
  readonly #open = new Map<Profile, Promise<ProfileRecords>>();
  readonly #caches = new Map<Profile, Promise<SealedCache>>();
  #closed = false;

  constructor(vault: OpenVault) {
    this.#vault = vault;
  }

  async get(profile: Profile): Promise<ProfileRecords> {
    const existing = this.#open.get(profile);
    if (existing !== undefined) return existing;
    const opening = this.#load(profile);
    this.#open.set(profile, opening);
    // A profile that could not be read is tried again when it is next asked for.
    opening.catch(() => this.#open.delete(profile));
    return opening;
  }

  async cache(profile: Profile): Promise<SealedCache> {
    // One that was made after close would never be closed.
    if (this.#closed) throw new FaultError({ ...LOCKED, problems: [] });
    const existing = this.#caches.get(profile) ?? this.#openCache(profile);
    this.#caches.set(profile, existing);
    return existing;
  }

  async damaged(profile: Profile): Promise<readonly DamagedRecord[]> {
    try {
      return (await this.get(profile)).damaged;
    } catch (cause) {
      if (!(cause instanceof FaultError)) throw cause;
      return [{ id: profile, message: cause.fault.message }];
    }
  }

  /** Copies every record into the same profile of `target`. */
  async copyTo(target: OpenProfiles): Promise<void> {
    for (const profile of PROFILES) {
      const from = await this.get(profile);
      const to = await target.get(profile);
      for (const type of RECORD_TYPES) {
        for (const record of await from.list(type)) await to.put(type, record.id, record.value);
      }
    }
  }

  /** Takes no further changes; resolves when none is in progress. */
  async close(): Promise<void> {
    this.#closed = true;
    const caches = await Promise.allSettled(this.#caches.values());
    for (const result of caches) if (result.status === 'fulfilled') await result.value.close();
    const opened = await Promise.allSettled(this.#open.values());
    for (const result of opened) if (result.status === 'fulfilled') await result.value.close();
  }

  async #openCache(profile: Profile): Promise<SealedCache> {
    const { storage, dataKey, vaultId, random } = this.#vault;
    const keys = await profileKeys(dataKey, vaultId, profile);
    return new SealedCache({ files: storage.cache(profile), keys, place: { vaultId, profile }, random });
  }

  async #load(profile: Profile): Promise<ProfileRecords> {
    const { storage, dataKey, vaultId, random, clock } = this.#vault;
    const keys = await profileKeys(dataKey, vaultId, profile);
    return ProfileRecords.open({ store: storage.records(profile), keys, place: { vaultId, profile }, random, clock });
  }
}
