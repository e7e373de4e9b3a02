/** One problem in words. Never holds a token, code, verifier, secret or passphrase. */
export interface Problem {
  /** Stable, kebab-case; what tests and the renderer match on. */
  readonly code: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** What to do; null when the message says it. */
  readonly hint: string | null;
}

/** Why something did not happen. Returned, not thrown, wherever a caller is expected to handle it. */
export interface Fault extends Problem {
  /** All problems when there are several (a client file can have many); empty when there is only this one. */
  readonly problems: readonly Problem[];
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Fault };

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function fault(code: string, message: string, hint: string | null = null, problems: readonly Problem[] = []): Fault {
  return { code, message, hint, problems };
}

export function fail(code: string, message: string, hint: string | null = null, problems: readonly Problem[] = []): Outcome<never> {
  return { ok: false, error: fault(code, message, hint, problems) };
}

/** For the rare place that must throw (a constructor, a port): keeps the fault with its code. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly fault: Fault;
  constructor(of: Fault, options?: ErrorOptions) {
    super(of.message, options);
    this.fault = of;
  }
}

/** Turns the FaultError of a port into an outcome; anything else is a bug and goes on as it is. */
export async function settled<T>(work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, error: error.fault };
    throw error;
  }
}
