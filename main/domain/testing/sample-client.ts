import type { ClientLookup, OAuthClient } from '../clients/client.ts';

export const desktopClient: OAuthClient = {
  id: 'client-1',
  clientId: '1234-desk.apps.googleusercontent.com',
  type: 'installed',
  clientSecret: 'GOCSPX-desk',
  projectId: 'harbor-rota',
  redirectUris: ['http://localhost'],
  notices: [],
  addedAt: 0,
};

export const webClient: OAuthClient = {
  ...desktopClient,
  id: 'client-2',
  clientId: '1234-web.apps.googleusercontent.com',
  type: 'web',
  clientSecret: 'GOCSPX-web',
  redirectUris: ['http://127.0.0.1:8085/callback'],
};

/** Clients in memory; a test may take one away. */
export class MemoryClients implements ClientLookup {
  readonly clients: OAuthClient[];

  constructor(...clients: OAuthClient[]) {
    this.clients = clients;
  }

  async byId(id: string): Promise<OAuthClient | null> {
    return this.clients.find((client) => client.id === id) ?? null;
  }

  async byClientId(clientId: string): Promise<OAuthClient | null> {
    return this.clients.find((client) => client.clientId === clientId) ?? null;
  }
}
