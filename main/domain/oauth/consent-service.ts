import { MISSING } from '../grants/grant-faults.ts';
import { withSignIn } from '../scopes/normalize.ts';
import { within } from '../shared/deadline.ts';
import { ok, settled, type Outcome } from '../shared/fault.ts';
import type { ConsentAttempt, StartConsent } from './consent-attempt.ts';
import type { ConsentDeps } from './consent-deps.ts';
import { ConsentRun } from './consent-run.ts';
import * as say from './consent-sentences.ts';

/** Milliseconds that quitting waits for the port. */
const LONGEST_FAREWELL = 1000;

/** Walks the owner through Google's consent, one attempt at a time. */
export class ConsentService {
  readonly #deps: ConsentDeps;
  /** The attempt in progress or the last one. */
  #run: ConsentRun | null = null;
  /** From start() until Google's page is open; what it resolves with does not matter here. */
  #starting: Promise<unknown> | null = null;
  #beginning: ConsentRun | null = null;
  #abandoned = false;

  constructor(deps: ConsentDeps) {
    this.#deps = deps;
  }

  /** Null when there was none, or the last one was dismissed. */
  current(): ConsentAttempt | null {
    return this.#latest()?.attempt ?? null;
  }

  /**
   * Opens Google's consent page and waits for the answer; resolves as soon as the page is open. How it ends is told by `onChange`.
   * `drop` revokes the whole grant first and does not begin when that fails.
   * Faults: `consent-in-progress`, `client-missing`, `authorization-missing`, `scope-malformed`, `redirect-needs-app-window`,
   * `port-busy`, those of a revoke, `vault-…`.
   */
  async start(start: StartConsent): Promise<Outcome<ConsentAttempt>> {
    if (this.#starting !== null || this.#run?.pending === true) return { ok: false, error: say.IN_PROGRESS };
    this.#abandoned = false;
    const begin = this.#begin(start);
    this.#starting = begin;
    try {
      return await settled(begin);
    } finally {
      this.#starting = null;
      this.#beginning = null;
    }
  }

  cancel(id: string): Outcome<null> {
    return this.#with(id, (run) => {
      run.cancel();
      return ok(null);
    });
  }

  /** Forgets a settled attempt. */
  dismiss(id: string): Outcome<null> {
    const run = this.#find(id);
    if (run === null) return { ok: false, error: say.NOT_FOUND };
    if (run.pending) return { ok: false, error: say.STILL_PENDING };
    this.#run = null;
    this.#deps.onChange(null);
    return ok(null);
  }

  /** The address of Google's page, for Copy link. It holds `state`: main copies it, the renderer never sees it. */
  link(id: string): Outcome<string> {
    return this.#with(id, (run) => (run.link === null ? { ok: false, error: say.NOT_PENDING } : ok(run.link)));
  }

  /** Finishes with an address that somebody pasted. A wrong one is explained and leaves the attempt as it is. */
  paste(id: string, address: string): Outcome<null> {
    return this.#with(id, (run) => run.paste(address));
  }

  /** Brings the app window to the front, or opens the page in the browser again. */
  async show(id: string): Promise<Outcome<null>> {
    const run = this.#find(id);
    if (run === null) return { ok: false, error: say.NOT_FOUND };
    return await run.bringToFront();
  }

  /** Quitting, locking, changing the profile: settles what is pending as cancelled; resolves when the port is free, or after a second. */
  async shutdown(): Promise<void> {
    this.#abandoned = true;
    const runs = [this.#run, this.#beginning].filter((run) => run !== null);
    for (const run of runs) run.cancel();
    const farewell = await within(this.#deps.clock, LONGEST_FAREWELL, undefined, async () => {
      // A start that fails tells its own caller; what locks or quits must go on.
      await this.#starting?.catch(() => undefined);
      await Promise.all(runs.map((run) => run.freed));
    });
    if (farewell.kind === 'failed') throw farewell.error;
  }

  async #begin(start: StartConsent): Promise<Outcome<ConsentAttempt>> {
    if (!start.scopes.every(isScope)) return { ok: false, error: say.BAD_SCOPE };
    const authorization = start.authorizationId === null ? null : this.#deps.grants.get(start.authorizationId);
    const needed = start.purpose === 'drop' || start.authorizationId !== null;
    if (needed && authorization === null) return { ok: false, error: MISSING };
    const client = await this.#deps.clients.byId(start.clientRef);
    if (client === null) return { ok: false, error: say.NO_CLIENT };
    if (this.#abandoned) return { ok: false, error: say.ABANDONED };
    const run = new ConsentRun(this.#deps, { start, client, authorization, scopes: withSignIn(start.scopes) });
    this.#beginning = run;
    const begun = await run.begin();
    if (begun.ok) this.#run = run;
    return begun;
  }

  #with<T>(id: string, act: (run: ConsentRun) => Outcome<T>): Outcome<T> {
    const run = this.#find(id);
    if (run === null) return { ok: false, error: say.NOT_FOUND };
    return run.pending ? act(run) : { ok: false, error: say.NOT_PENDING };
  }

  #find(id: string): ConsentRun | null {
    const run = this.#latest();
    return run?.attempt.id === id ? run : null;
  }

  #latest(): ConsentRun | null {
    return this.#beginning?.began === true ? this.#beginning : this.#run;
  }
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-3.3 */
function isScope(text: string): boolean {
  return /^[\x21\x23-\x5b\x5d-\x7e]{1,500}$/.test(text);
}
