import { createHash, createSign, generateKeyPairSync, type JsonWebKey, type KeyObject } from 'node:crypto';

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** One for the whole process, made on first use: it takes a moment. */
let pair: KeyPair | undefined;

/** The key of this process for id tokens (RS256, RFC 7515). */
export class SigningKey {
  /** A compact JWS over these claims. */
  sign(claims: Readonly<Record<string, unknown>>): string {
    const head = encode({ alg: 'RS256', kid: this.keyId(), typ: 'JWT' });
    const content = `${head}.${encode(claims)}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(this.#keys().privateKey).toString('base64url')}`;
  }

  /** The public half as a JWK Set (RFC 7517 §5). */
  jwks(): { readonly keys: readonly Readonly<Record<string, unknown>>[] } {
    return { keys: [{ ...this.#publicJwk(), alg: 'RS256', use: 'sig', kid: this.keyId() }] };
  }

  keyId(): string {
    return createHash('sha256').update(String(this.#publicJwk().n)).digest('hex').slice(0, 40);
  }

  #publicJwk(): JsonWebKey {
    return this.#keys().publicKey.export({ format: 'jwk' });
  }

  #keys(): KeyPair {
    pair ??= generateKeyPairSync('rsa', { modulusLength: 2048 });
    return pair;
  }
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
