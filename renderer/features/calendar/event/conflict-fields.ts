import type { EventFields, EventWrite, EventWriteResultDto, FieldConflictDto } from '../../../../preload/contract/calendar.ts';

export type Conflict = Extract<EventWriteResultDto, { outcome: 'conflict' }>;
export type Side = 'mine' | 'theirs';

const NAMES: Readonly<Record<keyof EventFields, string>> = {
  summary: 'Title',
  location: 'Place',
  description: 'Description',
  start: 'Time',
  end: 'Time',
  recurrence: 'Repetition',
  guests: 'Guests',
  transparency: 'Busy or free',
  visibility: 'Visibility',
  colorId: 'Colour',
  reminders: 'Reminders',
  addConference: 'Meet link',
};

/** One choice of the merge dialog: a field, or start and end together, because half of a time means nothing. */
export interface MergeChoice {
  readonly name: string;
  readonly fields: readonly (keyof EventFields)[];
  readonly before: string;
  readonly mine: string;
  readonly theirs: string;
}

export function choicesOf(conflicts: readonly FieldConflictDto[]): readonly MergeChoice[] {
  const names = [...new Set(conflicts.map(({ field }) => NAMES[field]))];
  return names.map((name) => {
    const of = conflicts.filter(({ field }) => NAMES[field] === name);
    const words = (side: 'before' | 'mine' | 'theirs'): string => of.map((one) => one[side]).join(' – ');
    return { name, fields: of.map(({ field }) => field), before: words('before'), mine: words('mine'), theirs: words('theirs') };
  });
}

/**
 * The write to send after the choices, on the version Google has now.
 * @returns null when nothing of it is left, or it cannot be sent again at all
 */
export function resolved(write: EventWrite, conflict: Conflict, sides: ReadonlyMap<string, Side>): EventWrite | null {
  const { etag } = conflict.theirs;
  switch (write.kind) {
    case 'patch': {
      const dropped = new Set<string>(choicesOf(conflict.fields).flatMap(({ name, fields }) => (sides.get(name) === 'theirs' ? fields : [])));
      // A clash of one end is a clash of the time.
      if (dropped.has('start') || dropped.has('end')) for (const end of ['start', 'end']) dropped.add(end);
      const changes = Object.fromEntries(Object.entries(write.changes).filter(([field]) => !dropped.has(field)));
      return Object.keys(changes).length === 0 ? null : { ...write, etag, changes };
    }
    case 'move':
    case 'delete':
    case 'respond':
      return { ...write, etag };
    case 'insert':
    case 'quick-add':
    case 'undo':
      return null;
  }
}
