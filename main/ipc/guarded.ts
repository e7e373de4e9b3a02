import { FaultError } from '../domain/shared/fault.ts';
import type { Result } from '../../preload/contract/result.ts';
import { failed } from './answer.ts';

/**
 * Turns whatever a handler throws into a Result: a thrown Error would lose its code on the bridge and carry a stack.
 * @param report gets what nobody expected, for the log
 */
export async function guarded(run: () => Promise<Result<unknown>>, report: (error: unknown) => void): Promise<Result<unknown>> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof FaultError) return failed(error.fault);
    report(error);
    return {
      ok: false,
      error: {
        code: 'internal',
        message: 'Something went wrong inside Grantdesk.',
        hint: 'Try again; the log file names the cause.',
        problems: [],
      },
    };
  }
}
