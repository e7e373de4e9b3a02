import { shell } from 'electron';
import { fault, FaultError } from '../domain/shared/fault.ts';
import type { BrowserOpener } from '../domain/shared/ports.ts';

/** Opens addresses in the user's own browser, after the caller's rule allowed them. */
export class SystemBrowser implements BrowserOpener {
  readonly #allows: (url: string) => boolean;

  /** @param allows the allow-list of main/security, for the endpoints of the active mode */
  constructor(allows: (url: string) => boolean) {
    this.#allows = allows;
  }

  /** Rejects with a FaultError `link-not-allowed` or `browser-failed`. */
  async open(url: string): Promise<void> {
    if (!this.#allows(url)) {
      throw new FaultError(fault('link-not-allowed', 'This address is not on the list of pages Grantdesk may open.'));
    }
    try {
      // As it was understood when it was allowed, not as it was written: the next program may read a backslash otherwise.
      await shell.openExternal(new URL(url).href);
    } catch (cause) {
      throw new FaultError(
        fault('browser-failed', 'Your system could not open a browser.', 'Copy the link and open it in a browser yourself.'),
        { cause },
      );
    }
  }
}
