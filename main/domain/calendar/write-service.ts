import { textOf, type JsonObject } from '../shared/guards.ts';
import { randomId } from '../shared/ids.ts';
import { KeyedQueue } from '../shared/keyed-queue.ts';
import { accountKey } from './account-key.ts';
import { etagOf } from './detail.ts';
import { UndoList, type UndoEntry } from './undo-list.ts';
import { undo } from './undo-run.ts';
import { EventAccess, notDone, type WriteDeps } from './write-access.ts';
import { OwnVersions } from './write-own-versions.ts';
import { deleteEvent } from './write-delete.ts';
import { factsOf } from './write-facts.ts';
import { Inserter, quickAdd, type Inserted } from './write-insert.ts';
import { moveEvent } from './write-move.ts';
import { patchEvent, type Patched } from './write-patch.ts';
import { respond } from './write-respond.ts';
import { refusal, type EventWrite, type WriteOf, type WriteResult } from './write-types.ts';

type TargetWrite = WriteOf<'patch' | 'move' | 'delete' | 'respond'>;

/**
 * All changes of events. Each is carried out at Google first; what is held here follows the answer. Nothing is repeated by itself but
 * what 412 makes necessary, and every change but an undo can be taken back while the profile is open.
 */
export class EventWriter {
  readonly #deps: WriteDeps;
  readonly #undo = new UndoList();
  readonly #inserter = new Inserter();
  readonly #own = new OwnVersions();
  /** Two changes of one event go out one after the other. */
  readonly #queue = new KeyedQueue();

  constructor(deps: WriteDeps) {
    this.#deps = deps;
  }

  /** Rejects with a FaultError `vault-locked` only. */
  async write(authorizationId: string, write: EventWrite, signal: AbortSignal): Promise<WriteResult> {
    if (write.kind === 'undo') return await this.#takeBack(authorizationId, write.undoId, signal);
    const access = await this.#access(authorizationId, write.calendarId, signal);
    switch (write.kind) {
      case 'insert':
        return this.#made(access, await this.#inserter.insert(access, write), write);
      case 'quick-add':
        return this.#made(access, await quickAdd(access, write), write);
      case 'patch':
      case 'move':
      case 'delete':
      case 'respond': {
        const key = (eventId: string): string => accountKey(authorizationId, write.calendarId, eventId);
        const series = key(seriesOf(write.eventId));
        const keys = write.scope === 'series' ? [series] : [key(write.eventId), series];
        return await this.#queue.run(series, () => this.#change(access, { ...write, etag: this.#own.latest(keys, write.etag) }));
      }
    }
  }

  /** The account is forgotten: nothing of it stays in memory, or it would be there when the same account comes back. */
  forget(authorizationId: string): void {
    this.#undo.forget(authorizationId);
    this.#inserter.forget(authorizationId);
    this.#own.forget(authorizationId);
    this.#deps.seen.forget(authorizationId);
  }

  /** The profile is closing: nothing of it stays in memory. */
  clear(): void {
    this.#undo.clear();
    this.#inserter.clear();
    this.#own.clear();
    this.#deps.seen.clear();
  }

  async #change(access: EventAccess, write: TargetWrite): Promise<WriteResult> {
    const changed = (kind: 'patch' | 'respond', patched: Patched): WriteResult => {
      if (patched.kind === 'done') this.#note(access, patched.before, patched.after);
      return this.#changed(access, write, kind, patched);
    };
    if (write.kind === 'move') return changed('patch', await moveEvent(access, write));
    const target = await targetOf(access, write);
    if (!target.ok) return target.result;
    const { eventId } = target;
    const before = await access.version(eventId, write.etag);
    const { etag, sendUpdates } = write;
    switch (write.kind) {
      case 'patch':
        return changed('patch', await patchEvent(access, { eventId, etag, sendUpdates, before, changes: write.changes }));
      case 'respond': {
        const { response, comment } = write;
        return changed('respond', await respond(access, { eventId, etag, sendUpdates, before, response, comment }));
      }
      case 'delete': {
        const deleted = await deleteEvent(access, { eventId, etag, sendUpdates, before });
        if (deleted.kind === 'ended') return deleted.result;
        const undoId = deleted.before === null ? null : this.#remember(access, { kind: 'restore', before: deleted.before, eventId, sendUpdates });
        return { outcome: 'done', event: null, undoId, ignored: [] };
      }
    }
  }

  #note(access: EventAccess, before: JsonObject, after: JsonObject): void {
    const eventId = textOf(after['id']);
    if (eventId !== null) this.#own.note(accountKey(access.authorizationId, access.calendar.id, eventId), etagOf(before), etagOf(after));
  }

  #made(access: EventAccess, inserted: Inserted, { sendUpdates }: Pick<WriteOf<'insert'>, 'sendUpdates'>): WriteResult {
    if (inserted.kind === 'ended') return inserted.result;
    const { after, ignored } = inserted;
    const eventId = textOf(after['id']);
    const undoId = eventId === null ? null : this.#remember(access, { kind: 'delete', after, eventId, sendUpdates });
    return { outcome: 'done', event: access.row(after), undoId, ignored };
  }

  #changed(access: EventAccess, { sendUpdates }: TargetWrite, kind: 'patch' | 'respond', patched: Patched): WriteResult {
    if (patched.kind === 'ended') return patched.result;
    const { before, after, ignored } = patched;
    const eventId = textOf(after['id']);
    const undoId = eventId === null || before === after ? null : this.#remember(access, { kind, before, after, eventId, sendUpdates });
    return { outcome: 'done', event: access.row(after), undoId, ignored };
  }

  #remember(access: EventAccess, entry: EntryFacts): string {
    const id = randomId(this.#deps.random);
    this.#undo.add(id, { ...entry, authorizationId: access.authorizationId, calendarId: access.calendar.id });
    return id;
  }

  async #takeBack(authorizationId: string, undoId: string, signal: AbortSignal): Promise<WriteResult> {
    const entry = this.#undo.get(authorizationId, undoId);
    if (entry === null) {
      return refusal('undo-unknown', 'This cannot be taken back any more.', 'Only the last changes since the credentials were unlocked can be taken back.');
    }
    const access = await this.#access(authorizationId, entry.calendarId, signal);
    const key = accountKey(authorizationId, entry.calendarId, seriesOf(entry.eventId));
    return await this.#queue.run(key, async () => {
      const result = await undo(access, entry);
      if (result.outcome === 'done' || result.outcome === 'gone') this.#undo.remove(undoId);
      return result;
    });
  }

  async #access(authorizationId: string, calendarId: string, signal: AbortSignal): Promise<EventAccess> {
    const calendars = await this.#deps.held.calendars(authorizationId);
    return new EventAccess(this.#deps, { authorizationId, signal, calendar: factsOf(calendars, calendarId) });
  }
}

type DistributiveOmit<T, K extends string> = T extends unknown ? Omit<T, K> : never;
type EntryFacts = DistributiveOmit<UndoEntry, 'authorizationId' | 'calendarId'>;

/** Ids of instances begin with that of their series. */
function seriesOf(eventId: string): string {
  return eventId.replace(/_\d{8}(T\d{6}Z)?$/, '');
}

/** The event a change is about: the series where the whole series is meant. */
async function targetOf(
  access: EventAccess,
  { eventId, scope }: TargetWrite,
): Promise<{ readonly ok: true; readonly eventId: string } | { readonly ok: false; readonly result: WriteResult }> {
  if (scope === 'this') return { ok: true, eventId };
  const known: JsonObject | null = await access.version(eventId, null);
  if (known !== null) return { ok: true, eventId: textOf(known['recurringEventId']) ?? eventId };
  const answer = await access.get(eventId);
  if (answer.kind !== 'done') return { ok: false, result: await notDone(access, answer, eventId) };
  return { ok: true, eventId: textOf(answer.json['recurringEventId']) ?? eventId };
}
