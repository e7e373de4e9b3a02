import { textOf, type JsonObject } from '../shared/guards.ts';
import { fieldsOf } from './detail-fields.ts';
import { inZoneOf, type EditedTime } from './detail-time.ts';
import { momentsOf, ownMoment, type EventEnd } from './own-moment.ts';
import { notDone, type EventAccess } from './write-access.ts';
import { patchEvent, unreadable, type Patched } from './write-patch.ts';
import { shiftSeries } from './write-shift.ts';
import { refusal, type WriteOf, type WriteResult } from './write-types.ts';

/** A drag or resize: of one event to the times given, of a series by the same distance. */
export async function moveEvent(access: EventAccess, write: WriteOf<'move'>): Promise<Patched> {
  const { eventId, scope, etag, sendUpdates } = write;
  const event = await versionOf(access, eventId, scope === 'this' ? etag : null);
  if (!event.ok) return ended(event.result);
  const zone = access.calendar.timeZone;
  const was = fieldsOf(event.raw, zone);
  if (was === null) return ended(unreadable());
  const wantedTime = (end: EventEnd): EditedTime => (ownMoment(event.raw, end, write[end], zone) === null ? inZoneOf(was[end], write[end]) : was[end]);
  const wanted = { start: wantedTime('start'), end: wantedTime('end') };
  if (scope === 'this') return await patchEvent(access, { eventId, etag, changes: wanted, sendUpdates, before: event.seen });

  const masterId = textOf(event.raw['recurringEventId']) ?? eventId;
  const master = await versionOf(access, masterId, etag);
  if (!master.ok) return ended(master.result);
  const series = fieldsOf(master.raw, zone);
  if (series === null) return ended(unreadable());
  const shifted = shiftSeries(series, was, wanted, momentsOf(event.raw, zone));
  if (!shifted.ok) return ended(refusal('series-not-movable', 'The whole series cannot be moved like this.', shifted.reason));
  return await patchEvent(access, { eventId: masterId, etag, changes: shifted.changes, sendUpdates, before: master.seen });
}

type Version =
  | {
      readonly ok: true;
      readonly raw: JsonObject;
      /** The same when it is what the user saw; null when it had to be asked for. */
      readonly seen: JsonObject | null;
    }
  | { readonly ok: false; readonly result: WriteResult };

async function versionOf(access: EventAccess, eventId: string, etag: string | null): Promise<Version> {
  const seen = await access.version(eventId, etag);
  if (seen !== null) return { ok: true, raw: seen, seen };
  const answer = await access.get(eventId);
  return answer.kind === 'done' ? { ok: true, raw: answer.json, seen: null } : { ok: false, result: await notDone(access, answer, eventId) };
}

function ended(result: WriteResult): Patched {
  return { kind: 'ended', result };
}
