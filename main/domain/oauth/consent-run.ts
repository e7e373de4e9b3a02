import { fail, ok, type Outcome, type Problem } from '../shared/fault.ts';
import { readAccountsPage } from './accounts-page.ts';
import { answerToOutcome } from './consent-answer.ts';
import { withIgnored, withSteps, type ConsentAttempt, type ConsentOutcome } from './consent-attempt.ts';
import type { ConsentDeps } from './consent-deps.ts';
import { prepareRedirect } from './consent-redirect.ts';
import { CONSENT_DEADLINE_MS, newAttempt, openRequest, type ConsentRequest, type OpenRequest } from './consent-request.ts';
import * as say from './consent-sentences.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { FlowRecorder } from './flow-recorder.ts';
import { explainAuthorizationError } from './explain-authorization-error.ts';
import { explainPasted, readPastedAddress } from './paste.ts';
import { checkRedirect, type RedirectCheck } from './redirect.ts';
import type { ConsentWindowEvents, Listening, OpenConsentWindow, RedirectVerdict } from './surface.ts';

/** One attempt: one redirect address, one deadline, one outcome, whatever happens around it. */
export class ConsentRun {
  readonly #deps: ConsentDeps;
  readonly #request: ConsentRequest;
  readonly #endpoints: GoogleEndpoints;
  readonly #flow: FlowRecorder;
  readonly #stop = new AbortController();
  #attempt: ConsentAttempt;
  #redirectUri = '';
  #listening: Listening | null = null;
  #freed: Promise<void> = Promise.resolve();
  #window: OpenConsentWindow | null = null;
  /** Null before the request is out, and again from the first answer on: the second finds nothing to match. */
  #open: OpenRequest | null = null;
  #stopDeadline: () => void = () => undefined;
  #began = false;

  constructor(deps: ConsentDeps, request: ConsentRequest) {
    this.#deps = deps;
    this.#request = request;
    this.#endpoints = deps.endpoints();
    this.#flow = new FlowRecorder(deps.clock, this.#endpoints, request.client);
    this.#attempt = newAttempt(deps, request);
  }

  get attempt(): ConsentAttempt {
    return this.#attempt;
  }

  /** False until everything that can prevent an attempt is behind it; till then nobody is told of it. */
  get began(): boolean {
    return this.#began;
  }

  get pending(): boolean {
    return this.#attempt.outcome === null;
  }

  /** Resolves when the port is free again. */
  get freed(): Promise<void> {
    return this.#freed;
  }

  /** The address of Google's page; null once an answer came. */
  get link(): string | null {
    return this.#open?.url ?? null;
  }

  /** Binds the port, revokes first when a scope is dropped, and opens Google's page. On a fault nothing was begun and all is put back. */
  async begin(): Promise<Outcome<ConsentAttempt>> {
    const ready = await this.#prepare();
    if (!ready.ok) {
      this.#settle({ kind: 'failed', error: ready.error });
      // Bound after a cancel: settled already, and still to be freed.
      this.#release();
      return ready;
    }
    this.#began = true;
    const now = this.#deps.clock.now();
    const deadline = this.#deps.deadlineMs ?? CONSENT_DEADLINE_MS;
    this.#stopDeadline = this.#deps.clock.after(deadline, () => { this.#settle({ kind: 'failed', error: say.TIMED_OUT }); });
    this.#change({ startedAt: now, deadlineAt: now + deadline });
    this.#show(ready.value);
    return ok(this.#attempt);
  }

  cancel(): void {
    this.#settle({ kind: 'cancelled' });
  }

  paste(pasted: string): Outcome<null> {
    if (this.#open === null) return { ok: false, error: say.NOT_PENDING };
    const address = readPastedAddress(pasted, this.#redirectUri);
    if (!address.ok) return address;
    const check = this.#check(address.value, this.#open);
    if (check.kind === 'ignored') {
      this.#flow.ignored(check.problem);
      this.#change({});
      return explainPasted(check.problem.code);
    }
    this.#answered(check, address.value, this.#open);
    return ok(null);
  }

  async bringToFront(): Promise<Outcome<null>> {
    if (this.#open === null) return { ok: false, error: say.NOT_PENDING };
    if (this.#window !== null) {
      this.#window.focus();
      return ok(null);
    }
    return await this.#deps.browser.open(this.#open.url).then(
      () => ok(null),
      () => fail(say.BROWSER_DID_NOT_OPEN.code, say.BROWSER_DID_NOT_OPEN.message, say.BROWSER_DID_NOT_OPEN.hint),
    );
  }

  async #prepare(): Promise<Outcome<OpenRequest>> {
    const { start, client } = this.#request;
    const redirect = await prepareRedirect(this.#deps, client, start.surface, (address) => this.#receive(address));
    if (!redirect.ok) return redirect;
    this.#redirectUri = redirect.value.redirectUri;
    this.#listening = redirect.value.listening;
    this.#flow.prepared(this.#redirectUri, this.#listening !== null);
    const at = new URL(this.#redirectUri);
    this.#change({ comesBackTo: at.host + at.pathname });
    if (start.purpose === 'drop' && start.authorizationId !== null && this.pending) {
      const revoked = await this.#deps.grants.revoke(start.authorizationId, say.DROP_UNFINISHED);
      if (!revoked.ok) return revoked;
      this.#flow.revoked();
    }
    const open = await openRequest(this.#deps.random, this.#endpoints, this.#request, this.#redirectUri);
    return this.pending ? ok(open) : { ok: false, error: say.ABANDONED };
  }

  #show(open: OpenRequest): void {
    this.#open = open;
    this.#flow.requested(open);
    this.#change({});
    if (this.#attempt.surface === 'app-window') this.#openWindow(open);
    else this.#openBrowser(open);
  }

  #openBrowser(open: OpenRequest): void {
    this.#deps.browser.open(open.url).then(
      () => { if (this.#open === open) this.#pageShown(); },
      // The link can still be copied, so the attempt waits on.
      () => { if (this.#open === open) this.#ignore(say.BROWSER_DID_NOT_OPEN, true); },
    );
  }

  #openWindow(open: OpenRequest): void {
    const { accountsOrigin } = this.#endpoints;
    const request = { url: open.url, redirectUri: this.#redirectUri, accountsOrigin, extraHosts: this.#deps.ssoHosts() };
    try {
      this.#window = this.#deps.windows.open(request, this.#windowEvents(open));
    } catch {
      this.#settle({ kind: 'failed', error: say.NO_WINDOW });
      return;
    }
    this.#pageShown();
  }

  #pageShown(): void {
    this.#flow.pageShown(this.#attempt.surface);
    this.#steps(['A'], 'B');
  }

  /** Events of a window count only while its own request is the one that is out. */
  #windowEvents(open: OpenRequest): ConsentWindowEvents {
    const current = (): boolean => this.#open === open;
    return {
      onRedirect: (address) => this.#receive(address),
      onErrorPage: (address) => { if (current()) this.#errorPage(address); },
      onRefused: () => { if (current()) this.#moveToBrowser(); },
      onBlockedHost: (host) => { if (current()) this.#ignore(say.blockedHost(host), true); },
      onLoadFailed: (description) => { if (current()) this.#ignore(say.pageDidNotLoad(description), true); },
      onClosed: () => { if (current()) this.#settle({ kind: 'cancelled' }); },
    };
  }

  #receive(address: string): RedirectVerdict {
    const open = this.#open;
    if (open === null) return 'ignored';
    const check = this.#check(address, open);
    if (check.kind === 'ignored') {
      this.#ignore(check.problem);
      return 'ignored';
    }
    this.#answered(check, address, open);
    return 'accepted';
  }

  #check(address: string, open: OpenRequest): RedirectCheck {
    return checkRedirect(address, { redirectUri: this.#redirectUri, state: open.secrets.state, issuers: this.#endpoints.issuers });
  }

  #errorPage(address: string): void {
    const page = readAccountsPage(address, this.#endpoints.accountsOrigin);
    if (page?.kind === 'refused') this.#moveToBrowser();
    if (page?.kind !== 'error') return;
    this.#flow.errorPage(page.code);
    this.#settle({ kind: 'failed', error: explainAuthorizationError(page.code, this.#context('page')) });
  }

  /** Google refused the app window: the same attempt goes on in the browser, with a new state and verifier. */
  #moveToBrowser(): void {
    this.#open = null;
    this.#closeWindow();
    this.#flow.moved(say.MOVED);
    this.#reopen().then(
      (open) => {
        if (open === null) return;
        this.#change({ surface: 'browser', moved: say.MOVED, step: 'A', stepsDone: [] });
        this.#show(open);
      },
      () => { this.#settle({ kind: 'failed', error: say.UNEXPECTED }); },
    );
  }

  /** The request for the browser; null when the attempt has ended instead. */
  async #reopen(): Promise<OpenRequest | null> {
    if (this.#listening === null) {
      const redirect = await prepareRedirect(this.#deps, this.#request.client, 'browser', (address) => this.#receive(address));
      if (!redirect.ok) {
        this.#settle({ kind: 'failed', error: redirect.error === say.NEEDS_APP_WINDOW ? say.REFUSED_AND_NO_WAY_BACK : redirect.error });
        return null;
      }
      this.#listening = redirect.value.listening;
      this.#flow.prepared(this.#redirectUri, this.#listening !== null);
    }
    const open = await openRequest(this.#deps.random, this.#endpoints, this.#request, this.#redirectUri);
    if (this.pending) return open;
    this.#release();
    return null;
  }

  #answered(check: Exclude<RedirectCheck, { readonly kind: 'ignored' }>, address: string, open: OpenRequest): void {
    this.#open = null;
    this.#flow.redirected(address, open);
    this.#stopDeadline();
    this.#closeWindow();
    this.#release();
    this.#steps(['A', 'B', 'C'], 'D');
    if (check.kind === 'error') {
      this.#settle({ kind: 'failed', error: explainAuthorizationError(check.error, this.#context('redirect')) });
      return;
    }
    const { client, start, scopes } = this.#request;
    const exchange = { client, code: check.code, verifier: open.secrets.verifier, redirectUri: this.#redirectUri };
    this.#flow.tokenRequested(exchange);
    this.#change({});
    answerToOutcome(this.#deps, this.#endpoints, {
      exchange,
      nonce: open.secrets.nonce,
      client,
      scopes,
      surface: this.#attempt.surface,
      expectedAuthorizationId: start.authorizationId,
      signal: this.#stop.signal,
      onAnswer: (tokens) => {
        if (!this.pending) return;
        this.#flow.tokenAnswered(tokens);
        if (tokens.kind === 'ok') this.#steps(['D'], 'E');
      },
      onAccepted: (tokens, accepted) => { if (this.pending) this.#flow.accepted(tokens, accepted); },
    }).then(
      (outcome) => {
        if (outcome.kind === 'granted') this.#steps(['E'], 'E');
        this.#settle(outcome);
      },
      () => { this.#settle({ kind: 'failed', error: say.UNEXPECTED }); },
    );
  }

  #settle(outcome: ConsentOutcome): void {
    if (!this.pending) return;
    this.#open = null;
    this.#stopDeadline();
    this.#closeWindow();
    this.#release();
    this.#flow.ended(outcome);
    this.#change({ outcome });
    this.#stop.abort();
    if (!this.#began) return;
    this.#record(outcome);
    this.#deps.onSettled?.(this.#attempt);
  }

  #record(outcome: ConsentOutcome): void {
    const consented = outcome.kind === 'granted' ? this.#deps.grants.get(outcome.authorizationId)?.email : undefined;
    this.#deps.activity.record({
      account: consented ?? this.#attempt.expectedEmail,
      what: 'consent',
      outcome: outcome.kind === 'granted' ? 'ok' : outcome.kind,
      detail: outcome.kind === 'failed' ? outcome.error.message : null,
    });
  }

  #closeWindow(): void {
    this.#window?.close();
    this.#window = null;
  }

  #release(): void {
    const listening = this.#listening;
    this.#listening = null;
    if (listening === null) return;
    this.#freed = listening.close().catch(() => {
      this.#deps.activity.record({ account: null, what: 'free the redirect port', outcome: 'failed', detail: null });
    });
  }

  #context(where: 'page' | 'redirect'): Parameters<typeof explainAuthorizationError>[1] {
    return { clientType: this.#request.client.type, redirectUri: this.#redirectUri, where };
  }

  #steps(done: Parameters<typeof withSteps>[1], step: ConsentAttempt['step']): void {
    if (this.pending) this.#change(withSteps(this.#attempt, done, step, this.#deps.clock.now()));
  }

  #ignore(problem: Problem, obstacle = false): void {
    this.#flow.ignored(problem, obstacle);
    this.#change(withIgnored(this.#attempt, problem));
  }

  #change(part: Partial<ConsentAttempt>): void {
    this.#attempt = { ...this.#attempt, ...part, hops: this.#flow.hops };
    if (this.#began) this.#deps.onChange(this.#attempt);
  }
}
