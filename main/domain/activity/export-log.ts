import type { ChainedRow } from './activity-row.ts';

/** What an export holds. */
export interface ExportedLog {
  /** Oldest first. */
  readonly rows: readonly ChainedRow[];
  /** Hash of the row before the first; null when that is not known any more. */
  readonly previousHash: string | null;
  /** Milliseconds since the epoch. */
  readonly exportedAt: number;
}

const KIND = 'grantdesk.activity';
const VERSION = 1;
/** Written into the file, so that it can be checked by somebody who has nothing but the file. */
const HOW = [
  'Each row carries the SHA-256 of the hash of the row before it, followed by the row itself.',
  'To check a row, take every field but hash, write it as JSON with the names in alphabetical order and no blanks outside of texts,',
  'put the hash of the row before in front of it (previousHash for the first row), encode that as UTF-8 and take its SHA-256 as 64',
  'lower-case hexadecimal digits: it has to be the hash of the row. Numbers (seq) go up by one. Times (at) are milliseconds since 1970, UTC.',
  'The log keeps its newest rows only, so the first one here need not be number 1.',
  'A matching chain shows that nothing was changed by accident or in part. It does not show that nobody wrote the whole log anew:',
  'compare the hash of a row with one that was noted somewhere else at its time.',
].join(' ');

/** The log as JSON that anybody can check: `grantdesk.activity`, version 1. */
export function logAsJson({ rows, previousHash, exportedAt }: ExportedLog): string {
  const file = { kind: KIND, version: VERSION, exportedAt: new Date(exportedAt).toISOString(), how: HOW, previousHash, rows };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The log as CSV for a spreadsheet, https://www.rfc-editor.org/rfc/rfc4180. */
export function logAsCsv({ rows }: ExportedLog): string {
  const head = ['Number', 'Time', 'Account', 'What', 'Outcome', 'Detail', 'Hash'];
  const lines = rows.map(({ seq, at, account, what, outcome, detail, hash }) => [String(seq), new Date(at).toISOString(), account ?? '', what, outcome, detail ?? '', hash]);
  return [head, ...lines].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

/** `grantdesk-activity-2026-11-26.json` */
export function logFileName(exportedAt: number, format: 'json' | 'csv'): string {
  return `grantdesk-activity-${new Date(exportedAt).toISOString().slice(0, 10)}.${format}`;
}

/** A spreadsheet takes a text that begins with one of these for a formula and would carry it out; an apostrophe makes it text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
