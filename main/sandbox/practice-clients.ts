/** The inner object of a client_secret_*.json file. https://developers.google.com/identity/protocols/oauth2/native-app */
export interface ClientFileEntry {
  readonly client_id: string;
  readonly project_id: string;
  readonly auth_uri: string;
  readonly token_uri: string;
  readonly auth_provider_x509_cert_url: string;
  readonly client_secret: string;
  readonly redirect_uris: readonly string[];
}

export interface DesktopClientFile {
  readonly installed: ClientFileEntry;
}

export interface WebClientFile {
  readonly web: ClientFileEntry;
}

export const practiceProjectNumber = '418203957716';
const practiceProjectId = 'harbor-practice';

/** Fills in what is the same in every client file. */
export function clientFileEntry(
  own: Pick<ClientFileEntry, 'client_id' | 'project_id' | 'client_secret' | 'redirect_uris'>,
): ClientFileEntry {
  return {
    client_id: own.client_id,
    project_id: own.project_id,
    auth_uri: 'https://accounts.google.com/o/oauth2/auth',
    token_uri: 'https://oauth2.googleapis.com/token',
    auth_provider_x509_cert_url: 'https://www.googleapis.com/oauth2/v1/certs',
    client_secret: own.client_secret,
    redirect_uris: own.redirect_uris,
  };
}

/** The two clients every sandbox knows, shaped like the files Google hands out. Their secrets are made up and open nothing. */
export const practiceClients: { readonly desktop: DesktopClientFile; readonly web: WebClientFile } = {
  desktop: {
    installed: clientFileEntry({
      client_id: `${practiceProjectNumber}-p7desk0tidewater4lantern2moss9ay.apps.googleusercontent.com`,
      project_id: practiceProjectId,
      client_secret: 'GOCSPX-practice-desktop-no-secret0',
      redirect_uris: ['http://localhost'],
    }),
  },
  web: {
    web: clientFileEntry({
      client_id: `${practiceProjectNumber}-p3web8breakwater1orchard6gull5zq.apps.googleusercontent.com`,
      project_id: practiceProjectId,
      client_secret: 'GOCSPX-practice-webpage-no-secret0',
      redirect_uris: ['http://example.com/auth_return', 'http://127.0.0.1:8085/oauth2callback'],
    }),
  },
};
