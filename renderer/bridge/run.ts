import type { ErrorDto, Result } from '../../preload/contract/result.ts';

/** An error the renderer words itself; the shape is that of main's. */
export function problem(code: string, message: string, hint: string | null = null): ErrorDto {
  return { code, message, hint, problems: [] };
}

/**
 * Awaits a call so that it never rejects: a handler that threw, or a main process that went away, becomes an ErrorDto
 * with the code `bridge-failed` like any other failure.
 */
export async function run<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call;
  } catch {
    return {
      ok: false,
      error: problem('bridge-failed', 'Grantdesk could not carry this out.', 'Try again; if it stays so, restart the app. Nothing stored was changed.'),
    };
  }
}
