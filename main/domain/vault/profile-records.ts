import { FaultError, fault } from '../shared/fault.ts';
import type { Clock, Random } from '../shared/ports.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { DamagedRecord } from './damage.ts';
import type { Envelope, Place } from './envelope.ts';
import { openRecord, RECORD_VERSION, recordName, sealRecord } from './envelope.ts';
import type { ProfileKeys } from './keys.ts';
import type { LoadedProfile } from './load-profile.ts';
import { loadProfile } from './load-profile.ts';
import type { Manifest } from './manifest.ts';
import { encodeManifest, entryOf, withEntry, withoutEntry } from './manifest.ts';
import { LOCKED } from './notices.ts';
import type { RecordStore } from './ports.ts';
import type { Records, RecordType, VaultRecord } from './records.ts';

export interface ProfileContext {
  readonly store: RecordStore;
  readonly keys: ProfileKeys;
  readonly place: Place;
  readonly random: Random;
  readonly clock: Clock;
}

/**
 * The opened records of one profile. Ciphertext is held in memory and opened at each read, so that no more is in clear
 * than was asked for. A change is a record's file and then the list: a kill between the two leaves a record that is one
 * ahead of the list, which the next start takes as it is.
 */
export class ProfileRecords implements Records {
  readonly #context: ProfileContext;
  readonly #queue = new SerialQueue();
  readonly #envelopes: Map<string, Envelope>;
  readonly damaged: readonly DamagedRecord[];
  #manifest: Manifest;
  #manifestOnDisk: boolean;
  #closed = false;

  private constructor(context: ProfileContext, loaded: LoadedProfile) {
    this.#context = context;
    this.#envelopes = loaded.envelopes;
    this.#manifest = loaded.manifest;
    this.#manifestOnDisk = loaded.manifestOnDisk;
    this.damaged = loaded.damaged;
  }

  static async open(context: ProfileContext): Promise<ProfileRecords> {
    return new ProfileRecords(context, await loadProfile(context.store, context.keys, context.place));
  }

  /** Takes no further calls; resolves when the changes in progress are done or have failed. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#queue.run(async () => undefined);
  }

  async list(type: RecordType): Promise<readonly VaultRecord[]> {
    this.#refuseClosed();
    const wanted = [...this.#envelopes.values()].filter((envelope) => envelope.type === type);
    return Promise.all(wanted.map((envelope) => this.#open(envelope)));
  }

  async get(type: RecordType, id: string): Promise<VaultRecord | null> {
    this.#refuseClosed();
    const envelope = this.#envelopes.get(await recordName(this.#context.keys, type, id));
    return envelope === undefined ? null : this.#open(envelope);
  }

  async put(type: RecordType, id: string, value: unknown): Promise<void> {
    this.#refuseClosed();
    return this.#queue.run(async () => this.#put({ id, type, value, updatedAt: this.#context.clock.now() }));
  }

  async remove(type: RecordType, id: string): Promise<void> {
    this.#refuseClosed();
    return this.#queue.run(async () => {
      const name = await recordName(this.#context.keys, type, id);
      if (!this.#manifest.entries.has(name)) return;
      await this.#writeManifest(withoutEntry(this.#manifest, name));
      this.#envelopes.delete(name);
      await this.#context.store.file(name).remove({ copies: true });
    });
  }

  async #put(record: VaultRecord): Promise<void> {
    const { keys, place, random, store } = this.#context;
    const name = await recordName(keys, record.type, record.id);
    const rev = this.#manifest.generation + 1;
    const envelope = await sealRecord(keys, place, record, { name, rev }, random);
    const file = store.file(name);
    await this.#refuseNewer(name);
    // The first list is written before the first record: records without any list would mean that it was lost.
    if (!this.#manifestOnDisk) await this.#writeManifest(this.#manifest);
    await file.write(envelope);
    const next = withEntry(this.#manifest, name, entryOf(envelope));
    try {
      await this.#writeManifest(next);
    } catch (cause) {
      await this.#undo(name, envelope, next);
      throw cause;
    }
    this.#envelopes.set(name, envelope);
  }

  /** One that was asked for before a lock must not write beside the one that was opened after it. */
  #refuseClosed(): void {
    if (this.#closed) throw new FaultError({ ...LOCKED, problems: [] });
  }

  /** A record that a newer version of the app wrote must not be replaced by an older one. */
  async #refuseNewer(name: string): Promise<void> {
    if (this.#envelopes.has(name) || !this.#manifest.entries.has(name)) return;
    const content = await this.#context.store.file(name).read();
    const version = content.kind === 'json' ? (content.value as { v?: unknown } | null)?.v : undefined;
    if (typeof version === 'number' && version > RECORD_VERSION) {
      throw new FaultError(fault('vault-future-version', 'This record was written by a newer version of the app.', 'Update the app.'));
    }
  }

  /** The list could not be written: the record goes back, so that the change either happened or did not. */
  async #undo(name: string, envelope: Envelope, next: Manifest): Promise<void> {
    try {
      await this.#context.store.file(name).revert();
    } catch {
      // It stays ahead of the list on disk; the list in memory follows, so that its number is not given out twice.
      this.#manifest = next;
      this.#envelopes.set(name, envelope);
    }
  }

  async #writeManifest(manifest: Manifest): Promise<void> {
    const { keys, place, store } = this.#context;
    await store.manifest.write(await encodeManifest(keys, place, manifest));
    this.#manifest = manifest;
    this.#manifestOnDisk = true;
  }

  async #open(envelope: Envelope): Promise<VaultRecord> {
    const record = await openRecord(this.#context.keys, this.#context.place, envelope);
    if (record === null) throw new FaultError(fault('vault-write-failed', 'A stored record changed in memory.', 'Start the app again.'));
    return record;
  }
}
