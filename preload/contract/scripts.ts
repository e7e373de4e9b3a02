import { z } from 'zod';
import type { ProblemDto } from './result.ts';
import type { ScopeDto } from './scopes.ts';

export interface ScriptProgramDto {
  readonly kind: 'script' | 'binary' | 'inline' | 'terminal' | 'unknown';
  readonly name: string;
  readonly path: string | null;
  /** The interpreter of a script. */
  readonly runBy: string | null;
  /** False when it cannot be told apart from others: it can be allowed once only. */
  readonly recognisable: boolean;
}

/** A program waits for the user's word. */
export interface ScriptQuestionDto {
  readonly id: string;
  readonly program: ScriptProgramDto;
  /** Null: it wants to see the list of accounts. */
  readonly account: string | null;
  /** The API method it wants called; null when it wants a token. */
  readonly method: string | null;
  /** Everything the account granted. */
  readonly granted: readonly ScopeDto[];
  /** Full scopes, those of `granted` that are asked for. */
  readonly asked: readonly string[];
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

export interface ScriptApprovalDto {
  readonly id: string;
  readonly program: ScriptProgramDto;
  /** Null: the list of accounts. */
  readonly account: string | null;
  /** False: calls only, and no token. */
  readonly tokens: boolean;
  /** What it may have at most. */
  readonly ceiling: readonly ScopeDto[];
  readonly approvedAt: number;
  readonly lastUsedAt: number | null;
  readonly uses: number;
}

export interface ScriptsDto {
  /** Whether the app takes requests now. */
  readonly listening: boolean;
  /** Why not, although it is switched on. */
  readonly problem: ProblemDto | null;
  /** How to call the command in a terminal: a name, or a path ready to paste. */
  readonly command: string;
  /** False where the system does not tell which program asks. */
  readonly tellsPrograms: boolean;
  /** Last used first. */
  readonly approvals: readonly ScriptApprovalDto[];
}

const id = z.string().min(1).max(100);

export const answerScriptSchema = z.strictObject({
  id,
  answer: z.enum(['once', 'always', 'no']),
  /** Full scopes it may have; counts with `once` and `always`. */
  ceiling: z.array(z.string().min(1).max(300)).max(200),
});
export const scriptApprovalRefSchema = z.strictObject({ id });
