/** One piece of the agenda: some rows of one day. Long days are cut up, so that no piece is much longer than a screen. */
export interface Chunk {
  readonly date: string;
  /** Index of the day in the list of days. */
  readonly day: number;
  /** Of its first row in the day. */
  readonly from: number;
  readonly count: number;
}

const ROWS = 20;
export const ROW_HEIGHT = 40;
/** Above the first rows of a day. */
export const DAY_GAP = 10;

/** @param days [date, number of rows], in order */
export function chunksOf(days: readonly (readonly [string, number])[]): readonly Chunk[] {
  const chunks: Chunk[] = [];
  days.forEach(([date, rows], day) => {
    for (let from = 0; from < rows; from += ROWS) chunks.push({ date, day, from, count: Math.min(ROWS, rows - from) });
  });
  return chunks;
}

/** In pixels; exact, because every row is as high as the next. */
export function heightOf(chunk: Chunk): number {
  return chunk.count * ROW_HEIGHT + (chunk.from === 0 ? DAY_GAP : 0);
}

/** The first piece of the first day that is not before `date`; the number of pieces when there is none. */
export function chunkFrom(chunks: readonly Chunk[], date: string): number {
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.date ?? '') < date) low = middle + 1;
    else high = middle;
  }
  return low;
}
