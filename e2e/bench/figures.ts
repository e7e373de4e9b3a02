/** The middle one of several measurements. */
export function median(of: readonly number[]): number {
  const sorted = [...of].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/** The value that `share` (0 to 1) of the measurements do not exceed. */
export function quantile(of: readonly number[], share: number): number {
  const sorted = [...of].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** One line: what was measured, the figures, and what they should be. */
export function say(what: string, figures: string, budget = ''): void {
  console.log(`${what.padEnd(44)} ${figures}${budget === '' ? '' : `   (${budget})`}`);
}
