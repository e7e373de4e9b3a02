/** What the n-th change does: known to the killed program and to the test, so that the whole state can be compared. */
export interface Change {
  readonly id: string;
  /** Null removes the record. */
  readonly value: string | null;
}

export function changeNumber(number: number): Change {
  const id = `record-${number % 5}`;
  return { id, value: number % 7 === 0 ? null : `${number}:${'v'.repeat((number * 331) % 4000)}` };
}
