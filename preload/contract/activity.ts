import { z } from 'zod';

/** Activity: what happened, without any secret. */
export interface ActivityRowDto {
  readonly id: string;
  /** Number of the row since the log began, from 1; null until it is chained (within a second). */
  readonly seq: number | null;
  readonly at: number;
  readonly account: string | null;
  readonly what: string;
  readonly outcome: 'ok' | 'failed' | 'cancelled';
  readonly detail: string | null;
}

/** What `Verify log` found. */
export interface LogCheckDto {
  readonly intact: boolean;
  readonly checkedAt: number;
  /** Rows checked, and the number of the first one that is still kept. */
  readonly rows: number;
  readonly firstSeq: number;
  /** Hash of the last row, 64 hexadecimal digits; null for an empty log. Write it down to prove later that nothing was cut off. */
  readonly head: string | null;
  /** `seq` and `lastSeq`: the first and the last row it is about; null when it is about none in particular. */
  readonly problems: readonly {
    readonly kind: 'changed' | 'removed' | 'reordered' | 'cut-off' | 'unreadable';
    readonly seq: number | null;
    readonly lastSeq: number | null;
    readonly message: string;
  }[];
  /** What is no damage and still worth a word: a save that was interrupted. */
  readonly notes: readonly string[];
}

export const exportActivitySchema = z.strictObject({ format: z.enum(['json', 'csv']) });
