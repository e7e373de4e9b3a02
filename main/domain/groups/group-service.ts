import type { DirectoryClient } from '../google/directory-client.ts';
import { explainMissingScope } from '../google/error-meaning.ts';
import type { Explanation } from '../google/explanation.ts';
import { validateGroupEmail } from '../google/group-email.ts';
import type { GroupsClient } from '../google/groups-client.ts';
import { directoryV1, groupsSettingsV1, type MethodTable } from '../google/methods/method-table.ts';
import type { RunningCalls } from '../google/running-calls.ts';
import { MISSING } from '../grants/grant-faults.ts';
import { normalizeScope } from '../scopes/normalize.ts';
import { fail, ok, settled, type Outcome } from '../shared/fault.ts';
import type { Clock, Random } from '../shared/ports.ts';
import type { Records } from '../vault/records.ts';
import { findGroups, type FoundGroups } from './find-groups.ts';
import { saveGroup, type GroupChange, type GroupSave } from './group-save.ts';
import type { GroupValues } from './group-values.ts';
import { readGroup, type Group, type Refusal } from './read-group.ts';
import { RememberedGroups } from './remembered-groups.ts';
import { parseSnapshotFile, type GroupSnapshot, type SnapshotContent } from './snapshot.ts';
import { SnapshotStore } from './snapshot-store.ts';

export interface GroupServiceNeeds {
  readonly groups: Pick<GroupsClient, 'readSettings' | 'patchSettings'>;
  readonly directory: Pick<DirectoryClient, 'listGroups'>;
  readonly records: Records;
  readonly clock: Clock;
  readonly random: Random;
  /** Full scopes as granted; null when the authorization is not known. */
  readonly granted: (authorizationId: string) => readonly string[] | null;
  /** Shared with whatever else the window cancels by id. */
  readonly running: RunningCalls;
}

export type GroupLoad = { readonly outcome: 'loaded'; readonly group: Group } | Refusal;

/** The settings of groups: read, changed with care, kept as snapshots. */
export class GroupService {
  readonly snapshots: SnapshotStore;
  readonly #needs: GroupServiceNeeds;
  readonly #remembered: RememberedGroups;

  constructor(needs: GroupServiceNeeds) {
    this.#needs = needs;
    this.snapshots = new SnapshotStore(needs);
    this.#remembered = new RememberedGroups(needs.records);
  }

  /** Reads a group and remembers its address. Faults: `group-email-invalid`, `call-in-progress`. */
  load(authorizationId: string, groupEmail: string, callId: string): Promise<Outcome<GroupLoad>> {
    return this.#run(authorizationId, groupEmail, callId, async (email, signal) => {
      const read = await readGroup(this.#needs, { authorizationId, email, signal });
      if (read.outcome === 'loaded') await this.#remember(authorizationId, read.group.email);
      return ok(read);
    });
  }

  /**
   * Changes settings: see saveGroup. Faults: `group-email-invalid`, `call-in-progress`, `group-nothing-to-save`, `group-field-not-text`, and
   * the vault's when what is there before cannot be kept; nothing is sent then.
   */
  save(authorizationId: string, groupEmail: string, change: GroupChange, callId: string): Promise<Outcome<GroupSave>> {
    if (Object.keys(change.changes).length === 0) return Promise.resolve(fail('group-nothing-to-save', 'Nothing is changed.'));
    return this.#run<GroupSave>(authorizationId, groupEmail, callId, async (email, signal) => {
      const saved = await saveGroup({ ...this.#needs, snapshots: this.snapshots }, { authorizationId, email, signal }, change);
      if (saved.ok && saved.value.outcome === 'saved') await this.#remember(authorizationId, saved.value.group.email);
      return saved;
    });
  }

  /** Groups of the account's organisation whose address or name begins with `text`; all when it is empty. Fault: `call-in-progress`. */
  async find(authorizationId: string, text: string, callId: string): Promise<Outcome<FoundGroups>> {
    const missing = this.#missing(authorizationId, directoryV1);
    if (missing !== null) return ok({ outcome: 'refused', explanation: missing });
    return await this.#needs.running.run(callId, async (signal) => ok(await findGroups(this.#needs.directory, authorizationId, text, signal)));
  }

  /** Keeps what the user sees as a snapshot. Faults: `group-email-invalid`, `authorization-missing`, `snapshots-full`, and the vault's. */
  async keep(authorizationId: string, groupEmail: string, values: GroupValues): Promise<Outcome<GroupSnapshot>> {
    const email = validateGroupEmail(groupEmail);
    if (!email.ok) return email;
    return await this.#keep(authorizationId, 'kept', { email: email.value, takenAt: this.#needs.clock.now(), values });
  }

  /** Keeps what an exported file holds. Faults: those of parseSnapshotFile, `authorization-missing`, `snapshots-full`, and the vault's. */
  async import(authorizationId: string, text: string): Promise<Outcome<GroupSnapshot>> {
    const content = parseSnapshotFile(text);
    return content.ok ? await this.#keep(authorizationId, 'imported', content.value) : content;
  }

  /** Addresses that were loaded before, last used first. */
  remembered(authorizationId: string): Promise<Outcome<readonly string[]>> {
    return settled(this.#remembered.list(authorizationId).then(ok));
  }

  forgetAddress(authorizationId: string, groupEmail: string): Promise<Outcome<null>> {
    return settled(this.#remembered.forget(authorizationId, groupEmail).then(() => ok(null)));
  }

  /** The account is forgotten on this computer: so are its snapshots and addresses. Rejects with the vault's FaultError. */
  async forgetAccount(authorizationId: string): Promise<void> {
    await this.snapshots.removeAll(authorizationId);
    await this.#remembered.removeAll(authorizationId);
  }

  async #run<T>(
    authorizationId: string,
    groupEmail: string,
    callId: string,
    work: (email: string, signal: AbortSignal) => Promise<Outcome<T | Refusal>>,
  ): Promise<Outcome<T | Refusal>> {
    const email = validateGroupEmail(groupEmail);
    if (!email.ok) return email;
    const missing = this.#missing(authorizationId, groupsSettingsV1);
    if (missing !== null) return ok({ outcome: 'refused', explanation: missing });
    const known = this.#isKnown(authorizationId);
    const ended = await this.#needs.running.run(callId, (signal) => work(email.value, signal));
    // Forgotten while it ran: what the call has kept since goes too.
    if (known && !this.#isKnown(authorizationId)) await settled(this.forgetAccount(authorizationId).then(() => ok(null)));
    return ended;
  }

  /** Nobody could remove what an account that is not there has kept. */
  async #keep(authorizationId: string, origin: 'kept' | 'imported', content: SnapshotContent): Promise<Outcome<GroupSnapshot>> {
    if (!this.#isKnown(authorizationId)) return { ok: false, error: MISSING };
    return await this.snapshots.add(authorizationId, origin, content);
  }

  #isKnown(authorizationId: string): boolean {
    return this.#needs.granted(authorizationId) !== null;
  }

  /** Why the call needs no sending: the granted scopes are known, and none of the API's is among them. */
  #missing(authorizationId: string, table: MethodTable): Explanation | null {
    const granted = this.#needs.granted(authorizationId);
    const [method] = table.methods;
    if (granted === null || method === undefined) return null;
    if (granted.some((scope) => method.scopes.includes(normalizeScope(scope)))) return null;
    return explainMissingScope({ table, method, now: this.#needs.clock.now() });
  }

  /** The group is there all the same when its address cannot be written down. */
  async #remember(authorizationId: string, email: string): Promise<void> {
    await settled(this.#remembered.add(authorizationId, email).then(ok));
  }
}

