/** The program that asks, as far as the system tells. */
export interface Program {
  /**
   * 64 hex digits over what it is and what is in it: a changed script is another program. Null when it cannot be told apart from
   * others; then nothing about it is remembered.
   */
  readonly key: string | null;
  readonly kind: 'script' | 'binary' | 'inline' | 'terminal' | 'unknown';
  /** `backup.sh`, `bash in a terminal` */
  readonly name: string;
  readonly path: string | null;
  /** The interpreter of a script: `/usr/bin/python3.13`. */
  readonly runBy: string | null;
}

/** What asks where the system has no way to tell (no /proc), or would not. */
export const UNKNOWN_PROGRAM: Program = { key: null, kind: 'unknown', name: 'A program of yours', path: null, runBy: null };
