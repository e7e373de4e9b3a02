import type { OAuthClient } from '../clients/client.ts';
import type { Accepted } from '../grants/acceptor.ts';
import { FaultError } from '../shared/fault.ts';
import type { ConsentOutcome, ConsentSurface } from './consent-attempt.ts';
import type { ConsentDeps } from './consent-deps.ts';
import type { GoogleEndpoints } from './endpoints.ts';
import { exchangeCode, type CodeExchange } from './exchange.ts';
import { explainTokenRefusal, explainUnavailable } from './explain-token-error.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { TokenResponse } from './token-response.ts';

export interface Answer {
  readonly exchange: CodeExchange;
  readonly nonce: string;
  readonly client: OAuthClient;
  readonly scopes: readonly string[];
  readonly surface: ConsentSurface;
  readonly expectedAuthorizationId: string | null;
  readonly signal: AbortSignal;
  /** The token endpoint answered, or did not. */
  onAnswer(answer: TokenAnswer<TokenResponse>): void;
  /** It is stored. */
  onAccepted(tokens: TokenResponse, accepted: Accepted): void;
}

/** Steps D and E: trades the code and stores what came. Rejects only for a mistake of the app itself. */
export async function answerToOutcome(
  deps: Pick<ConsentDeps, 'fetch' | 'clock' | 'grants'>,
  endpoints: GoogleEndpoints,
  answer: Answer,
): Promise<ConsentOutcome> {
  const tokens = await exchangeCode(deps, endpoints, answer.exchange, answer.signal);
  answer.onAnswer(tokens);
  switch (tokens.kind) {
    case 'cancelled':
      return { kind: 'cancelled' };
    case 'refused':
      return { kind: 'failed', error: explainTokenRefusal(tokens.refusal, 'exchange') };
    case 'unavailable':
      return { kind: 'failed', error: explainUnavailable(tokens.cause, 'exchange') };
    case 'ok':
      break;
  }
  try {
    const accepted = await deps.grants.accept({
      tokenResponse: tokens.value,
      requested: answer.scopes,
      client: answer.client,
      surface: answer.surface,
      expectedAuthorizationId: answer.expectedAuthorizationId,
      nonce: answer.nonce,
      signal: answer.signal,
    });
    if (!accepted.ok) return { kind: 'failed', error: accepted.error };
    answer.onAccepted(tokens.value, accepted.value);
    const { authorization, receipt, otherAccount } = accepted.value;
    return { kind: 'granted', authorizationId: authorization.id, ...receipt, otherAccount };
  } catch (error) {
    if (error instanceof FaultError) return { kind: 'failed', error: error.fault };
    throw error;
  }
}
