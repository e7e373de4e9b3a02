import { projectNumberOf } from '../domain/clients/project-number.ts';
import type { OAuthClient } from '../domain/clients/client.ts';
import { chooseRedirect, worksInBrowser } from '../domain/clients/choose-redirect.ts';
import type { ClientDto } from '../../preload/contract/clients.ts';
import { problemDto } from './answer.ts';
import { labelOf } from './client-label.ts';

/** Field by field: the secret is read for whether there is one, and never copied. */
export function clientDto(client: OAuthClient, facts: { readonly practice: boolean; readonly authorizationCount: number }): ClientDto {
  const redirect = chooseRedirect(client);
  return {
    id: client.id,
    clientId: client.clientId,
    type: client.type,
    label: labelOf(client),
    projectId: client.projectId,
    projectNumber: projectNumberOf(client.clientId),
    redirectUris: [...client.redirectUris],
    redirectUri: redirect.kind === 'registered' ? redirect.uri : null,
    worksInBrowser: worksInBrowser(client),
    hasSecret: client.clientSecret !== null,
    notices: client.notices.map(problemDto),
    practice: facts.practice,
    addedAt: client.addedAt,
    authorizationCount: facts.authorizationCount,
    publishing: client.publishing ?? 'unknown',
  };
}
