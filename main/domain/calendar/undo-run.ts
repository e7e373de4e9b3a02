import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { fieldsOf } from './detail-fields.ts';
import { etagOf } from './detail.ts';
import { attendeesOf, isSelf, ownResponse } from './event-guests.ts';
import { isForeign } from './event-row.ts';
import { differingFields, inverseChanges } from './merge-changes.ts';
import { fieldNames } from './merge-words.ts';
import type { UndoEntry } from './undo-list.ts';
import { notDone, type EventAccess } from './write-access.ts';
import { deleteEvent } from './write-delete.ts';
import { insertOnce } from './write-insert.ts';
import { patchEvent, type Patched } from './write-patch.ts';
import { respond } from './write-respond.ts';
import type { SendUpdates, WriteResult } from './write-types.ts';

/** Takes a write back on the version it made. What was changed since is not written over: that is a conflict, and told. */
export async function undo(access: EventAccess, entry: UndoEntry): Promise<WriteResult> {
  switch (entry.kind) {
    case 'delete': {
      const deleted = await deleteEvent(access, { ...entry, etag: etagOf(entry.after), before: entry.after });
      return deleted.kind === 'ended' ? deleted.result : { outcome: 'done', event: null, undoId: null, ignored: [] };
    }
    case 'patch':
      return resultOf(access, await undoPatch(access, entry));
    case 'respond':
      return resultOf(access, await undoRespond(access, entry));
    case 'restore':
      return await restore(access, entry.before, entry);
  }
}

async function undoPatch(access: EventAccess, entry: Extract<UndoEntry, { kind: 'patch' | 'respond' }>): Promise<Patched> {
  const { before, after, eventId, sendUpdates } = entry;
  const zone = access.calendar.timeZone;
  const [was, is] = [fieldsOf(before, zone), fieldsOf(after, zone)];
  const changes = was === null || is === null ? {} : inverseChanges(was, is);
  const withoutConference = !isObject(before['conferenceData']) && isObject(after['conferenceData']);
  return await patchEvent(access, { eventId, etag: etagOf(after), changes, sendUpdates, before: after, known: before, withoutConference });
}

async function undoRespond(access: EventAccess, entry: Extract<UndoEntry, { kind: 'patch' | 'respond' }>): Promise<Patched> {
  const { before, after, eventId, sendUpdates } = entry;
  const comment = textOf(attendeesOf(before).find(isSelf)?.['comment']) ?? '';
  return await respond(access, { eventId, etag: etagOf(after), response: ownResponse(before) ?? 'needsAction', comment, sendUpdates, before: after });
}

/**
 * Brings a deleted event back under its own id: at Google it is cancelled, not gone. Where that is refused and the account organizes
 * the event, a copy is made; for anybody else's event a copy would be another invitation.
 */
async function restore(access: EventAccess, before: JsonObject, of: { readonly eventId: string; readonly sendUpdates: SendUpdates }): Promise<WriteResult> {
  const { sendUpdates, eventId } = of;
  const status = before['status'] === 'tentative' ? 'tentative' : 'confirmed';
  const answer = await access.patch(eventId, { status }, { etag: null, sendUpdates });
  if (answer.kind === 'done' && answer.json['status'] !== 'cancelled') {
    await access.keep(answer.json);
    return { outcome: 'done', event: access.row(answer.json), undoId: null, ignored: lost(access, before, answer.json) };
  }
  const refusedForGood = answer.kind === 'done' || (answer.kind === 'refused' && [400, 403, 404, 409, 410].includes(answer.status ?? 0));
  if (!refusedForGood || isForeign(before, access.calendar)) {
    return answer.kind === 'done' ? { outcome: 'gone' } : await notDone(access, answer, null);
  }
  const id = access.newId();
  const copied = await insertOnce(access, { id, body: copyOf(before, id), conference: isObject(before['conferenceData']), sendUpdates, repeated: false });
  if (copied.kind === 'done') return { outcome: 'done', event: access.row(copied.after), undoId: null, ignored: lost(access, before, copied.after) };
  return copied.kind === 'ended' ? copied.result : { outcome: 'gone' };
}

/** What Google sets by itself, or what belongs to the deleted event alone. */
const notCopied: ReadonlySet<string> = new Set([
  'kind',
  'etag',
  'id',
  'htmlLink',
  'created',
  'updated',
  'creator',
  'organizer',
  'iCalUID',
  'sequence',
  'recurringEventId',
  'originalStartTime',
  'hangoutLink',
  'status',
  'locked',
  'privateCopy',
]);

function copyOf(before: JsonObject, id: string): JsonObject {
  return { ...Object.fromEntries(Object.entries(before).filter(([name]) => !notCopied.has(name))), id };
}

function lost(access: EventAccess, before: JsonObject, after: JsonObject): readonly string[] {
  const [was, is] = [fieldsOf(before, access.calendar.timeZone), fieldsOf(after, access.calendar.timeZone)];
  return was === null || is === null ? [] : fieldNames(differingFields(was, is));
}

function resultOf(access: EventAccess, patched: Patched): WriteResult {
  if (patched.kind === 'ended') return patched.result;
  return { outcome: 'done', event: access.row(patched.after), undoId: null, ignored: patched.ignored };
}
