import { fault, type Fault } from '../shared/fault.ts';
import { randomId } from '../shared/ids.ts';
import type { Clock, Random } from '../shared/ports.ts';
import type { Program } from './program.ts';

/** What the user is asked. */
export interface Question {
  readonly program: Program;
  /** Null: a program wants to see the list of accounts. */
  readonly account: { readonly authorizationId: string; readonly email: string } | null;
  /** Method id when a call is asked for, which the app makes itself; null for a token. */
  readonly method: string | null;
  /** Full scopes of the account, and those of them that are asked for. */
  readonly granted: readonly string[];
  readonly asked: readonly string[];
}

export interface AskedQuestion extends Question {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

export type Answer =
  /** @property ceiling of `granted`; with `always` it is kept */
  { readonly kind: 'once' | 'always'; readonly ceiling: readonly string[] } | { readonly kind: 'no'; readonly why: Fault };

/** How long a question stands, and how long a program that was turned down is not asked about again; milliseconds. */
export const QUESTION_MS = 60_000;
export const QUIET_MS = 20_000;
/** Questions waiting at a time: a script that starts a hundred commands does not bury the user in dialogs. */
const MOST_WAITING = 8;

const DENIED = fault('script-denied', 'You did not allow this in Grantdesk.');
const UNANSWERED = fault('script-unanswered', 'Nobody answered in Grantdesk within a minute.', 'Run it again and answer the question in Grantdesk’s window.');
const TOO_MANY = fault('script-busy', 'Too many programs are waiting for an answer in Grantdesk.', 'Answer them, then run it again.');
const GONE = fault('script-gone', 'The vault was locked, or Grantdesk ended, before anybody answered.', 'Run it again.');

export interface QuestionsDeps {
  readonly clock: Clock;
  readonly random: Random;
  /** Called when the question that is shown changes, and when one more waits. */
  readonly onChange: () => void;
}

interface Waiting {
  readonly asked: AskedQuestion;
  readonly settle: (answer: Answer) => void;
}

/** The questions to the user: shown one at a time, oldest first, each with a deadline of its own. */
export class Questions {
  readonly #deps: QuestionsDeps;
  #waiting: readonly Waiting[] = [];
  /** Until when a program is not asked about again. */
  readonly #quiet = new Map<string, number>();

  constructor(deps: QuestionsDeps) {
    this.#deps = deps;
  }

  current(): AskedQuestion | null {
    return this.#waiting[0]?.asked ?? null;
  }

  /** @param signal the command went away, or the workspace closes */
  ask(question: Question, signal: AbortSignal): Promise<Answer> {
    const { clock, random } = this.#deps;
    const quiet = this.#quietSeconds(question.program);
    if (quiet > 0) return Promise.resolve({ kind: 'no', why: fault('script-denied', 'You did not allow this in Grantdesk a moment ago.', `It can ask again in ${quiet} s.`) });
    if (this.#waiting.length >= MOST_WAITING) return Promise.resolve({ kind: 'no', why: TOO_MANY });
    if (signal.aborted) return Promise.resolve({ kind: 'no', why: GONE });
    const asked: AskedQuestion = { ...question, id: randomId(random), endsAt: clock.now() + QUESTION_MS };
    return new Promise((resolve) => {
      const settle = (answer: Answer): void => {
        stopTimer();
        signal.removeEventListener('abort', leave);
        this.#waiting = this.#waiting.filter((one) => one.asked.id !== asked.id);
        resolve(answer);
        this.#deps.onChange();
      };
      const leave = (): void => settle({ kind: 'no', why: GONE });
      const stopTimer = clock.after(QUESTION_MS, () => settle({ kind: 'no', why: UNANSWERED }));
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting = [...this.#waiting, { asked, settle }];
      this.#deps.onChange();
    });
  }

  /** @returns false when the question is over */
  answer(id: string, answer: { readonly kind: 'once' | 'always'; readonly ceiling: readonly string[] } | { readonly kind: 'no' }): boolean {
    const waiting = this.#waiting.find((one) => one.asked.id === id);
    if (waiting === undefined) return false;
    const { program, granted } = waiting.asked;
    if (answer.kind === 'no') {
      this.#quiet.set(nameOf(program), this.#deps.clock.now() + QUIET_MS);
      waiting.settle({ kind: 'no', why: DENIED });
      return true;
    }
    // Whatever the page says, no more than the account granted, and nothing is kept of what cannot be recognised again.
    const ceiling = granted.filter((scope) => answer.ceiling.includes(scope));
    waiting.settle({ kind: program.key === null ? 'once' : answer.kind, ceiling });
    return true;
  }

  #quietSeconds(program: Program): number {
    const now = this.#deps.clock.now();
    for (const [name, until] of this.#quiet) if (until <= now) this.#quiet.delete(name);
    return Math.ceil(((this.#quiet.get(nameOf(program)) ?? now) - now) / 1000);
  }
}

function nameOf({ key, kind, name }: Program): string {
  return key ?? `${kind} ${name}`;
}
