import type { Call } from '../http/call.ts';
import type { Reply } from '../http/reply.ts';
import { findClient } from '../state/clients.ts';
import { hashSecret, sameSecret } from '../state/secrets.ts';
import type { SandboxClient } from '../state/state.ts';
import type { World } from '../world.ts';
import { tokenError } from './token-error.ts';

/**
 * Who asks: client_id and client_secret from the form or from HTTP Basic. Both client types must send their secret, Desktop ones too:
 * that is what Google does, whatever its page says.
 */
export function authenticateClient(world: World, call: Call, form: URLSearchParams): SandboxClient | Reply {
  const basic = basicCredentials(call.header('authorization'));
  const clientId = basic?.id ?? form.get('client_id');
  const secret = basic?.secret ?? form.get('client_secret');
  if (clientId === null || clientId === '') return tokenError(400, 'invalid_request', 'Could not determine client ID from request.');
  const client = findClient(world.state, clientId);
  if (client === undefined) return tokenError(401, 'invalid_client', 'The OAuth client was not found.');
  if (client.deleted) return tokenError(401, 'deleted_client', 'The OAuth client was deleted.');
  if (client.disabled) return tokenError(401, 'disabled_client', 'The OAuth client was disabled.');
  if (secret === null || secret === '') return tokenError(400, 'invalid_request', 'client_secret is missing.');
  if (!sameSecret(hashSecret(secret), client.secretHash)) {
    return tokenError(401, 'invalid_client', 'The provided client secret is invalid.');
  }
  return client;
}

/** RFC 6749 §2.3.1: both halves are form-encoded before Base64. */
function basicCredentials(header: string | undefined): { readonly id: string; readonly secret: string } | undefined {
  const match = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(header ?? '');
  if (match?.[1] === undefined) return undefined;
  const text = Buffer.from(match[1], 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return undefined;
  const decode = (part: string): string => new URLSearchParams(`v=${part}`).get('v') ?? '';
  return { id: decode(text.slice(0, colon)), secret: decode(text.slice(colon + 1)) };
}
