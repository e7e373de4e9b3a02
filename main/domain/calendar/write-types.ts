import type { Explanation } from '../google/explanation.ts';
import type { EventChanges, EventFields } from './detail-fields.ts';
import type { EventDetail } from './detail.ts';
import type { EditedTime } from './detail-time.ts';
import type { EventResponse } from './event-guests.ts';
import type { EventRow } from './event-row.ts';
import type { FieldConflict } from './merge-changes.ts';

/** Who is told by mail; always sent, because the default is documented loosely. */
export type SendUpdates = 'all' | 'externalOnly' | 'none';
/** One instance (or a single event), or the whole series. */
export type SeriesScope = 'this' | 'series';

interface Target {
  readonly calendarId: string;
  readonly eventId: string;
  readonly scope: SeriesScope;
  readonly sendUpdates: SendUpdates;
  /** Of the version the user saw (the series' own for `series`); null carries the write out whatever was changed meanwhile. */
  readonly etag: string | null;
}

export type EventWrite =
  | { readonly kind: 'insert'; readonly calendarId: string; readonly fields: EventFields; readonly sendUpdates: SendUpdates }
  | ({ readonly kind: 'patch'; readonly changes: EventChanges } & Target)
  | ({ readonly kind: 'move'; readonly start: EditedTime; readonly end: EditedTime } & Target)
  | ({ readonly kind: 'delete' } & Target)
  | ({ readonly kind: 'respond'; readonly response: EventResponse; readonly comment: string | null } & Target)
  | { readonly kind: 'quick-add'; readonly calendarId: string; readonly text: string; readonly sendUpdates: SendUpdates }
  | { readonly kind: 'undo'; readonly undoId: string };

export type WriteOf<K extends EventWrite['kind']> = Extract<EventWrite, { readonly kind: K }>;

export type WriteResult =
  | {
      readonly outcome: 'done';
      /** Null after a delete. */
      readonly event: EventRow | null;
      readonly undoId: string | null;
      /** What Google answered 200 for and did not change, in the user's words. */
      readonly ignored: readonly string[];
    }
  | { readonly outcome: 'conflict'; readonly theirs: EventDetail; readonly fields: readonly FieldConflict[] }
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'refused'; readonly explanation: Explanation }
  | { readonly outcome: 'cancelled' };

/** A refusal that is ours: nothing was sent. */
export function refusal(code: string, title: string, meaning: string): WriteResult {
  return { outcome: 'refused', explanation: { code, title, meaning, remedies: [] } };
}
