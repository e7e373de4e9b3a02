import type { EventAnswer } from '../google/event-client.ts';
import { isObject, type JsonObject } from '../shared/guards.ts';
import { emailOf, fieldsOf, sameAddress, type EventChanges, type EventField, type EventFields } from './detail-fields.ts';
import { etagOf } from './detail.ts';
import { attendeesOf } from './event-guests.ts';
import { mergeChanges, sameField, withChanges, type FieldConflict } from './merge-changes.ts';
import { fieldInWords, fieldNames, NOT_KNOWN } from './merge-words.ts';
import { momentsOf } from './own-moment.ts';
import { notDone, type EventAccess } from './write-access.ts';
import { patchBody, timeProblem, type WriteBody } from './write-body.ts';
import { refusal, type SendUpdates, type WriteResult } from './write-types.ts';

export interface PatchPlan {
  readonly eventId: string;
  /** Null: whatever was changed meanwhile. */
  readonly etag: string | null;
  readonly changes: EventChanges;
  readonly sendUpdates: SendUpdates;
  /** The version the user saw; null when it is not known any more. */
  readonly before: JsonObject | null;
  /** A version whose guests may come back with the answers they had, and whose times with their offsets. */
  readonly known?: JsonObject | null;
  /** Takes the conference away again. */
  readonly withoutConference?: boolean;
}

export type Patched =
  | {
      readonly kind: 'done';
      /** The version that was written over, and the one that came of it; the same when there was nothing to send. */
      readonly before: JsonObject;
      readonly after: JsonObject;
      readonly ignored: readonly string[];
    }
  | { readonly kind: 'ended'; readonly result: WriteResult };

/** Versions that may pass by before it is given up. */
const MAX_ROUNDS = 4;

/**
 * Changes an event on the version the user saw. Where it was changed meanwhile, what does not clash is carried out on the new version by
 * itself; what clashes is handed back. https://developers.google.com/workspace/calendar/api/guides/version-resources
 */
export async function patchEvent(access: EventAccess, plan: PatchPlan): Promise<Patched> {
  let { etag, before, changes } = plan;
  const conditional = etag !== null;
  // A list of guests is only merged into one that is surely whole and current.
  let current = etag === null || changes.guests !== undefined ? null : await access.version(plan.eventId, etag);
  for (let round = 1; ; round += 1) {
    if (current === null) {
      const answer = await access.get(plan.eventId);
      if (answer.kind !== 'done') return ended(await notDone(access, answer, plan.eventId));
      current = answer.json;
      if (current['status'] === 'cancelled') {
        await access.drop(plan.eventId, current);
        return ended({ outcome: 'gone' });
      }
    }
    if (conditional && etagOf(current) !== etag) {
      await access.keep(current);
      const merged = merge(access, before, changes, current);
      if (merged.kind === 'ended') return merged;
      ({ changes } = merged);
      before = current;
    }
    etag = etagOf(current);
    const refused = problemOf(access, changes, current);
    if (refused !== null) return ended(refused);
    const write = bodyOf(access, plan, { changes, current, before: before ?? current });
    if (Object.keys(write.body).length === 0) return { kind: 'done', before: current, after: current, ignored: [] };
    const sent: EventAnswer = await access.patch(plan.eventId, write.body, { etag, sendUpdates: plan.sendUpdates, conference: write.conference });
    if (sent.kind === 'done') return await taken(access, { changes, before: current, after: sent.json });
    const stale = sent.kind === 'refused' && sent.status === 412;
    if (!stale || round >= MAX_ROUNDS) return ended(await notDone(access, sent, plan.eventId));
    current = null;
  }
}

interface Sending {
  readonly changes: EventChanges;
  readonly current: JsonObject;
  /** What the guests in `changes` were chosen from. */
  readonly before: JsonObject;
}

function bodyOf(access: EventAccess, plan: PatchPlan, { changes, current, before }: Sending): WriteBody {
  const zone = access.calendar.timeZone;
  const guestsBefore = fieldsOf(before, zone)?.guests ?? [];
  const { body, conference } = patchBody(changes, { current, calendarZone: zone, guestsBefore, known: plan.known ?? null, requestId: () => access.newId() });
  return plan.withoutConference === true ? { body: { ...body, conferenceData: null }, conference: true } : { body, conference };
}

async function taken(access: EventAccess, of: { readonly changes: EventChanges; readonly before: JsonObject; readonly after: JsonObject }): Promise<Patched> {
  const after = await access.whenConferenceIsMade(of.after);
  await access.keep(after);
  return { kind: 'done', before: of.before, after, ignored: fieldNames(ignoredFields(of.changes, of.before, after, access.calendar.timeZone)) };
}

/** Fields that were to change and are as they were. */
export function ignoredFields(changes: EventChanges, before: JsonObject, after: JsonObject, zone: string | null): readonly EventField[] {
  const [was, is] = [fieldsOf(before, zone), fieldsOf(after, zone)];
  if (was === null || is === null) return [];
  const wanted = withChanges(was, changes);
  return (Object.keys(changes) as EventField[]).filter((field) => {
    if (changes[field] === undefined) return false;
    if (field === 'addConference') return changes.addConference === true && !isObject(after['conferenceData']) && after['hangoutLink'] === undefined;
    if (sameField(field, wanted, was) || !sameField(field, is, was)) return false;
    // The account's own address among the guests is there, but not as a guest of the form.
    return field !== 'guests' || !wanted.guests.some(({ email }) => isInvited(after, email) && !isInvited(before, email));
  });
}

function isInvited(raw: JsonObject, email: string): boolean {
  return attendeesOf(raw).some((attendee) => sameAddress(emailOf(attendee) ?? '', email));
}

function merge(
  access: EventAccess,
  before: JsonObject | null,
  changes: EventChanges,
  current: JsonObject,
): Extract<Patched, { kind: 'ended' }> | { readonly kind: 'changes'; readonly changes: EventChanges } {
  const zone = access.calendar.timeZone;
  const theirs = fieldsOf(current, zone);
  const base = before === null ? null : fieldsOf(before, zone);
  if (theirs === null) return ended(unreadable());
  const merged = base === null ? { changes: {}, conflicts: unknownBase(changes, theirs) } : mergeChanges(base, changes, theirs);
  return merged.conflicts.length > 0 ? ended(conflictOf(access, current, merged.conflicts)) : { kind: 'changes', changes: merged.changes };
}

/** Nobody knows what the user saw: whatever is not as wanted already has to be looked at. */
function unknownBase(changes: EventChanges, theirs: EventFields): readonly FieldConflict[] {
  const mine = withChanges(theirs, changes);
  return (Object.keys(changes) as EventField[])
    .filter((field) => !sameField(field, mine, theirs))
    .map((field) => ({ field, before: NOT_KNOWN, mine: fieldInWords(field, mine), theirs: fieldInWords(field, theirs) }));
}

/** The conflict to be shown; an event that cannot even be shown is refused. */
export function conflictOf(access: EventAccess, current: JsonObject, fields: readonly FieldConflict[]): WriteResult {
  const theirs = access.detail(current);
  return theirs === null ? unreadable() : { outcome: 'conflict', theirs, fields };
}

/** What makes no sense or would do harm, before it is sent. */
function problemOf(access: EventAccess, changes: EventChanges, current: JsonObject): WriteResult | null {
  if (changes.recurrence !== undefined && current['recurringEventId'] !== undefined) {
    return refusal('series-only', 'Only the whole series can repeat differently.', 'This is one of its events. Choose the whole series to change how it repeats.');
  }
  if (changes.guests !== undefined && current['attendeesOmitted'] === true) {
    return refusal(
      'guests-hidden',
      'The guests cannot be changed here.',
      'Google does not show all of them to this account, and changing the list would take out those that are not shown.',
    );
  }
  const zone = access.calendar.timeZone;
  const now = fieldsOf(current, zone);
  if (now === null || (changes.start === undefined && changes.end === undefined)) return null;
  const problem = timeProblem(withChanges(now, changes), momentsOf(current, zone));
  return problem === null ? null : invalidTime(problem);
}

export function invalidTime(problem: string): WriteResult {
  return refusal('invalid-time', 'This is no time an event can have.', problem);
}

export function unreadable(): WriteResult {
  return refusal('event-unreadable', 'This event cannot be read.', 'Google sent it without a start that makes sense. Open it in Google Calendar to mend it.');
}

function ended(result: WriteResult): Extract<Patched, { kind: 'ended' }> {
  return { kind: 'ended', result };
}
