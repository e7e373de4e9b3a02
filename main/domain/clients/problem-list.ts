import { fail, type Outcome, type Problem } from '../shared/fault.ts';

export function problem(code: string, message: string, hint: string | null = null): Problem {
  return { code, message, hint };
}

/** A failure that names every problem: the first one leads, and the list is given only when there are several. */
export function failWithAll(problems: readonly [Problem, ...Problem[]]): Outcome<never> {
  const [first] = problems;
  return fail(first.code, first.message, first.hint, problems.length > 1 ? problems : []);
}

/** Whether there is at least one, in a way the compiler understands. */
export function any<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
