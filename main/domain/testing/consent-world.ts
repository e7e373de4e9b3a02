import { ConsentService } from '../oauth/consent-service.ts';
import type { ConsentAttempt, StartConsent } from '../oauth/consent-attempt.ts';
import { GOOGLE } from '../oauth/endpoints.ts';
import type { ConsentWindowEvents, Listening, LoopbackReceiver, RedirectHandler, RedirectVerdict } from '../oauth/surface.ts';
import { fault, FaultError, type Outcome } from '../shared/fault.ts';
import { CountingRandom } from './counting-random.ts';
import { CALENDAR, GrantWorld, rest, SIGN_IN } from './grant-world.ts';
import { json } from './scripted-fetch.ts';

/** Ports of this computer, without a socket. */
export class FakeLoopback implements LoopbackReceiver {
  readonly busy = new Set<string>();
  readonly handlers = new Map<string, RedirectHandler>();
  listened = 0;
  /** How long close() takes. */
  closing: Promise<void> = Promise.resolve();

  async listen(at: { readonly free: string } | { readonly uri: string }, onRedirect: RedirectHandler): Promise<Listening> {
    const redirectUri = 'uri' in at ? at.uri : `http://127.0.0.1:49217${at.free}`;
    if (this.busy.has(new URL(redirectUri).port)) throw new FaultError(fault('port-busy', `Port ${new URL(redirectUri).port} is taken.`));
    this.listened += 1;
    this.handlers.set(redirectUri, onRedirect);
    const close = async (): Promise<void> => {
      await this.closing;
      this.handlers.delete(redirectUri);
    };
    return { redirectUri, close };
  }

  /** A request arrives at whatever listens there; null when nothing does. */
  receive(address: string): RedirectVerdict | null {
    const url = new URL(address);
    const handler = [...this.handlers].find(([uri]) => new URL(uri).host === url.host)?.[1];
    return handler === undefined ? null : handler(address);
  }
}

export interface FakeWindow {
  readonly url: string;
  readonly redirectUri: string;
  readonly extraHosts: readonly string[];
  readonly events: ConsentWindowEvents;
  open: boolean;
  focused: number;
}

/** A consent service over fakes, and the grants of GrantWorld behind it. */
export class ConsentWorld {
  readonly grantWorld = new GrantWorld();
  readonly loopback = new FakeLoopback();
  readonly windows: FakeWindow[] = [];
  readonly browsed: string[] = [];
  browserWorks = true;
  windowsWork = true;
  readonly seen: (ConsentAttempt | null)[] = [];
  readonly consent = new ConsentService({
    endpoints: () => GOOGLE,
    fetch: this.grantWorld.net.fetch,
    clock: this.grantWorld.clock,
    random: new CountingRandom(),
    loopback: this.loopback,
    windows: { open: (request, events) => this.#openWindow(request, events) },
    browser: { open: (url) => this.#browse(url) },
    clients: this.grantWorld.clients,
    grants: this.grantWorld.grants,
    activity: this.grantWorld.activity,
    ssoHosts: () => ['login.harbor.example'],
    onChange: (attempt) => { this.seen.push(attempt); },
  });

  static async open(): Promise<ConsentWorld> {
    const world = new ConsentWorld();
    await world.grantWorld.grants.reload();
    return world;
  }

  start(change: Partial<StartConsent> = {}): Promise<Outcome<ConsentAttempt>> {
    return this.consent.start({ clientRef: 'client-1', scopes: [CALENDAR], surface: 'browser', purpose: 'new', authorizationId: null, ...change });
  }

  /** Starts and gives the attempt; fails the test when it does not begin. */
  async begun(change: Partial<StartConsent> = {}): Promise<ConsentAttempt> {
    const started = await this.start(change);
    if (!started.ok) throw new Error(`${started.error.code}: ${started.error.message}`);
    await rest();
    return started.value;
  }

  get attempt(): ConsentAttempt {
    const attempt = this.consent.current();
    if (attempt === null) throw new Error('there is no attempt');
    return attempt;
  }

  /** `granted`, `cancelled`, the code of the failure, or `pending`. */
  get outcome(): string {
    const { outcome } = this.attempt;
    if (outcome === null) return 'pending';
    return outcome.kind === 'failed' ? outcome.error.code : outcome.kind;
  }

  get ignored(): readonly string[] {
    return this.attempt.ignored.map(({ code }) => code);
  }

  /** The request that was opened last, in whichever surface. */
  get request(): URLSearchParams {
    const link = this.consent.link(this.attempt.id);
    if (!link.ok) throw new Error(link.error.code);
    return new URL(link.value).searchParams;
  }

  get window(): FakeWindow {
    const window = this.windows.at(-1);
    if (window === undefined) throw new Error('no window was opened');
    return window;
  }

  /** Google's answer to the request that is out. */
  answer(change: Record<string, string> = {}): string {
    const { request } = this;
    const query = new URLSearchParams({ state: request.get('state') ?? '', iss: 'https://accounts.google.com', code: '4/0Axyz', ...change });
    return `${request.get('redirect_uri') ?? ''}?${query.toString()}`;
  }

  /** The token endpoint gives tokens of this account. */
  tokensFor(sub: string, change: Record<string, unknown> = {}, claims: Record<string, unknown> = {}): void {
    this.grantWorld.net.on('/token', () =>
      json(200, {
        access_token: `ya29.${sub}`,
        refresh_token: `1//${sub}`,
        expires_in: 3599,
        token_type: 'Bearer',
        scope: [...SIGN_IN, CALENDAR].join(' '),
        id_token: this.grantWorld.idToken(sub, claims),
        ...change,
      }),
    );
  }

  #openWindow(request: { readonly url: string; readonly redirectUri: string; readonly extraHosts: readonly string[] }, events: ConsentWindowEvents) {
    if (!this.windowsWork) throw new Error('no display');
    const window: FakeWindow = { ...request, events, open: true, focused: 0 };
    this.windows.push(window);
    return {
      focus: () => { window.focused += 1; },
      close: () => { window.open = false; },
    };
  }

  async #browse(url: string): Promise<void> {
    if (!this.browserWorks) throw new FaultError(fault('browser-failed', 'Your system could not open a browser.'));
    this.browsed.push(url);
  }
}
