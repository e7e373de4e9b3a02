import type { SandboxAccount } from '../accounts.ts';
import type { GoogleMethod, MethodTable } from '../../domain/google/methods/method-table.ts';
import type { Call } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { takeFault } from '../take-fault.ts';
import type { World } from '../world.ts';
import { badToken, classicError, missingScope, notFound } from './api-error.ts';
import { apiFaultEffect } from './api-fault.ts';
import { callerOf } from './bearer.ts';
import { checkParameters } from './check-parameters.ts';
import { finishReply } from './finish-reply.ts';

/** A call that passed token, scope and parameter checks. */
export interface ApiCall {
  readonly world: World;
  readonly call: Call;
  readonly account: SandboxAccount;
  /** The token's scopes. */
  readonly scopes: readonly string[];
  /** A path parameter, decoded; every one the template names is there. */
  readonly path: (name: string) => string;
  /** A query parameter as sent, or undefined when absent. */
  readonly query: (name: string) => string | undefined;
}

export type ApiHandler = (api: ApiCall) => Reply;

export interface MatchedMethod {
  readonly method: GoogleMethod;
  readonly path: Readonly<Record<string, string>>;
}

/** Finds the method for a request path relative to the table's service path. */
export function matchMethod(table: MethodTable, httpMethod: string, path: string): MatchedMethod | undefined {
  const segments = path.split('/');
  const fitting = table.methods.filter((method) => method.httpMethod === httpMethod && fits(method.path, segments));
  // `events/quickAdd` before `events/{eventId}`.
  const [method] = fitting.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  if (method === undefined) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of method.path.split('/').entries()) {
    if (!part.startsWith('{')) continue;
    const value = decode(segments[index] ?? '');
    if (value === undefined || value === '') return undefined;
    values[part.slice(1, -1)] = value;
  }
  return { method, path: values };
}

/**
 * Answers one API request: token (401), practice fault, scopes against the method table (403), parameters (400), then the handler.
 * https://developers.google.com/workspace/calendar/api/guides/errors
 */
export function answerApi(
  world: World,
  call: Call,
  table: MethodTable,
  handlers: Readonly<Record<string, ApiHandler>>,
  found: MatchedMethod | undefined,
): Reply {
  if (found === undefined) return notFound();
  const { method } = found;
  const caller = callerOf(world, call);
  const fault = takeFault(world, 'api', method.httpMethod !== 'GET' && call.header('if-match') !== undefined);
  const effect = fault === undefined ? undefined : apiFaultEffect(fault, table, method, caller?.token.projectNumber ?? '0');
  if (effect?.kind === 'answer') return effect.reply;
  if (caller === undefined) return badToken();
  if (!method.scopes.some((scope) => caller.token.scopes.includes(scope))) return missingScope(table, method);
  const problem = checkParameters(table, method, call.query);
  if (problem !== undefined) return problem;
  const handler = Object.hasOwn(handlers, method.id) ? handlers[method.id] : undefined;
  const reply =
    handler === undefined
      ? classicError(501, `${method.id} is not practised in the sandbox.`, { reason: 'notImplemented' })
      : handler({
          world,
          call,
          account: caller.account,
          scopes: caller.token.scopes,
          path: (name) => found.path[name] ?? '',
          query: (name) => call.query.get(name) ?? undefined,
        });
  const finished = finishReply(call, reply);
  return effect === undefined ? finished : effect.alter(finished);
}

function fits(template: string, segments: readonly string[]): boolean {
  const parts = template.split('/');
  return parts.length === segments.length && parts.every((part, index) => part.startsWith('{') || part === segments[index]);
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
