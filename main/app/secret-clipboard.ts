import { createHash } from 'node:crypto';
import type { Clock } from '../domain/shared/ports.ts';

export interface Clipboard {
  write(text: string): Promise<void>;
  read(): Promise<string>;
  clear(): void;
}

/** How long a copied token stays, in milliseconds. */
export const copyLife = 30_000;

/** Puts a token into the clipboard and takes it out again, unless something else was copied meanwhile. */
export class SecretClipboard {
  readonly #clipboard: Clipboard;
  readonly #clock: Clock;
  /** A digest: the token itself is not kept a second time. */
  #copied: string | null = null;
  #cancel: () => void = () => undefined;

  constructor(clipboard: Clipboard, clock: Clock) {
    this.#clipboard = clipboard;
    this.#clock = clock;
  }

  /** @returns when it will be cleared, in milliseconds since the epoch */
  async copy(secret: string, onError: (error: unknown) => void): Promise<number> {
    await this.#clipboard.write(secret);
    this.#cancel();
    this.#copied = digest(secret);
    this.#cancel = this.#clock.after(copyLife, () => void this.clear().catch(onError));
    return this.#clock.now() + copyLife;
  }

  /** Clears the clipboard if it still holds our copy. */
  async clear(): Promise<void> {
    this.#cancel();
    const copied = this.#copied;
    this.#copied = null;
    if (copied === null) return;
    if (digest(await this.#clipboard.read()) === copied) this.#clipboard.clear();
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
