import { fail, ok, settled, type Outcome } from '../shared/fault.ts';
import { randomId } from '../shared/ids.ts';
import type { Clock, Random } from '../shared/ports.ts';
import { SerialQueue } from '../shared/serial-queue.ts';
import type { Records } from '../vault/records.ts';
import { readSnapshot, type GroupSnapshot, type SnapshotContent } from './snapshot.ts';

/** Of one account. Those made by themselves give way, oldest first; what the user kept is never removed by itself. */
export const MAX_SNAPSHOTS = 100;

interface Needs {
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
}

/** Snapshots of groups in the vault, one record each. */
export class SnapshotStore {
  readonly #needs: Needs;
  readonly #turns = new SerialQueue();

  constructor(needs: Needs) {
    this.#needs = needs;
  }

  /** Newest first. Rejects with the vault's FaultError. A record that holds no snapshot is left alone. */
  async list(authorizationId: string): Promise<readonly GroupSnapshot[]> {
    const records = await this.#needs.records.list('group-snapshot');
    return records
      .map(readSnapshot)
      .filter((snapshot) => snapshot?.authorizationId === authorizationId)
      .filter((snapshot) => snapshot !== null)
      .sort((a, b) => b.takenAt - a.takenAt || a.id.localeCompare(b.id, 'en'));
  }

  /** Fault: `snapshot-missing`, and the vault's. */
  get(authorizationId: string, id: string): Promise<Outcome<GroupSnapshot>> {
    return settled(this.#get(authorizationId, id));
  }

  /** Fault: `snapshots-full` when the user kept as many as there may be, and the vault's. */
  add(authorizationId: string, origin: GroupSnapshot['origin'], content: SnapshotContent): Promise<Outcome<GroupSnapshot>> {
    return settled(this.#turns.run(() => this.#add(authorizationId, origin, content)));
  }

  /** Removing twice is no fault; another account's snapshot stays. */
  async remove(authorizationId: string, id: string): Promise<Outcome<null>> {
    const found = await this.get(authorizationId, id);
    if (!found.ok) return found.error.code === 'snapshot-missing' ? ok(null) : found;
    return settled(this.#needs.records.remove('group-snapshot', id).then(() => ok(null)));
  }

  /** All of an account. Rejects with the vault's FaultError. */
  removeAll(authorizationId: string): Promise<void> {
    return this.#turns.run(async () => {
      for (const { id } of await this.list(authorizationId)) await this.#needs.records.remove('group-snapshot', id);
    });
  }

  async #get(authorizationId: string, id: string): Promise<Outcome<GroupSnapshot>> {
    const record = await this.#needs.records.get('group-snapshot', id);
    const snapshot = record === null ? null : readSnapshot(record);
    if (snapshot?.authorizationId === authorizationId) return ok(snapshot);
    return fail('snapshot-missing', 'This snapshot is no longer there.', 'Load the list again.');
  }

  async #add(authorizationId: string, origin: GroupSnapshot['origin'], content: SnapshotContent): Promise<Outcome<GroupSnapshot>> {
    const { records, random } = this.#needs;
    const there = await this.list(authorizationId);
    const own = there.filter((snapshot) => snapshot.origin === 'before-save');
    // One place stays free for the snapshot that a save takes before it writes.
    if (origin !== 'before-save' && there.length - own.length >= MAX_SNAPSHOTS - 1) {
      return fail('snapshots-full', `${MAX_SNAPSHOTS - 1} snapshots of this account are kept already.`, 'Remove one, then try again.');
    }
    const snapshot = { id: randomId(random), authorizationId, origin, ...content };
    const { id, ...value } = snapshot;
    await records.put('group-snapshot', id, value);
    const tooMany = there.length + 1 - MAX_SNAPSHOTS;
    for (const old of tooMany > 0 ? own.slice(-tooMany) : []) await records.remove('group-snapshot', old.id);
    return ok(snapshot);
  }
}
