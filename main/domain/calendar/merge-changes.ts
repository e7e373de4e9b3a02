import type { EventChanges, EventField, EventFields } from './detail-fields.ts';
import { sameTime } from './detail-time.ts';
import { mergeGuests, sameGuests } from './merge-guests.ts';
import { fieldInWords } from './merge-words.ts';

export interface FieldConflict {
  readonly field: EventField;
  /** As text for people. */
  readonly before: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface Merged {
  /** What is still to be sent: what is like that already is left out. */
  readonly changes: EventChanges;
  /** Fields that both sides changed, each to something else. Empty: `changes` can be sent. */
  readonly conflicts: readonly FieldConflict[];
}

const fieldOrder: readonly EventField[] = [
  'summary',
  'start',
  'end',
  'location',
  'description',
  'recurrence',
  'guests',
  'transparency',
  'visibility',
  'colorId',
  'reminders',
];

/**
 * Three versions of an event: as the user saw it, what the user changed, as Google has it now. Fields that only the other side changed
 * are no conflict, nor those changed to the same. Start and end are one thing: an end from here and a start from there make no sense.
 */
export function mergeChanges(before: EventFields, changes: EventChanges, theirs: EventFields): Merged {
  const mine = withChanges(before, changes);
  const time = mergeTime(before, mine, theirs);
  const merged: { -readonly [K in EventField]?: EventFields[K] | undefined } = {};
  const conflicts: FieldConflict[] = [];
  const conflict = (field: EventField): void => {
    conflicts.push({ field, before: fieldInWords(field, before), mine: fieldInWords(field, mine), theirs: fieldInWords(field, theirs) });
  };
  const send = <K extends EventField>(field: K, value: EventFields[K]): void => {
    merged[field] = value;
  };
  for (const field of fieldOrder) {
    if (field === 'start' || field === 'end') {
      if (sameField(field, mine, theirs)) continue;
      if (time === 'mine') send(field, mine[field]);
      if (time === 'clash') conflict(field);
    } else if (changes[field] === undefined || sameField(field, mine, theirs)) {
      continue;
    } else if (field === 'guests') {
      const { guests, clash } = mergeGuests(before.guests, mine.guests, theirs.guests);
      if (clash) conflict('guests');
      else if (!sameGuests(guests, theirs.guests)) send('guests', [...guests]);
    } else if (sameField(field, before, theirs)) {
      send(field, mine[field]);
    } else if (!sameField(field, before, mine)) {
      conflict(field);
    }
  }
  if (changes.addConference === true) send('addConference', true);
  return { changes: merged, conflicts };
}

/** Every field in which two versions differ, in the order of a form. */
export function differingFields(one: EventFields, other: EventFields): readonly EventField[] {
  return fieldOrder.filter((field) => !sameField(field, one, other));
}

/** What undoes `changes`: the fields they touch, as they were. */
export function inverseChanges(before: EventFields, after: EventFields): EventChanges {
  const differing = new Set(differingFields(before, after));
  const changes: Record<string, unknown> = {};
  for (const field of differing) changes[field] = before[field];
  // Half of a time cannot be put back: the other half may be of another kind.
  if (differing.has('start') || differing.has('end')) Object.assign(changes, { start: before.start, end: before.end });
  return changes;
}

export function withChanges(fields: EventFields, changes: EventChanges): EventFields {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return { ...fields, ...given };
}

function mergeTime(before: EventFields, mine: EventFields, theirs: EventFields): 'mine' | 'theirs' | 'clash' {
  const same = (one: EventFields, other: EventFields): boolean => sameTime(one.start, other.start) && sameTime(one.end, other.end);
  if (same(mine, before) || same(mine, theirs)) return 'theirs';
  return same(theirs, before) ? 'mine' : 'clash';
}

export function sameField(field: EventField, one: EventFields, other: EventFields): boolean {
  switch (field) {
    case 'start':
    case 'end':
      return sameTime(one[field], other[field]);
    case 'guests':
      return sameGuests(one.guests, other.guests);
    case 'reminders':
      return sameList(one.reminders, other.reminders);
    case 'recurrence':
      return sameList(one.recurrence, other.recurrence);
    case 'description':
      return sameText(one.description, other.description);
    case 'summary':
    case 'location':
    case 'transparency':
    case 'visibility':
    case 'colorId':
    case 'addConference':
      return one[field] === other[field];
  }
}

/** Google writes line ends its own way; that is no change. */
function sameText(one: string, other: string): boolean {
  return one === other || one.replaceAll('\r\n', '\n').trimEnd() === other.replaceAll('\r\n', '\n').trimEnd();
}

function sameList(one: readonly unknown[] | null, other: readonly unknown[] | null): boolean {
  const key = (list: readonly unknown[] | null): string => (list === null ? 'null' : JSON.stringify(list.map((item) => JSON.stringify(item)).sort()));
  return key(one) === key(other);
}
