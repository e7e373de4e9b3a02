import { textOf, type JsonObject } from '../shared/guards.ts';
import { fieldsOf, sameAddress, type EventField } from './detail-fields.ts';
import { etagOf } from './detail.ts';
import { attendeesOf, isSelf, ownResponse, type EventResponse } from './event-guests.ts';
import { sameField, type FieldConflict } from './merge-changes.ts';
import { fieldInWords } from './merge-words.ts';
import { notDone, type EventAccess } from './write-access.ts';
import { conflictOf, type Patched } from './write-patch.ts';
import { refusal, type SendUpdates, type WriteResult } from './write-types.ts';

export interface RespondPlan {
  readonly eventId: string;
  /** Null: whatever was changed meanwhile. */
  readonly etag: string | null;
  readonly response: EventResponse;
  /** Null leaves the comment as it is; empty takes it away. */
  readonly comment: string | null;
  readonly sendUpdates: SendUpdates;
  /** The version the user answered; null when it is not known any more. */
  readonly before: JsonObject | null;
}

const MAX_ROUNDS = 4;
/** What an answer is an answer to. */
const answered: readonly EventField[] = ['start', 'end', 'location', 'recurrence'];

/**
 * Sends the account's own answer and nobody else's entry: with attendeesOmitted Google leaves the other guests alone.
 * When the time or place changed since the user looked, the answer is not sent: it would be to another question.
 */
export async function respond(access: EventAccess, plan: RespondPlan): Promise<Patched> {
  const conditional = plan.etag !== null;
  let current = plan.etag === null ? null : await access.version(plan.eventId, plan.etag);
  for (let round = 1; ; round += 1) {
    if (current === null) {
      const answer = await access.get(plan.eventId);
      if (answer.kind !== 'done') return ended(await notDone(access, answer, plan.eventId));
      current = answer.json;
      await access.keep(current);
    }
    if (current['status'] === 'cancelled') return ended({ outcome: 'gone' });
    const conflicts = conditional && etagOf(current) !== plan.etag ? changedQuestion(plan.before, current, access.calendar.timeZone) : [];
    if (conflicts.length > 0) return ended(conflictOf(access, current, conflicts));
    const own = ownEntry(access, current);
    if (own === null) return ended(refusal('not-a-guest', 'There is nothing to answer.', 'This account is not among the guests of the event.'));
    const entry = { ...own, responseStatus: plan.response, ...(plan.comment === null ? {} : { comment: plan.comment }) };
    const sent = await access.patch(plan.eventId, { attendeesOmitted: true, attendees: [entry] }, { etag: etagOf(current), sendUpdates: plan.sendUpdates });
    if (sent.kind === 'done') {
      await access.keep(sent.json);
      const ignored = ownResponse(sent.json) === plan.response ? [] : ['answer'];
      return { kind: 'done', before: current, after: sent.json, ignored };
    }
    const stale = sent.kind === 'refused' && sent.status === 412;
    if (!stale || round >= MAX_ROUNDS) return ended(await notDone(access, sent, plan.eventId));
    current = null;
  }
}

/** The entry of the calendar's owner: Google marks it; else the one with the account's address. */
function ownEntry(access: EventAccess, raw: JsonObject): JsonObject | null {
  const { accountEmail, primary } = access.calendar;
  const entries = attendeesOf(raw);
  const byAddress = primary && accountEmail !== null ? entries.find((entry) => sameAddress(textOf(entry['email']) ?? '', accountEmail)) : undefined;
  return entries.find(isSelf) ?? byAddress ?? null;
}

function changedQuestion(before: JsonObject | null, current: JsonObject, zone: string | null): readonly FieldConflict[] {
  const [was, is] = [before === null ? null : fieldsOf(before, zone), fieldsOf(current, zone)];
  if (was === null || is === null) return [];
  return answered
    .filter((field) => !sameField(field, was, is))
    .map((field) => ({ field, before: fieldInWords(field, was), mine: fieldInWords(field, was), theirs: fieldInWords(field, is) }));
}

function ended(result: WriteResult): Patched {
  return { kind: 'ended', result };
}
