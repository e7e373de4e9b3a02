import { isObject, parseJsonObject, type JsonObject } from '../shared/guards.ts';
import type { Problem } from '../shared/fault.ts';
import type { ScriptAccount, ScriptAnswer, ScriptRequest } from './script-request.ts';

/**
 * What goes over the socket between the command and the app: one JSON object a line.
 *
 *     command: {"type":"hello","protocol":1,"pid":4711}
 *     app:     {"type":"hello","protocol":1,"challenge":"/…/scripts/…"}    the command opens that file and keeps it open
 *     command: {"type":"request","request":{"verb":"token",…}}
 *     app:     {"type":"waiting","seconds":60}                              the user is being asked
 *     app:     {"type":"answer","answer":{…}} or {"type":"refused","error":{"code":…,"message":…,"hint":…}}
 *
 * One request a connection. Everything read here came from another process: nothing is taken on its word.
 */
export const PROTOCOL = 1;

/** Characters of a line: a request at its longest is a body of 1,000,000, escaped. */
export const LONGEST_HELLO = 1_000;
export const LONGEST_REQUEST = 4_000_000;
export const LONGEST_ANSWER = 64_000_000;

const LONGEST_BODY = 1_000_000;
const LONGEST_VALUE = 8_192;
const LONGEST_WORD = 320;
const MOST_SCOPES = 100;
const MOST_PARAMETERS = 200;

export type ClientLine =
  | { readonly type: 'hello'; readonly protocol: number; readonly pid: number }
  | { readonly type: 'request'; readonly request: ScriptRequest };

export type ServerLine =
  | { readonly type: 'hello'; readonly protocol: number; readonly challenge: string | null }
  | { readonly type: 'waiting'; readonly seconds: number }
  | { readonly type: 'answer'; readonly answer: ScriptAnswer }
  | { readonly type: 'refused'; readonly error: Problem };

export function line(of: ClientLine | ServerLine): string {
  return `${JSON.stringify(of)}\n`;
}

/** @returns null for anything that is no line of the command; unknown members are refused, as in a strict schema */
export function readClientLine(text: string): ClientLine | null {
  const value = parseJsonObject(text);
  if (value === null) return null;
  if (value['type'] === 'hello') {
    const { protocol, pid } = value;
    return has(value, ['type', 'protocol', 'pid']) && isCount(protocol) && isCount(pid) ? { type: 'hello', protocol, pid } : null;
  }
  if (value['type'] !== 'request' || !has(value, ['type', 'request'])) return null;
  const request = readRequest(value['request']);
  return request === null ? null : { type: 'request', request };
}

function readRequest(value: unknown): ScriptRequest | null {
  if (!isObject(value)) return null;
  const { verb, account, client, scopes } = value;
  switch (verb) {
    case 'list':
      return has(value, ['verb']) ? { verb } : null;
    case 'token':
    case 'header':
      if (!has(value, ['verb', 'account', 'client', 'scopes']) || !isWord(account) || !isWordOrNull(client)) return null;
      return scopes === null || isWords(scopes) ? { verb, account, client, scopes } : null;
    case 'call':
      return readCall(value);
    default:
      return null;
  }
}

function readCall(value: JsonObject): ScriptRequest | null {
  const { account, client, api, method, parameters, body, allPages } = value;
  if (!has(value, ['verb', 'account', 'client', 'api', 'method', 'parameters', 'body', 'allPages'])) return null;
  if (!isWordOrNull(account) || !isWordOrNull(client) || !isWord(api) || !isWord(method) || !isParameters(parameters)) return null;
  if (!(body === null || (typeof body === 'string' && body.length <= LONGEST_BODY)) || typeof allPages !== 'boolean') return null;
  return { verb: 'call', account, client, api, method, parameters, body, allPages };
}

/** For the command: a line of the app. It is the user's own app; the checks are for a version that speaks differently. */
export function readServerLine(text: string): ServerLine | null {
  const value = parseJsonObject(text);
  if (value === null) return null;
  switch (value['type']) {
    case 'hello': {
      const { protocol, challenge } = value;
      return isCount(protocol) && (challenge === null || typeof challenge === 'string') ? { type: 'hello', protocol, challenge } : null;
    }
    case 'waiting':
      return isCount(value['seconds']) ? { type: 'waiting', seconds: value['seconds'] } : null;
    case 'refused': {
      const error = readProblem(value['error']);
      return error === null ? null : { type: 'refused', error };
    }
    case 'answer': {
      const answer = readAnswer(value['answer']);
      return answer === null ? null : { type: 'answer', answer };
    }
    default:
      return null;
  }
}

function readAnswer(value: unknown): ScriptAnswer | null {
  if (!isObject(value)) return null;
  switch (value['verb']) {
    case 'list':
      return Array.isArray(value['accounts']) && value['accounts'].every(isAccount) ? { verb: 'list', accounts: value['accounts'] } : null;
    case 'token': {
      const { account, clientId, scopes, token, expiresAt, left } = value;
      const texts = typeof account === 'string' && typeof clientId === 'string' && typeof token === 'string' && typeof expiresAt === 'number';
      return texts && isTexts(scopes) && isTexts(left) ? { verb: 'token', account, clientId, scopes, token, expiresAt, left } : null;
    }
    case 'call': {
      const { account, status, body, truncated, morePages, problem } = value;
      if (typeof account !== 'string' || typeof body !== 'string' || !(status === null || typeof status === 'number')) return null;
      if (typeof truncated !== 'boolean' || typeof morePages !== 'boolean') return null;
      return { verb: 'call', account, status, body, truncated, morePages, problem: problem === null ? null : readProblem(problem) };
    }
    default:
      return null;
  }
}

function readProblem(value: unknown): Problem | null {
  if (!isObject(value)) return null;
  const { code, message, hint } = value;
  return typeof code === 'string' && typeof message === 'string' && (hint === null || typeof hint === 'string') ? { code, message, hint } : null;
}

function isAccount(value: unknown): value is ScriptAccount {
  return isObject(value) && ['account', 'client', 'clientId', 'state'].every((key) => typeof value[key] === 'string') && isTexts(value['scopes']);
}

function isParameters(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  if (!isObject(value)) return false;
  const entries = Object.entries(value);
  const isValues = (texts: unknown): boolean =>
    Array.isArray(texts) && texts.length > 0 && texts.length <= MOST_PARAMETERS && texts.every((text) => typeof text === 'string' && text.length <= LONGEST_VALUE);
  return entries.length <= MOST_PARAMETERS && entries.every(([name, texts]) => isWord(name) && isValues(texts));
}

function has(value: JsonObject, keys: readonly string[]): boolean {
  return Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isWord(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_WORD;
}

function isWordOrNull(value: unknown): value is string | null {
  return value === null || isWord(value);
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.length <= MOST_SCOPES && value.every(isWord);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
