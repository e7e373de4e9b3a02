/** What the domain needs from the world. Adapters implement these; tests use small in-memory classes. */

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after `ms`; the returned function cancels. */
  after(ms: number, callback: () => void): () => void;
}

export interface Random {
  /** Cryptographically strong bytes. */
  bytes(length: number): Uint8Array<ArrayBuffer>;
}

/** The web standard's fetch, injected: in the app it is Electron's net.fetch, which knows system proxies. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/** Hands an address to the user's own browser. Rejects when the system refuses. */
export interface BrowserOpener {
  open(url: string): Promise<void>;
}

/** Something that happened, for Activity. Must never hold a secret; the sink redacts once more. */
export interface ActivityEntry {
  readonly account: string | null;
  /** `consent`, `refresh`, `call calendar.calendarList.list`, `revoke`, `copy access token`, … */
  readonly what: string;
  readonly outcome: 'ok' | 'failed' | 'cancelled';
  readonly detail: string | null;
}
export interface ActivitySink {
  record(entry: ActivityEntry): void;
}
