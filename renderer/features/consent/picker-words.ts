import type { ClientDto } from '../../../preload/contract/clients.ts';
import type { ScopeDto } from '../../../preload/contract/scopes.ts';
import type { PickerRequest } from './picker-request.ts';

export const PICKER_TITLE = 'What should this account allow?';

/** What the picker is about, in front of the client's name. */
export function aboutWords(request: PickerRequest): string {
  if (request.purpose === 'new') return 'New authorization';
  const { email } = request.authorization.account;
  switch (request.purpose) {
    case 'add':
      return `More for ${email}`;
    case 'ask-again':
      return `Asking ${email} again`;
    case 'reauthorize':
      return `A new sign-in of ${email}`;
    case 'drop':
      return `Less for ${email}`;
  }
}

export function clientWords(client: Pick<ClientDto, 'type'>): string {
  return client.type === 'web' ? 'a Web client' : 'a Desktop client';
}

/** Why the system browser cannot take this client's answer; null when it can. */
export function browserObstacle(client: ClientDto): string | null {
  if (client.worksInBrowser) return null;
  return `${client.label} is a Web client without a redirect address on this computer, so the answer cannot come back from your browser. The app window can catch it.`;
}

/** Heads the warning of a drop: `To drop calendar.events, everything is taken back first.` */
export function dropTitle(dropped: readonly string[], scopes: readonly ScopeDto[]): string {
  const names = dropped.map((one) => scopes.find((other) => other.scope === one)?.shortName ?? one);
  return `To drop ${names.join(', ')}, everything is taken back first.`;
}
