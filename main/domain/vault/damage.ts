import type { Flaw } from './examine.ts';

/** A record that could not be opened as it should, in words for its owner. */
export interface DamagedRecord {
  /** The start of its file's name; `list` for the list of records itself. */
  readonly id: string;
  readonly message: string;
}

const WHAT: Record<Flaw, string> = {
  unreadable: 'is damaged',
  older: 'was replaced by an older copy of itself',
  missing: 'is missing from the vault folder',
  future: 'was written by a newer version of the app',
  'put-back': 'had been removed and was put back into the vault folder',
};

const THEN: Record<Flaw, string> = {
  unreadable: 'A copy was set aside and everything else works: import the client or authorize the account again.',
  older: 'It was not opened and everything else works: import the client or authorize the account again.',
  missing: 'Everything else works: restore the file from a backup, or import the client or authorize the account again.',
  future: 'Update the app to use it; it was left as it is.',
  'put-back': 'It was set aside and not opened.',
};

function label(name: string): string {
  return name.slice(0, 8);
}

export function lostRecord(name: string, flaw: Flaw): DamagedRecord {
  return { id: label(name), message: `Record ${label(name)} ${WHAT[flaw]}. ${THEN[flaw]}` };
}

export function restoredRecord(name: string, flaw: Flaw, exact: boolean): DamagedRecord {
  const use = exact ? 'It was restored from its backup, nothing is lost.' : 'Its previous version is in use: check it.';
  return { id: label(name), message: `Record ${label(name)} ${WHAT[flaw]}. ${use}` };
}

export const LIST_LOST: DamagedRecord = {
  id: 'list',
  message: 'The list of records is damaged or missing, so the vault cannot tell whether a record was removed. Check that all your authorizations are there.',
};

export const LIST_OLDER: DamagedRecord = {
  id: 'list',
  message: 'The list of records is older than the records: part of the vault folder was restored from another time. Check that all your authorizations are there.',
};

export const REPAIR_FAILED: DamagedRecord = {
  id: 'repair',
  message: 'Damaged records could not be repaired on disk. Make room on the disk and start the app again.',
};
