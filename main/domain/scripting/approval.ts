import { isObject, numberOf, textOf } from '../shared/guards.ts';
import { toHex, utf8 } from '../shared/bytes.ts';
import type { VaultRecord } from '../vault/records.ts';
import type { Program } from './program.ts';

/** What a program may do from now on, without asking. Times are milliseconds since the epoch. */
export interface Approval {
  readonly id: string;
  readonly program: Program & { readonly key: string };
  /** Null: the list of accounts, without any token. */
  readonly authorizationId: string | null;
  readonly email: string | null;
  /** False: calls only, which the app makes itself; the program was never allowed a token. */
  readonly tokens: boolean;
  /** Full scopes it may have, never more. */
  readonly ceiling: readonly string[];
  readonly approvedAt: number;
  readonly lastUsedAt: number | null;
  readonly uses: number;
}

/** The same program and account always give the same id, so a second approval replaces the first. Hex: ids become file names. */
export async function approvalId(programKey: string, authorizationId: string | null): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', utf8(JSON.stringify([programKey, authorizationId])));
  return `script-${toHex(new Uint8Array(digest).subarray(0, 16))}`;
}

const KINDS: readonly string[] = ['script', 'binary', 'inline', 'terminal'];

/** @returns null for a record that holds no approval: what cannot be read allows nothing */
export function readApproval({ id, value }: VaultRecord): Approval | null {
  if (!isObject(value) || !isObject(value['program'])) return null;
  const { program, authorizationId, email, ceiling } = value;
  const key = textOf(program['key']);
  const name = textOf(program['name']);
  const { kind } = program;
  const approvedAt = numberOf(value['approvedAt']);
  if (key === null || name === null || approvedAt === null || typeof kind !== 'string' || !KINDS.includes(kind)) return null;
  if (!Array.isArray(ceiling) || !ceiling.every((scope) => typeof scope === 'string')) return null;
  if (authorizationId !== null && textOf(authorizationId) === null) return null;
  return {
    id,
    program: { key, kind: kind as Program['kind'], name, path: textOf(program['path']), runBy: textOf(program['runBy']) },
    authorizationId: textOf(authorizationId),
    email: textOf(email),
    tokens: value['tokens'] === true,
    ceiling,
    approvedAt,
    lastUsedAt: numberOf(value['lastUsedAt']),
    uses: numberOf(value['uses']) ?? 0,
  };
}
