import type { EventAnswer } from '../google/event-client.ts';
import type { JsonObject } from '../shared/guards.ts';
import { fieldsOf } from './detail-fields.ts';
import { etagOf } from './detail.ts';
import { differingFields, type FieldConflict } from './merge-changes.ts';
import { fieldInWords, NOT_KNOWN } from './merge-words.ts';
import { notDone, type EventAccess } from './write-access.ts';
import { conflictOf } from './write-patch.ts';
import type { SendUpdates, WriteResult } from './write-types.ts';

export interface DeletePlan {
  readonly eventId: string;
  /** Null: whatever was changed meanwhile. */
  readonly etag: string | null;
  readonly sendUpdates: SendUpdates;
  /** The version the user saw; null when it is not known any more. */
  readonly before: JsonObject | null;
}

export type Deleted =
  | {
      readonly kind: 'done';
      /** What was deleted; null when it was gone already. */
      readonly before: JsonObject | null;
    }
  | { readonly kind: 'ended'; readonly result: WriteResult };

const MAX_ROUNDS = 4;

/** Deletes an event; one that is gone already is as good as deleted. What somebody changed meanwhile is shown before it goes. */
export async function deleteEvent(access: EventAccess, plan: DeletePlan): Promise<Deleted> {
  let current = plan.before ?? (await access.version(plan.eventId, plan.etag));
  for (let round = 1; ; round += 1) {
    if (current === null) {
      const answer = await access.get(plan.eventId);
      if (isGone(answer)) return await wasGone(access, plan);
      if (answer.kind !== 'done') return { kind: 'ended', result: await notDone(access, answer, plan.eventId) };
      current = answer.json;
      if (current['status'] === 'cancelled') {
        await access.drop(plan.eventId, current);
        return { kind: 'done', before: null };
      }
      const conflicts = plan.etag === null || etagOf(current) === plan.etag ? [] : changedSince(plan.before, current, access.calendar.timeZone);
      if (conflicts.length > 0) {
        await access.keep(current);
        return { kind: 'ended', result: conflictOf(access, current, conflicts) };
      }
    }
    const sent = await access.remove(plan.eventId, { etag: etagOf(current), sendUpdates: plan.sendUpdates });
    if (sent.kind === 'done' || isGone(sent)) {
      await access.drop(plan.eventId, current);
      return { kind: 'done', before: sent.kind === 'done' ? current : null };
    }
    const stale = sent.kind === 'refused' && sent.status === 412;
    if (!stale || round >= MAX_ROUNDS) return { kind: 'ended', result: await notDone(access, sent, plan.eventId) };
    current = null;
  }
}

async function wasGone(access: EventAccess, { eventId, before }: DeletePlan): Promise<Deleted> {
  await access.drop(eventId, before ?? (await access.version(eventId, null)));
  return { kind: 'done', before: null };
}

function isGone(answer: EventAnswer): boolean {
  return answer.kind === 'refused' && (answer.status === 404 || answer.status === 410);
}

function changedSince(before: JsonObject | null, current: JsonObject, zone: string | null): readonly FieldConflict[] {
  const [was, is] = [before === null ? null : fieldsOf(before, zone), fieldsOf(current, zone)];
  if (is === null) return [];
  const fields = was === null ? (['summary', 'start'] as const) : differingFields(was, is);
  return fields.map((field) => ({
    field,
    before: was === null ? NOT_KNOWN : fieldInWords(field, was),
    mine: 'Deleted',
    theirs: fieldInWords(field, is),
  }));
}
