import { fail, ok, type Outcome } from '../shared/fault.ts';
import { isObject, numberOf, parseJsonObject, textOf } from '../shared/guards.ts';
import type { VaultRecord } from '../vault/records.ts';
import type { GroupValues } from './group-values.ts';

/** A group's settings at one moment. */
export interface GroupSnapshot {
  readonly id: string;
  readonly authorizationId: string;
  readonly email: string;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
  /** `before-save`: made by itself; `kept`: the user asked for it; `imported`: from a file. */
  readonly origin: 'before-save' | 'kept' | 'imported';
  readonly values: GroupValues;
}

/** What an exported file is called inside, so that no other JSON file is taken for one. */
const KIND = 'grantdesk.group-snapshot';
const VERSION = 1;
const MAX_FIELDS = 300;
const MAX_VALUE = 20_000;

export const MAX_SNAPSHOT_FILE_BYTES = 1024 * 1024;

/** A stored snapshot; null for a record that is none. */
export function readSnapshot({ id, value }: VaultRecord): GroupSnapshot | null {
  if (!isObject(value)) return null;
  const authorizationId = textOf(value['authorizationId']);
  const email = textOf(value['email']);
  const takenAt = numberOf(value['takenAt']);
  const { origin } = value;
  const values = readValues(value['values']);
  if (authorizationId === null || email === null || takenAt === null || values === null) return null;
  return { id, authorizationId, email, takenAt, origin: origin === 'before-save' || origin === 'imported' ? origin : 'kept', values };
}

/** The text of an export file. */
export function snapshotFile({ email, takenAt, values }: GroupSnapshot): string {
  return `${JSON.stringify({ kind: KIND, version: VERSION, email, takenAt: new Date(takenAt).toISOString(), values }, null, 2)}\n`;
}

/** A file name that tells group and day: `choir@harbor.example 2026-03-16.json`. */
export function snapshotFileName({ email, takenAt }: GroupSnapshot): string {
  return `${email.replaceAll(/[^\p{L}\p{N}@._+-]/gu, '_')} ${new Date(takenAt).toISOString().slice(0, 10)}.json`;
}

export type SnapshotContent = Pick<GroupSnapshot, 'email' | 'takenAt' | 'values'>;

/** Reads the text of an export file. Faults, each one sentence: `snapshot-file-*`. */
export function parseSnapshotFile(text: string): Outcome<SnapshotContent> {
  // Some editors put a byte order mark in front.
  const json = parseJsonObject(text.replace(/^\uFEFF/, ''));
  if (json === null) return fail('snapshot-file-not-json', 'That file is not JSON.', EXPORTED);
  if (json['kind'] !== KIND) return fail('snapshot-file-other-kind', 'That file holds no settings of a group.', EXPORTED);
  if (json['version'] !== VERSION) return fail('snapshot-file-version', 'That file was written by another version of Grantdesk.', 'Update Grantdesk, or export it again.');
  const email = textOf(json['email']);
  const takenAt = typeof json['takenAt'] === 'string' ? Date.parse(json['takenAt']) : Number.NaN;
  const values = readValues(json['values']);
  if (email === null || email.length > 320 || Number.isNaN(takenAt)) return damaged('It does not say which group it is of, or when it was taken.');
  if (values === null) return damaged(`Its values have to be texts: at most ${MAX_FIELDS}, of ${MAX_VALUE.toLocaleString('en')} characters at most.`);
  if (Object.keys(values).length === 0) return damaged('It has no values.');
  return ok({ email, takenAt, values });
}

const EXPORTED = 'Choose a file that “Export” of a snapshot wrote.';

function damaged(hint: string): Outcome<never> {
  return fail('snapshot-file-damaged', 'That file is incomplete or was changed.', hint);
}

/** Those values that a snapshot holds and gives back: what a server sent by mistake must not cost the rest. */
export function keepable(values: GroupValues): GroupValues {
  const fields = Object.entries(values).filter(([name, value]) => isName(name) && value.length <= MAX_VALUE);
  return Object.fromEntries(fields.slice(0, MAX_FIELDS));
}

/** Texts under names, without `__proto__`; null for anything else. */
function readValues(value: unknown): GroupValues | null {
  if (!isObject(value)) return null;
  const fields = Object.entries(value).filter(([name]) => name !== '__proto__');
  if (fields.length > MAX_FIELDS) return null;
  const texts = fields.filter((field): field is [string, string] => typeof field[1] === 'string' && field[1].length <= MAX_VALUE && isName(field[0]));
  return texts.length === fields.length ? Object.fromEntries(texts) : null;
}

function isName(name: string): boolean {
  return name !== '' && name.length <= 100;
}
