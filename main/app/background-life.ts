import type { Clock } from '../domain/shared/ports.ts';

/** Milliseconds without a request after which an app that nobody sees leaves. */
export const IDLE_MS = 5 * 60_000;

export interface BackgroundLifeDeps {
  readonly clock: Clock;
  /** Whether there was a window since the start. */
  readonly wasSeen: () => boolean;
  readonly leave: () => void;
}

/** The end of an app that the `grantdesk` command started: it leaves by itself, unless a window was opened meanwhile. */
export class BackgroundLife {
  readonly #deps: BackgroundLifeDeps;
  #stop: () => void = () => undefined;

  constructor(deps: BackgroundLifeDeps) {
    this.#deps = deps;
    this.used();
  }

  /** A request came: the time begins anew. */
  used(): void {
    const { clock, wasSeen, leave } = this.#deps;
    this.#stop();
    this.#stop = clock.after(IDLE_MS, () => {
      // From then on it lives as long as its window, like any other.
      if (!wasSeen()) leave();
    });
  }
}
