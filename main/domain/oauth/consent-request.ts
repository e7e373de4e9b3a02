import type { OAuthClient } from '../clients/client.ts';
import type { Authorization } from '../grants/authorization.ts';
import { randomId } from '../shared/ids.ts';
import type { Random } from '../shared/ports.ts';
import { makeAttemptSecrets, type AttemptSecrets } from './attempt-secrets.ts';
import { authorizationUrl } from './authorization-request.ts';
import type { ConsentAttempt, StartConsent } from './consent-attempt.ts';
import type { ConsentDeps } from './consent-deps.ts';
import type { GoogleEndpoints } from './endpoints.ts';

/** Milliseconds a person has for Google's pages. */
export const CONSENT_DEADLINE_MS = 5 * 60_000;

export interface ConsentRequest {
  readonly start: StartConsent;
  readonly client: OAuthClient;
  /** The authorization it is about; null for a new one. */
  readonly authorization: Authorization | null;
  /** Sign-in scopes included. */
  readonly scopes: readonly string[];
}

/** The request that is out: what its answer must match. Replaced as a whole when the attempt moves to the browser. */
export interface OpenRequest {
  readonly url: string;
  readonly secrets: AttemptSecrets;
}

/** A request with a state and a verifier of its own. */
export async function openRequest(
  random: Random,
  endpoints: GoogleEndpoints,
  { start, client, authorization, scopes }: ConsentRequest,
  redirectUri: string,
): Promise<OpenRequest> {
  const secrets = await makeAttemptSecrets(random);
  const email = authorization?.email;
  const url = authorizationUrl(endpoints, {
    clientId: client.clientId,
    redirectUri,
    scopes,
    secrets,
    chooseAccount: start.purpose === 'new' || start.purpose === 'add',
    loginHint: email?.includes('@') === true ? email : (authorization?.sub ?? null),
  });
  return { url, secrets };
}

/** How an attempt stands before anything happened. */
export function newAttempt(deps: Pick<ConsentDeps, 'random' | 'clock' | 'deadlineMs'>, { start, client, authorization, scopes }: ConsentRequest): ConsentAttempt {
  const now = deps.clock.now();
  return {
    id: randomId(deps.random),
    purpose: start.purpose,
    authorizationId: start.authorizationId,
    surface: start.surface,
    moved: null,
    client: { id: client.id, clientId: client.clientId, projectId: client.projectId, type: client.type },
    expectedEmail: authorization?.email ?? null,
    scopes,
    comesBackTo: '',
    startedAt: now,
    deadlineAt: now + (deps.deadlineMs ?? CONSENT_DEADLINE_MS),
    step: 'A',
    stepsDone: [],
    ignored: [],
    hops: [],
    timeBoxHours: start.timeBoxHours ?? null,
    outcome: null,
  };
}
