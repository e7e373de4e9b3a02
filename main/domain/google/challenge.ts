import { splitScopes } from '../scopes/normalize.ts';

/** What a Bearer challenge says (RFC 6750 §3). */
export interface BearerChallenge {
  /** `insufficient_scope`, `invalid_token`; null when absent. */
  readonly error: string | null;
  /** Any ONE of them is enough for Google. */
  readonly scopes: readonly string[];
}

/**
 * Reads a WWW-Authenticate header. Values may be quoted or bare: Google has sent `error=insufficient_scope` both ways.
 * A header longer than 8 KB is not read.
 */
export function readBearerChallenge(header: string | null): BearerChallenge {
  const parameters = new Map<string, string>();
  const bearer = /(?:^|,)\s*Bearer\s+(.*)$/is.exec(header ?? '');
  if (bearer?.[1] !== undefined && bearer[1].length <= 8192) {
    for (const [, name, quoted, bare] of bearer[1].matchAll(/([a-z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/gi)) {
      const key = name?.toLowerCase() ?? '';
      // The first of a name counts: what follows may belong to another challenge.
      if (!parameters.has(key)) parameters.set(key, quoted?.replaceAll(/\\(.)/g, '$1') ?? bare ?? '');
    }
  }
  return { error: parameters.get('error') ?? null, scopes: splitScopes(parameters.get('scope') ?? '') };
}
