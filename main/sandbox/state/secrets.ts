import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Lower-case hex SHA-256: the only form in which a secret is kept. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares without telling by time how much of two strings is equal. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

/** Unguessable text for ids and tokens: `bytes` random bytes as base64url. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/**
 * Makes secrets in the shapes Google's have. With `remember` (tests only) it keeps them in memory, never in a file, so that a journey can
 * search a profile folder for every one of them.
 */
export class SecretMint {
  readonly #remembered: string[] | undefined;

  constructor(remember: boolean) {
    this.#remembered = remember ? [] : undefined;
  }

  code(): string {
    return this.note(`4/0A${randomText(48)}`);
  }

  accessToken(): string {
    return this.note(`ya29.a0${randomText(96)}`);
  }

  refreshToken(): string {
    return this.note(`1//0${randomText(64)}`);
  }

  clientSecret(): string {
    return this.note(`GOCSPX-${randomText(21)}`);
  }

  /** Remembers a secret made elsewhere (id tokens, practice clients) and gives it back. */
  note(secret: string): string {
    this.#remembered?.push(secret);
    return secret;
  }

  /** Every secret issued since the start, or undefined when they are not remembered. */
  remembered(): readonly string[] | undefined {
    return this.#remembered;
  }
}
