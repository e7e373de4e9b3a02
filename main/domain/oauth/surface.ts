/**
 * Ports of a consent attempt: where the user sees Google's pages, and where the redirect is caught.
 * Adapters implement them; the attempt (consent-service.ts) decides what an address means.
 */

/** What the attempt made of an address: `accepted` settles it, `ignored` keeps waiting (never ends the attempt). */
export type RedirectVerdict = 'accepted' | 'ignored';

/** Called with the whole address of a possible redirect. Synchronous, so that the caller can answer at once. */
export type RedirectHandler = (address: string) => RedirectVerdict;

export interface Listening {
  /** Exactly as it must stand in the request: `http://127.0.0.1:49217/cb/3f…`. */
  readonly redirectUri: string;
  /** Frees the port; resolves when it is free. Idempotent. */
  close(): Promise<void>;
}

/** The loopback receiver: 127.0.0.1 (or the named loopback host) only, GET only, Host checked, one path; strays get 404. */
export interface LoopbackReceiver {
  /**
   * @param at `free`: 127.0.0.1, a free port, the given path. Otherwise a registered loopback URI: its host, port and path.
   * Rejects with a FaultError `port-busy` when the fixed port is taken.
   */
  listen(at: { readonly free: string } | { readonly uri: string }, onRedirect: RedirectHandler): Promise<Listening>;
}

export interface ConsentWindowEvents {
  /** A main-frame navigation went to the redirect URI and was stopped. */
  readonly onRedirect: RedirectHandler;
  /** The main frame reached an error page on the accounts origin: its whole address, to be decoded. */
  onErrorPage(address: string): void;
  /** Google refused this window (`/signin/rejected`, `disallowed_useragent`). The attempt moves on; the window closes. */
  onRefused(): void;
  /** A host that is not on the list was asked for and not opened. */
  onBlockedHost(host: string): void;
  /** The page could not be loaded (no network). */
  onLoadFailed(description: string): void;
  /** The user closed it. Not called after close(). */
  onClosed(): void;
}

export interface OpenConsentWindow {
  focus(): void;
  close(): void;
}

/** The app window: its own in-memory partition, wiped after; real host in the title; nothing else allowed. */
export interface ConsentWindowOpener {
  open(
    request: {
      readonly url: string;
      readonly redirectUri: string;
      readonly accountsOrigin: string;
      readonly extraHosts: readonly string[];
    },
    events: ConsentWindowEvents,
  ): OpenConsentWindow;
}
