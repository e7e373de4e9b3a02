import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * google-auth-library in small, as text: the part of OAuth2Client that the tutorial calls, by its documentation, against a stand-in for
 * Google. The library itself is no dependency of the project.
 * https://github.com/googleapis/google-auth-library-nodejs/blob/main/src/auth/oauth2client.ts
 */
const LIBRARY = `
import { createHash, randomBytes } from 'node:crypto';
const origin = process.env.STAND_IN_ORIGIN;
const standingIn = (url) => String(url).replace(/^https:\\/\\/[a-z0-9-]+\\.googleapis\\.com(?=\\/)/, origin);
async function answerOf(url, init) {
  const response = await fetch(url, init);
  const data = await response.json();
  if (!response.ok) throw Object.assign(new Error(typeof data.error === 'string' ? data.error : data.error.message), { response: { status: response.status, data } });
  return data;
}
export class OAuth2Client {
  constructor({ clientId, clientSecret }) { this.id = clientId; this.secret = clientSecret; this.credentials = {}; }
  async generateCodeVerifierAsync() {
    const codeVerifier = randomBytes(96).toString('base64url');
    return { codeVerifier, codeChallenge: createHash('sha256').update(codeVerifier).digest('base64url') };
  }
  generateAuthUrl({ scope, ...rest }) {
    return origin + '/o/oauth2/v2/auth?' + new URLSearchParams({ access_type: 'online', response_type: 'code', client_id: this.id, scope: scope.join(' '), ...rest });
  }
  async token(form) {
    const { expires_in, ...tokens } = await answerOf(origin + '/token', { method: 'POST', body: new URLSearchParams({ client_id: this.id, client_secret: this.secret, ...form }) });
    return { ...tokens, expiry_date: Date.now() + expires_in * 1000 };
  }
  async getToken({ code, codeVerifier, redirect_uri }) {
    return { tokens: await this.token({ grant_type: 'authorization_code', code, code_verifier: codeVerifier, redirect_uri }) };
  }
  setCredentials(credentials) { this.credentials = credentials; }
  async getAccessToken() {
    if (this.credentials.access_token === undefined) {
      const { refresh_token } = this.credentials;
      this.credentials = { ...(await this.token({ grant_type: 'refresh_token', refresh_token })), refresh_token };
    }
    return { token: this.credentials.access_token };
  }
  async request({ url, params }) {
    const { token } = await this.getAccessToken();
    return { data: await answerOf(standingIn(url) + '?' + new URLSearchParams(params), { headers: { authorization: 'Bearer ' + token } }) };
  }
}
`;

/** Puts it where a program in `folder` finds it. */
export async function installStandIn(folder: string): Promise<void> {
  const home = join(folder, 'node_modules/google-auth-library');
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'google-auth-library', version: '0.0.0', type: 'module', exports: './index.js' }));
  await writeFile(join(home, 'index.js'), LIBRARY);
}
