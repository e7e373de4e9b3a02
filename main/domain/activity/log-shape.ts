/** How a log is cut into records. */
export interface LogShape {
  /** Rows in a segment: a save writes the last segment anew, so this is what a row costs. */
  readonly perSegment: number;
  /** Segments kept; when a new one begins, the oldest beyond them goes. */
  readonly segments: number;
}

/** 10,000 rows at most. Fixed for good: where the log begins is worked out from where it ends, and must come out the same. */
export const LOG_SHAPE: LogShape = { perSegment: 500, segments: 20 };

/** Number of the segment that row `seq` belongs to, from 1. Fixed by the row's number, so a row cannot hide in another one. */
export function segmentOf(seq: number, { perSegment }: LogShape): number {
  return Math.ceil(seq / perSegment);
}

/** First and last row of a segment. */
export function rangeOf(segment: number, { perSegment }: LogShape): { readonly from: number; readonly to: number } {
  return { from: (segment - 1) * perSegment + 1, to: segment * perSegment };
}

/** Number of the last row that a log ending at `seq` has dropped; 0 while it holds all. */
export function droppedBefore(seq: number, shape: LogShape): number {
  return Math.max(0, segmentOf(seq, shape) - shape.segments) * shape.perSegment;
}

const PREFIX = 'log-';

/** `log-000001` */
export function segmentId(segment: number): string {
  return PREFIX + String(segment).padStart(6, '0');
}

/** Null for the id of anything else. */
export function segmentNumber(id: string): number | null {
  const segment = id.startsWith(PREFIX) ? Number(id.slice(PREFIX.length)) : Number.NaN;
  return Number.isSafeInteger(segment) && segment >= 1 && segmentId(segment) === id ? segment : null;
}
