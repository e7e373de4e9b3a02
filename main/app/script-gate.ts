import { join } from 'node:path';
import { readlinkSync } from 'node:fs';
import { askingProgram } from '../adapters/asking-program.ts';
import type { ScriptAddress } from '../adapters/script-address.ts';
import { ScriptSocket } from '../adapters/script-socket.ts';
import type { Program } from '../domain/scripting/program.ts';
import { Questions, QUESTION_MS, type AskedQuestion } from '../domain/scripting/questions.ts';
import type { ScriptAnswer, ScriptRequest } from '../domain/scripting/script-request.ts';
import { fail, fault, FaultError, type Outcome, type Problem } from '../domain/shared/fault.ts';
import type { Clock, Random } from '../domain/shared/ports.ts';
import { SerialQueue } from '../domain/shared/serial-queue.ts';
import type { Workspace } from '../ipc/services.ts';

export interface ScriptGateDeps {
  readonly userData: string;
  readonly address: ScriptAddress | null;
  /** In a checkout: the script that starts the command. */
  readonly launcher: string | null;
  /** How the command is called in a terminal. */
  readonly command: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly workspace: () => Promise<Pick<Workspace, 'scripts'>>;
  /** Why the vault cannot be read; null when it is open. Asked once the start is over. */
  readonly closedVault: () => Problem | null;
  /** False when there is no display to show a question on. */
  readonly canAsk: () => boolean;
  /** What the page should know of changed. */
  readonly onChange: () => void;
  /** The question that stands; null when none does. */
  readonly onQuestion: (question: AskedQuestion | null) => void;
  /** A program was answered, whatever the answer. */
  readonly onUse: () => void;
  readonly reportError: (what: string, error: unknown) => void;
}

const NO_ADDRESS = fault('scripts-not-listening', 'The path of the data folder is too long for a socket, and there is no runtime folder.', 'Start Grantdesk in a desktop session.');
const NOBODY_THERE = fault(
  'script-nobody-to-ask',
  'This program is not allowed yet, and there is no display to ask you on.',
  'Run it once while Grantdesk’s window is open, and choose Allow for this account.',
);

/** Where programs come in: the socket while `Let scripts ask` is on, and the questions to the user. */
export class ScriptGate {
  readonly questions: Questions;
  readonly #deps: ScriptGateDeps;
  readonly #turns = new SerialQueue();
  #socket: ScriptSocket | null = null;
  #problem: Problem | null = null;

  constructor(deps: ScriptGateDeps) {
    this.#deps = deps;
    this.questions = new Questions({ clock: deps.clock, random: deps.random, onChange: () => deps.onQuestion(this.questions.current()) });
  }

  status(): { readonly listening: boolean; readonly problem: Problem | null; readonly command: string; readonly tellsPrograms: boolean } {
    return { listening: this.#socket !== null, problem: this.#problem, command: this.#deps.command, tellsPrograms: hasProc };
  }

  /** Opens or closes the socket; never rejects. Resolves true when it is as wanted. */
  follow(on: boolean): Promise<boolean> {
    return this.#turns.run(async () => {
      if (on === (this.#socket !== null)) return true;
      if (on) await this.#open();
      else await this.#close();
      this.#deps.onChange();
      return on === (this.#socket !== null);
    });
  }

  async #open(): Promise<void> {
    const { address, userData, launcher } = this.#deps;
    this.#problem = address === null ? NO_ADDRESS : null;
    if (address === null) return;
    const own = { executable: hasProc ? readlinkSync('/proc/self/exe') : process.execPath, launcher };
    try {
      this.#socket = await ScriptSocket.open({
        address,
        challengeFolder: hasProc ? join(userData, 'scripts') : null,
        programOf: (pid, startedAt) => askingProgram(pid, startedAt, own),
        answer: (...of) => this.#answer(...of),
        reportError: (error) => this.#deps.reportError('a request of a script failed', error),
      });
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      this.#problem = error.fault;
      this.#deps.reportError('the socket for scripts was not opened', error);
    }
  }

  async #close(): Promise<void> {
    const socket = this.#socket;
    this.#socket = null;
    this.#problem = null;
    await socket?.close();
  }

  async #answer(program: Program, request: ScriptRequest, signal: AbortSignal, waiting: (seconds: number) => void): Promise<Outcome<ScriptAnswer>> {
    try {
      const { scripts } = await this.#deps.workspace();
      const closed = this.#deps.closedVault();
      if (closed !== null) return fail(closed.code, closed.message, closed.hint);
      return await scripts.answer(request, {
        program,
        signal,
        ask: async (question) => {
          if (!this.#deps.canAsk()) return { kind: 'no', why: NOBODY_THERE };
          const asked = this.questions.ask(question, AbortSignal.any([signal, scripts.closing]));
          waiting(QUESTION_MS / 1000);
          return await asked;
        },
      });
    } finally {
      this.#deps.onUse();
    }
  }
}

/** Only Linux tells which process asks. */
const hasProc = process.platform === 'linux';
