import { GOOGLE } from '../../oauth/endpoints.ts';
import type { TokenSource } from '../../oauth/token-source.ts';
import { ok, type Outcome } from '../../shared/fault.ts';
import type { ActivityEntry, Fetch } from '../../shared/ports.ts';
import { ManualClock } from '../../testing/manual-clock.ts';
import { json } from '../../testing/scripted-fetch.ts';
import { Transport } from '../transport.ts';

/** Lets everything that is ready run: promises, and streams, which take a few turns. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
}

/** Lets `work` run, and moves time to the next timer whenever it waits for one. */
export async function runOn<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  let done = false;
  const finish = (): void => { done = true; };
  work.then(finish, finish);
  for (;;) {
    await settle();
    if (done) return work;
    if (!clock.step()) throw new Error('it waits for something that is not the clock');
  }
}

export type Answer = Response | Error | ((request: SeenRequest) => Response | Promise<Response>);

export interface SeenRequest {
  readonly url: string;
  readonly init: RequestInit;
}

/** Answers with what the script says, one entry a request; the last one repeats. */
export class QueuedFetch {
  readonly seen: SeenRequest[] = [];
  readonly #answers: Answer[];

  constructor(...answers: Answer[]) {
    this.#answers = answers;
  }

  readonly fetch: Fetch = async (url, init = {}) => {
    const request = { url, init };
    this.seen.push(request);
    const answer = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    if (answer === undefined) throw new Error('the script is empty');
    if (answer instanceof Error) throw answer;
    return typeof answer === 'function' ? answer(request) : answer.clone();
  };

  /** Tokens sent, in order. */
  get tokens(): readonly (string | null)[] {
    return this.seen.map(({ init }) => new Headers(init.headers).get('authorization'));
  }
}

/** Never answers, and does not mind being aborted. */
export const never = (): Promise<Response> => new Promise(() => undefined);

/** Gives the outcomes in order, the last one again and again, and remembers what was asked. */
export class FakeTokens implements TokenSource {
  readonly asked: { readonly id: string; readonly stale: string | undefined }[] = [];
  readonly #outcomes: Outcome<string>[];

  constructor(...outcomes: Outcome<string>[]) {
    this.#outcomes = outcomes;
  }
  async accessToken(id: string, options: { readonly stale?: string; readonly signal?: AbortSignal } = {}): Promise<Outcome<string>> {
    this.asked.push({ id, stale: options.stale });
    const outcome = this.#outcomes.length > 1 ? this.#outcomes.shift() : this.#outcomes[0];
    return outcome ?? ok('ya29.fake-token');
  }
}

/** A classic error with one reason. */
export function refusal(status: number, reason: string, headers: Readonly<Record<string, string>> = {}): Response {
  return json(status, { error: { code: status, message: `Refused: ${reason}`, errors: [{ domain: 'global', reason }] } }, headers);
}

/** A transport over a script, with everything a test wants to look at. */
export function transportOver(fetch: QueuedFetch, tokens = new FakeTokens(ok('ya29.fake-token'))) {
  const clock = new ManualClock(Date.UTC(2026, 10, 23, 10));
  const activity: ActivityEntry[] = [];
  const transport = new Transport({
    fetch: fetch.fetch,
    clock,
    // Half of the jitter.
    random: { bytes: (length) => new Uint8Array(length).fill(0x80, 0, 1) },
    endpoints: () => GOOGLE,
    tokens,
    activity: { record: (entry) => activity.push(entry) },
    accountOf: () => 'ada@harbor.example',
  });
  return { transport, clock, activity, tokens, fetch };
}
