import type { App, WebContents } from 'electron';

/** Where a frame wants to go. */
export interface NavigationTarget {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** What becomes of it. `then` runs after the navigation was stopped. */
export type NavigationVerdict = { readonly go: true } | { readonly go: false; readonly then?: () => void };

export type NavigationPolicy = (target: NavigationTarget) => NavigationVerdict;

const nowhere: NavigationPolicy = () => ({ go: false });

/**
 * Stops navigation, new windows and webviews on every page. A page goes nowhere unless a policy was set for it, so a
 * window that somebody forgets to guard is closed, not open.
 */
export class NavigationGuard {
  readonly #policies = new WeakMap<WebContents, NavigationPolicy>();

  /** To be called before `ready`. */
  install(app: App): void {
    app.on('web-contents-created', (_event, contents) => this.#guard(contents));
  }

  /** Lets `policy` decide for this page instead of stopping everything. */
  allow(contents: WebContents, policy: NavigationPolicy): void {
    this.#policies.set(contents, policy);
  }

  #guard(contents: WebContents): void {
    const decide = (event: { preventDefault(): void; readonly url: string; readonly isMainFrame: boolean }): void => {
      const policy = this.#policies.get(contents) ?? nowhere;
      const verdict = policy({ url: event.url, isMainFrame: event.isMainFrame });
      if (verdict.go) return;
      event.preventDefault();
      verdict.then?.();
    };
    contents.on('will-frame-navigate', decide);
    contents.on('will-navigate', decide);
    contents.on('will-redirect', decide);
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  }
}
