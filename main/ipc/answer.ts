import type { z } from 'zod';
import type { Fault, Outcome, Problem } from '../domain/shared/fault.ts';
import { redact } from '../domain/shared/redact.ts';
import type { Done, ErrorDto, ProblemDto, Result } from '../../preload/contract/result.ts';
import type { Calls } from '../../preload/contract/bridge.ts';

/** What a channel does with the raw argument of the page. Never rejects with anything the page could see. */
export type Handler<K extends keyof Calls> = (raw: unknown) => Promise<Awaited<ReturnType<Calls[K]>>>;
export type Handlers = { readonly [K in keyof Calls]: Handler<K> };

/** Characters an argument may have as JSON, unless a call says otherwise. */
const usualCap = 64 * 1024;

/**
 * A call with an argument: size, then shape, then the work.
 * @param schema of the contract; strict, so an unknown key is refused
 */
export function call<S extends z.ZodType, T>(
  schema: S,
  run: (input: z.output<S>) => Promise<Result<T>>,
  cap = usualCap,
): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => {
    if (sizeOf(raw) > cap) return badRequest('The window sent more than this call takes.');
    const parsed = schema.safeParse(raw);
    if (!parsed.success) return badRequest('The window sent something this call does not take.');
    return await run(parsed.data);
  };
}

/** A call without an argument. */
export function ask<T>(run: () => Promise<Result<T>>): (raw: unknown) => Promise<Result<T>> {
  return async (raw) => (raw === undefined ? await run() : badRequest('This call takes no argument.'));
}

function sizeOf(raw: unknown): number {
  try {
    // JSON.stringify(undefined) is undefined, whatever its type says.
    return (JSON.stringify(raw) as string | undefined)?.length ?? 0;
  } catch {
    // A cyclic or exotic value is no argument of ours: larger than any cap.
    return Number.POSITIVE_INFINITY;
  }
}

function badRequest(message: string): Result<never> {
  return { ok: false, error: { code: 'bad-request', message, hint: 'Restart Grantdesk; if it happens again, report it.', problems: [] } };
}

export function value<T>(of: T): Result<T> {
  return { ok: true, value: of };
}

export const done: Done = { ok: true, value: null };

/** Named fields only, redacted once more: whatever else a fault carries stays in main. */
export function problemDto(problem: Problem): ProblemDto {
  return {
    code: problem.code,
    message: redact(problem.message),
    hint: problem.hint === null ? null : redact(problem.hint),
  };
}

export function errorDto(fault: Fault): ErrorDto {
  return { ...problemDto(fault), problems: fault.problems.map(problemDto) };
}

export function failed(fault: Fault): Result<never> {
  return { ok: false, error: errorDto(fault) };
}

/** A domain outcome as it crosses the bridge. */
export function answer<T, D>(outcome: Outcome<T>, map: (of: T) => D): Result<D> {
  return outcome.ok ? value(map(outcome.value)) : failed(outcome.error);
}

/** The same where success has nothing to tell. */
export function answerDone(outcome: Outcome<unknown>): Done {
  return outcome.ok ? done : failed(outcome.error);
}
