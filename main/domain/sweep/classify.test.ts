import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from '../shared/bytes.ts';
import { classify } from './classify.ts';
import { whereOf } from './sweep-run.ts';

const CLIENT = { client_id: '1-x.apps.googleusercontent.com', client_secret: 'GOCSPX-secretOfTheTest' };
const CALENDAR = 'https://www.googleapis.com/auth/calendar';
const at = (path: string, content: unknown) => classify(content instanceof Uint8Array ? content : utf8(typeof content === 'string' ? content : JSON.stringify(content)), whereOf(path));
const kindAt = (path: string, content: unknown) => at(path, content)?.kind ?? null;
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

const user = { type: 'authorized_user', ...CLIENT, refresh_token: '1//r' };
const token = { ...CLIENT, token: 'ya29.t', refresh_token: '1//r', scopes: [CALENDAR] };
const pickle = (module: string) => latin1(`\x80\x04\x95\x8c\x19${module}\x94\x8c\x0bCredentials\x94]\x94\x8c\x28${CALENDAR}\x94aub.`);

describe('bytes of a file', () => {
  it.each([
    ['/home/ada/.config/gcloud/application_default_credentials.json', user, 'gcloud-adc'],
    ['/home/ada/.config/gcloud/legacy_credentials/ada@x.example/adc.json', user, 'gcloud-adc'],
    ['/srv/application_default_credentials.json.2026.backup', user, 'gcloud-adc'],
    ['/home/ada/.config/gcloud/credentials.db', 'SQLite format 3\0…', 'gcloud-store'],
    ['/home/ada/.gam/oauth2.txt', token, 'gam'],
    ['/home/ada/.config/gws/credentials.json', user, 'gws'],
    ['/home/ada/.config/gws/.encryption_key', `${'A'.repeat(43)}=\n`, 'gws-key'],
    ['/home/ada/.config/gws-work/credentials.enc', new Uint8Array(60).fill(200), 'gws'],
    ['/home/ada/.clasprc.json', { tokens: { default: { ...CLIENT, refresh_token: '1//c' } } }, 'clasp'],
    ['/home/ada/rota/token.json', token, 'python-token'],
    ['/home/ada/rota/token.json', { access_token: 'ya29.n', refresh_token: '1//n' }, 'node-token'],
    ['/home/ada/rota/key.json', user, 'authorized-user'],
    ['/home/ada/Downloads/client_secret.json', { installed: { ...CLIENT, redirect_uris: ['http://localhost'] } }, 'client-file'],
    ['/home/ada/Downloads/sa.json', { type: 'service_account', private_key: 'k', client_email: 'rota@x.iam.gserviceaccount.com' }, 'service-account'],
    ['/home/ada/.gcalcli_oauth', pickle('google.oauth2.credentials'), 'gcalcli'],
    ['/home/ada/.local/share/gcalcli/oauth', pickle('google.oauth2.credentials'), 'gcalcli'],
    ['/home/ada/rota/token.pickle', pickle('google.oauth2.credentials'), 'python-pickle'],
    ['/home/ada/tokens/StoredCredential', latin1('\xac\xed\x00\x05 com.google.api.client.auth.oauth2.StoredCredential'), 'java-store'],
    ['/home/ada/rota/token.json', JSON.stringify(token).slice(0, -20), 'damaged'],
  ])('at %s are known', (path, content, kind) => {
    expect(kindAt(path, content)).toBe(kind);
  });

  it.each([
    ['another service’s token', '/x/token.json', { access_token: 'gho_x', refresh_token: 'r' }],
    ['another service’s client', '/x/client_secret.json', { web: { client_id: 'abc', client_secret: 'x', redirect_uris: ['http://localhost'] } }],
    ['another service’s credential', '/x/credentials.json', { client_id: 'abc', client_secret: 'x', refresh_token: '1//looks-like-it' }],
    ['a database of somebody else', '/x/credentials.db', 'SQLite format 3\0…'],
    ['another pickle', '/x/token.pickle', pickle('collections')],
    ['settings', '/x/oauth.json', { theme: 'dark' }],
    ['nothing', '/x/token.json', ''],
    ['a cut-off file of somebody else', '/x/token.json', '{"theme":"da'],
    ['a key that is none', '/home/ada/.config/gws/.encryption_key', 'short'],
    ['half a client of a phone', '/x/client_secret.json', { installed: { client_id: CLIENT.client_id, auth_uri: 'a', token_uri: 'b' } }],
  ])('of %s are not listed', (_what, path, content) => {
    expect(kindAt(path, content)).toBeNull();
  });

  it('of a store count only what is Google’s', () => {
    const tokens = { mine: { ...CLIENT, refresh_token: '1//c' }, other: { client_id: 'abc', refresh_token: 'r' } };
    expect(at('/home/ada/.clasprc.json', { tokens })?.credentials).toHaveLength(1);
  });

  it('tell scopes of a pickle without loading it', () => {
    expect(at('/home/ada/.gcalcli_oauth', pickle('google.oauth2.credentials'))).toMatchObject({ named: [CALENDAR], credentials: [], note: { code: 'python-pickle' } });
  });

  it('leave no secret in what is told, whatever they are', () => {
    for (const content of [user, token, { installed: CLIENT }, JSON.stringify(token).slice(0, -20), { access_token: 'ya29.n', refresh_token: '1//n' }]) {
      const told = JSON.stringify(at('/home/ada/rota/token.json', content));
      for (const secret of ['ya29', '1//', 'GOCSPX']) expect(told).not.toContain(secret);
    }
  });

  it('never make it throw', () => {
    const names = fc.constantFrom('/a/token.json', '/home/.config/gws/.encryption_key', '/home/.config/gcloud/credentials.db', '/a/x.dat', '/a/StoredCredential');
    fc.assert(fc.property(names, fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.json().map((text) => utf8(text))), (path, bytes) => {
      const told = classify(bytes, whereOf(path));
      return told === null || told.kind.length > 0;
    }));
  });
});
