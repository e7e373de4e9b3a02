import type { FlowHop, FlowParty } from '../oauth/flow-hop.ts';
import { isObject, numberOf, textOf, type JsonObject } from '../shared/guards.ts';
import type { VaultRecord } from '../vault/records.ts';
import type { Receipt } from './receipt.ts';

const PURPOSES = ['new', 'add', 'ask-again', 'reauthorize', 'drop'] as const;
const SURFACES = ['app-window', 'browser'] as const;
const OUTCOMES = ['granted', 'failed', 'cancelled'] as const;
const TYPES = ['installed', 'web'] as const;
const STEPS = ['A', 'B', 'C', 'D', 'E'] as const;
const PARTIES = ['owner', 'agent', 'client', 'redirection', 'authorization', 'token', 'resource'] as const satisfies readonly FlowParty[];
const KINDS = [
  'prepared', 'request', 'page', 'moved', 'ignored', 'redirect', 'token-request', 'token-response', 'account', 'stored', 'revoked', 'ended',
] as const satisfies readonly FlowHop['kind'][];

/** @returns null when the record holds no receipt; a hop that cannot be read is left out */
export function readReceipt({ id, value }: Pick<VaultRecord, 'id' | 'value'>): Receipt | null {
  if (!isObject(value) || !isObject(value['client'])) return null;
  const client = value['client'];
  const startedAt = numberOf(value['startedAt']);
  const endedAt = numberOf(value['endedAt']);
  const purpose = oneOf(PURPOSES, value['purpose']);
  const surface = oneOf(SURFACES, value['surface']);
  const outcome = oneOf(OUTCOMES, value['outcome']);
  const clientId = textOf(client['clientId']);
  const type = oneOf(TYPES, client['type']);
  if (startedAt === null || endedAt === null || purpose === null || surface === null || outcome === null || clientId === null || type === null) return null;
  return {
    id,
    startedAt,
    endedAt,
    purpose,
    surface,
    outcome,
    error: readProblem(value['error']),
    account: pair(value['account'], 'sub', 'email', (sub, email) => ({ sub, email })),
    authorizationId: textOf(value['authorizationId']),
    client: { clientId, projectId: textOf(client['projectId']), type },
    asked: texts(value['asked']),
    granted: texts(value['granted']),
    refused: texts(value['refused']),
    unexpected: texts(value['unexpected']),
    otherAccount: pair(value['otherAccount'], 'expected', 'actual', (expected, actual) => ({ expected, actual })),
    hops: list(value['hops']).map(readHop).filter((hop) => hop !== null),
  };
}

function readHop(value: JsonObject): FlowHop | null {
  const at = numberOf(value['at']);
  const kind = oneOf(KINDS, value['kind']);
  const from = oneOf(PARTIES, value['from']);
  const to = oneOf(PARTIES, value['to']);
  const title = textOf(value['title']);
  if (at === null || kind === null || from === null || to === null || title === null) return null;
  const parameters = list(value['parameters']).map((one) => ({
    name: textOf(one['name']) ?? '',
    value: textOf(one['value']) ?? '',
    hidden: one['hidden'] === true,
    meaning: textOf(one['meaning']) ?? '',
  }));
  return { at, kind, from, to, step: oneOf(STEPS, value['step']), title, address: textOf(value['address']), parameters, note: textOf(value['note']) };
}

function readProblem(value: unknown): Receipt['error'] {
  if (!isObject(value)) return null;
  const code = textOf(value['code']);
  const message = textOf(value['message']);
  return code === null || message === null ? null : { code, message, hint: textOf(value['hint']) };
}

function pair<T>(value: unknown, one: string, other: string, make: (one: string, other: string) => T): T | null {
  if (!isObject(value)) return null;
  const first = textOf(value[one]);
  const second = textOf(value[other]);
  return first === null || second === null ? null : make(first, second);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function list(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function oneOf<T extends string>(all: readonly T[], value: unknown): T | null {
  return all.find((one) => one === value) ?? null;
}
