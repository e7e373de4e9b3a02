import { chmod, mkdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { ada, consent, exchange, maya, post, prefix, type Ask } from '../../main/sandbox/testing/consent.ts';
import { noFindings } from '../fixtures/axe.ts';
import { answerFilePicker, answerSaveDialog } from '../fixtures/electron.ts';
import type { Google } from '../fixtures/google.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';
import type { Desk } from '../pages/desk.ts';

const client = practiceClients.desktop.installed;
const CALENDAR = `${prefix}calendar`;
const GROUPS = `${prefix}apps.groups.settings`;

interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

/** What a script of the account holds after a consent of its own. */
async function scriptOf(google: Google, account: string, scopes: readonly string[] = [CALENDAR, GROUPS]): Promise<Tokens> {
  const ask: Ask = { scopes, account, parameters: { access_type: 'offline' } };
  const { body } = await exchange(google.origin, await consent(google.origin, ask), ask);
  return { access: String(body['access_token']), refresh: String(body['refresh_token']) };
}

/** As oauth2client of 2013 wrote it. */
function dat({ access, refresh }: Tokens, change: Record<string, unknown> = {}): string {
  return JSON.stringify({
    _module: 'oauth2client.client',
    token_expiry: '2013-07-01T10:00:00Z',
    access_token: access,
    token_uri: 'https://accounts.google.com/o/oauth2/token',
    invalid: false,
    token_response: { access_token: access, scope: `${CALENDAR} ${GROUPS}`, token_type: 'Bearer' },
    client_id: client.client_id,
    client_secret: client.client_secret,
    revoke_uri: 'https://accounts.google.com/o/oauth2/revoke',
    user_agent: null,
    refresh_token: refresh,
    _class: 'OAuth2Credentials',
    id_token: null,
    ...change,
  });
}

const accounts = (desk: Desk) => desk.page.getByRole('list', { name: 'Accounts' }).locator(':scope > li');

test('some file.dat of the tutorial comes in from the first page: whose it is, that it lives, what it may do', async ({ start, google, profile }) => {
  const file = join(profile, 'some file.dat');
  await writeFile(file, dat(await scriptOf(google, ada)), { mode: 0o644 });
  const before = await stat(file);
  const { app, desk } = await start();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
  await answerFilePicker(app, [file]);
  await desk.button('Import credentials').click();
  await expect(desk.page.getByText(`Imported ${ada} from some file.dat`)).toBeVisible();
  await expect(accounts(desk)).toHaveCount(1);
  await noFindings(desk.page, 'an imported credential');
  const notice = desk.page.getByRole('status').filter({ hasText: 'Imported' });
  await expect(notice).toContainText('Alive at Google, granted: calendar, apps.groups.settings.');
  await expect(notice).toContainText('older token address');
  await notice.getByRole('link', { name: ada }).click();
  await expect(desk.status('Active')).toBeVisible();
  await expect(desk.granted()).toHaveCount(2);
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');

  // The file is as it was, and nothing of it is on the page.
  const after = await stat(file);
  expect([after.mtimeMs, after.mode, after.ino]).toEqual([before.mtimeMs, before.mode, before.ino]);
  const html = await desk.page.content();
  for (const secret of [...(await google.secrets()), client.client_secret]) expect(html).not.toContain(secret);
});

test('a credential that has ended comes in too, and is re-authorized into an account with a name', async ({ start, google, profile }) => {
  const file = join(profile, 'token.json');
  const tokens = await scriptOf(google, maya, [GROUPS]);
  await post(google.origin, '/revoke', { token: tokens.refresh });
  await writeFile(file, JSON.stringify({ client_id: client.client_id, client_secret: client.client_secret, refresh_token: tokens.refresh, token: tokens.access, scopes: [GROUPS], expiry: '2026-01-01T00:00:00.5Z' }));
  const { app, desk } = await start();
  await answerFilePicker(app, [file]);
  await desk.button('Import credentials').click();
  await expect(desk.page.getByText('Imported Unknown account from token.json')).toBeVisible();
  await expect(accounts(desk)).toContainText('Sign-in needed');
  await accounts(desk).getByRole('button', { name: 'Re-authorize' }).click();
  await consentTo(await desk.continueInAppWindow(), { account: maya, allow: 'all' });
  await desk.openGranted(maya);
  await desk.goTo('Authorizations');
  await expect(accounts(desk)).toHaveCount(1);
  await expect(accounts(desk)).toContainText(maya);
});

test('what cannot be used is refused in a sentence, and nothing is stored', async ({ start, google, profile }) => {
  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(profile, name), content);
    return join(profile, name);
  };
  const whole = dat(await scriptOf(google, ada));
  await symlink(await file('whole.dat', whole), join(profile, 'link.dat'));
  await mkdir(join(profile, 'a folder'));
  const bad: readonly (readonly [string, RegExp])[] = [
    [await file('empty.dat', ''), /file is empty/],
    [await file('cut.dat', whole.slice(0, 150)), /ends in the middle/],
    [await file('binary.dat', new Uint8Array(400).fill(0x81)), /not text/],
    [await file('huge.dat', ' '.repeat(5 * 1024 * 1024 + 1)), /larger than 5 MB/],
    [await file('pickle.dat', "cposix\nsystem\np0\n(S'touch /tmp/owned'\np1\ntp2\nRp3\n."), /Python pickle/],
    [await file('key.dat', whole.replace('"refresh_token"', '"refresh_tokn"')), /refresh_token is missing/],
    [await file('robot.json', JSON.stringify({ type: 'service_account', private_key: 'x', client_email: 'robot@example.com' })), /service account.*out of reach/],
    [await file('client.json', JSON.stringify(practiceClients.desktop)), /OAuth client file, not a stored credential/],
    [join(profile, 'link.dat'), /link to a file/],
    [join(profile, 'a folder'), /is a folder/],
    [join(profile, 'gone.dat'), /not there any more/],
  ];
  const { app, desk } = await start();
  for (const [path, sentence] of bad) {
    await answerFilePicker(app, [path]);
    await desk.button(/^(Import credentials|Choose another file)$/).first().click();
    await expect(desk.alert()).toHaveText(sentence);
    await expect(desk.alert()).not.toContainText(/ at .*\.js|undefined|SyntaxError/);
  }
  await noFindings(desk.page, 'a refused credential');
  await desk.button('Dismiss').click();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
});

test('an authorization is exported after a warning, for its owner only, and gcloud’s file is kept', async ({ start, google, profile }) => {
  const gcloud = join(profile, 'gcloud');
  await mkdir(gcloud);
  const adc = join(gcloud, 'application_default_credentials.json');
  const before = JSON.stringify({ type: 'authorized_user', client_id: '9-other.apps.googleusercontent.com', client_secret: 'x', refresh_token: 'y', account: 'bo@example.com' });
  await writeFile(adc, before);
  await chmod(adc, 0o644);
  const { app, desk } = await start({ env: { CLOUDSDK_CONFIG: gcloud } });
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(client.client_id, ['calendar.readonly'], { allow: 'all' });

  const choose = async (item: RegExp) => {
    await desk.button('Export').click();
    await desk.page.getByRole('menuitem', { name: item }).click();
    return desk.dialog('Export credentials?');
  };
  const exported = join(profile, 'some file.dat');
  await answerSaveDialog(app, exported);
  const dialog = await choose(/^oauth2client file/);
  await expect(dialog).toContainText('in the clear');
  await noFindings(desk.page, 'the warning before an export');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await stat(exported).catch(() => null)).toBeNull();

  await (await choose(/^oauth2client file/)).getByRole('button', { name: 'Export', exact: true }).click();
  await expect(desk.page.getByText(`Exported ${ada}`)).toBeVisible();
  const written = JSON.parse(await readFile(exported, 'utf8')) as Record<string, unknown>;
  expect(written).toMatchObject({ _class: 'OAuth2Credentials', client_id: client.client_id, token_uri: `${google.origin}/token`, invalid: false });
  expect((await stat(exported)).mode & 0o777).toBe(0o600);

  const replacing = await choose(/^gcloud ADC/);
  await expect(replacing).toContainText('It replaces the credential of bo@example.com, client 9-other.');
  await replacing.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(desk.page.getByText(/what was there is kept as .*backup/)).toBeVisible();
  expect(JSON.parse(await readFile(adc, 'utf8'))).toMatchObject({ type: 'authorized_user', account: ada, refresh_token: written['refresh_token'] });
  expect((await stat(adc)).mode & 0o777).toBe(0o600);

  // Both leave a row without a secret, and what was exported can be imported again: it is the same authorization.
  await desk.goTo('Activity');
  await expect(desk.page.getByRole('table', { name: 'Activity' }).getByRole('row').filter({ hasText: 'Export credential' })).toHaveCount(2);
  const html = await desk.page.content();
  for (const secret of await google.secrets()) expect(html).not.toContain(secret);
  await desk.goTo('Authorizations');
  await answerFilePicker(app, [exported]);
  await desk.button('Import credentials').click();
  await expect(desk.page.getByText('It was stored here before and works, so its own tokens stay.')).toBeVisible();
  await expect(accounts(desk)).toHaveCount(1);
});
