/** One problem in words: what is wrong, and what to do about it. Never holds a secret. */
export interface ProblemDto {
  readonly code: string;
  readonly message: string;
  /** What to do next; null when the message already says it. */
  readonly hint: string | null;
}

/** A failure as it crosses the bridge: a thrown Error would lose its code there. */
export interface ErrorDto extends ProblemDto {
  /** Further problems of the same kind (a client file can have several), the first repeated. */
  readonly problems: readonly ProblemDto[];
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorDto };

/** The answer of calls that have nothing to tell but success. */
export type Done = Result<null>;
