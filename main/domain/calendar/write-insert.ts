import type { EventAnswer } from '../google/event-client.ts';
import { isObject, textOf, type JsonObject } from '../shared/guards.ts';
import { accountKey, dropAccount } from './account-key.ts';
import { fieldsOf, type EventField, type EventFields } from './detail-fields.ts';
import { attendeesOf } from './event-guests.ts';
import { sameField } from './merge-changes.ts';
import { fieldNames } from './merge-words.ts';
import { notDone, type EventAccess } from './write-access.ts';
import { insertBody, timeProblem } from './write-body.ts';
import { invalidTime } from './write-patch.ts';
import type { SendUpdates, WriteOf, WriteResult } from './write-types.ts';

export type Inserted =
  | { readonly kind: 'done'; readonly after: JsonObject; readonly ignored: readonly string[] }
  | { readonly kind: 'ended'; readonly result: WriteResult };

/** Tries of which nobody knows how they ended; older ones are given up. */
const MOST_OPEN = 20;

/**
 * Makes events under ids chosen here, so that a repeat cannot make a second one: while it is not known whether a try was carried out,
 * the same insert keeps its id, and "already there" (409) then means that it was.
 */
export class Inserter {
  /** What was tried → its id. */
  readonly #open = new Map<string, string>();

  async insert(access: EventAccess, write: WriteOf<'insert'>): Promise<Inserted> {
    const problem = timeProblem(write.fields);
    if (problem !== null) return { kind: 'ended', result: invalidTime(problem) };
    const key = accountKey(access.authorizationId, write);
    const id = this.#open.get(key) ?? access.newId();
    const repeated = this.#open.has(key);
    this.#open.delete(key);
    const { body, conference } = insertBody(id, write.fields, () => access.newId());
    const inserted = await insertOnce(access, { id, body, conference, sendUpdates: write.sendUpdates, repeated });
    if (inserted.kind === 'again') return await this.insert(access, write);
    if (inserted.open) this.#remember(key, id);
    if (inserted.kind === 'ended') return inserted;
    return { kind: 'done', after: inserted.after, ignored: fieldNames(missingFields(write.fields, inserted.after, access.calendar.timeZone)) };
  }

  forget(authorizationId: string): void {
    dropAccount(this.#open, authorizationId);
  }

  clear(): void {
    this.#open.clear();
  }

  #remember(key: string, id: string): void {
    this.#open.set(key, id);
    const [oldest] = this.#open.keys();
    if (this.#open.size > MOST_OPEN && oldest !== undefined) this.#open.delete(oldest);
  }
}

interface Insert {
  readonly id: string;
  readonly body: JsonObject;
  readonly conference: boolean;
  readonly sendUpdates: SendUpdates;
  /** An earlier try with this id may have been carried out. */
  readonly repeated: boolean;
}

type Ending =
  | { readonly kind: 'done'; readonly after: JsonObject; readonly open: false }
  | { readonly kind: 'ended'; readonly result: WriteResult; readonly open: boolean }
  /** It was made by an earlier try and deleted since: another id is needed. */
  | { readonly kind: 'again'; readonly open: false };

/** One try; where it is not known how it ended, Google is asked. */
export async function insertOnce(access: EventAccess, insert: Insert): Promise<Ending> {
  const answer = await access.insert(insert.body, insert);
  if (answer.kind === 'done') return await taken(access, answer.json);
  if (answer.kind === 'cancelled') return { kind: 'ended', result: await notDone(access, answer, null), open: true };
  const isThere = answer.status === 409 && insert.repeated;
  if (isThere || answer.uncertain) {
    const found = await access.get(insert.id);
    if (found.kind === 'done' && found.json['status'] !== 'cancelled') return await taken(access, found.json);
    if (found.kind === 'done' && isThere) return { kind: 'again', open: false };
    return { kind: 'ended', result: await undecided(access, answer), open: true };
  }
  return { kind: 'ended', result: await notDone(access, answer, null), open: false };
}

async function taken(access: EventAccess, raw: JsonObject): Promise<Ending> {
  const after = await access.whenConferenceIsMade(raw);
  await access.keep(after);
  return { kind: 'done', after, open: false };
}

async function undecided(access: EventAccess, answer: Extract<EventAnswer, { kind: 'refused' }>): Promise<WriteResult> {
  const result = await notDone(access, answer, null);
  if (result.outcome !== 'refused') return result;
  const meaning = `${result.explanation.meaning} Saving it again cannot make it twice.`;
  return { outcome: 'refused', explanation: { ...result.explanation, meaning } };
}

/** What was filled in and is not in the event that came of it. */
function missingFields(fields: EventFields, after: JsonObject, zone: string | null): readonly EventField[] {
  const made = fieldsOf(after, zone);
  if (made === null) return [];
  const conference = fields.addConference && !isObject(after['conferenceData']) && textOf(after['hangoutLink']) === null;
  const texts = (['summary', 'location', 'description'] as const).filter((field) => fields[field] !== '' && made[field] === '');
  const lists = [
    ...(fields.recurrence.length > 0 && made.recurrence.length === 0 ? (['recurrence'] as const) : []),
    ...(fields.guests.length > 0 && attendeesOf(after).length === 0 ? (['guests'] as const) : []),
  ];
  const choices = (['transparency', 'visibility', 'colorId', 'reminders'] as const).filter((field) => !sameField(field, fields, made));
  return [...texts, ...lists, ...choices, ...(conference ? (['addConference'] as const) : [])];
}

/** A sentence that Google reads as title, place and time. It has no id of ours: whether a lost try made it, only the calendar tells. */
export async function quickAdd(access: EventAccess, write: WriteOf<'quick-add'>): Promise<Inserted> {
  const answer = await access.quickAdd(write.text, write.sendUpdates);
  if (answer.kind !== 'done') return { kind: 'ended', result: await notDone(access, answer, null) };
  await access.keep(answer.json);
  return { kind: 'done', after: answer.json, ignored: [] };
}
