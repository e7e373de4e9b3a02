import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { refresh } from '../../main/sandbox/testing/consent.ts';
import { noFindings } from '../fixtures/axe.ts';
import { clutteredHome, type Clutter } from '../fixtures/cluttered-home.ts';
import { answerFilePicker } from '../fixtures/electron.ts';
import { expect, test as base } from '../fixtures/test.ts';
import { SweepPage } from '../pages/sweep-page.ts';

const test = base.extend<{ clutter: Clutter }>({
  clutter: async ({ google }, use) => {
    const clutter = await clutteredHome(google.origin);
    await use(clutter);
    await clutter.remove();
  },
});

const clientFile = `~/Downloads/client_secret_${practiceClients.desktop.installed.client_id}.json`;
const inUsualPlaces = ['~/.oauth2l', '~/.gam/oauth2.txt', '~/.config/gcloud/application_default_credentials.json', '~/.config/gcloud/credentials.db', '~/.config/gws/.encryption_key', '~/.gcalcli_oauth', '~/Downloads/rota-service-account.json', clientFile];

test('a sweep asks first, finds what lies in the usual places, and touches nothing else', async ({ start, clutter, google }) => {
  const { desk, page } = await start({ env: clutter.env });
  await desk.goTo('Sweep');
  const sweep = new SweepPage(desk);
  await expect(desk.heading('Credentials lying in the clear')).toBeVisible();
  // Named before the permission; whether they exist is not.
  await expect(sweep.place('~/.config/gcloud')).toBeVisible();
  await expect(sweep.place('~/.config/gcloud')).not.toContainText('Looked in');
  const before = await google.count('POST /token');
  await sweep.sweep();

  expect([...(await sweep.paths())].sort()).toEqual([...inUsualPlaces].sort());
  await expect(sweep.place('~/.config/gcloud')).toContainText('Looked in');
  await expect(sweep.place('~/.clasprc.json')).toContainText('Not there');
  // Others can read these; nothing was asked yet, so that counts most.
  expect((await sweep.paths())[0]).toBe('~/Downloads/rota-service-account.json');
  await expect(sweep.row('~/.oauth2l')).toContainText('oauth2l cache');
  await expect(sweep.row('~/.oauth2l')).toContainText('Others can read it');
  await expect(sweep.row('~/.oauth2l')).toContainText('Mode 0644');
  await expect(sweep.row('~/.oauth2l')).toContainText('Not checked');
  await expect(sweep.row('~/.gam/oauth2.txt')).toContainText('admin@harbor.example');
  await expect(sweep.row('~/.gam/oauth2.txt')).toContainText('Your group can read it');
  await expect(sweep.row('~/.gam/oauth2.txt')).toContainText('Make anybody an administrator of the organisation.');
  await expect(sweep.row('~/.gcalcli_oauth')).toContainText('not opened here');
  await expect(sweep.row('~/.config/gcloud/credentials.db').getByRole('button')).toHaveText(['Move to bin']);
  await expect(page.getByText(/Left out: 1 link, which is not followed; 1 file larger than 5 MB; 1 pipe or device\./)).toBeVisible();
  expect(await google.count('POST /token')).toBe(before);
  const shown = await page.content();
  for (const secret of [...clutter.secrets, ...(await google.secrets())]) expect(shown).not.toContain(secret);
});

test('the whole home folder and added folders are looked through, without packages and links', async ({ start, clutter }) => {
  const { app, desk, page } = await start({ env: clutter.env });
  await desk.goTo('Sweep');
  await answerFilePicker(app, [clutter.outside]);
  await desk.button('Add folder').click();
  await expect(page.getByRole('list', { name: 'Added folders' })).toContainText(clutter.outside);
  const sweep = new SweepPage(desk);
  await sweep.sweep({ wholeHome: true });
  expect([...(await sweep.paths())].sort()).toEqual([...inUsualPlaces, '~/projects/rota/some file.dat', join(clutter.outside, 'token.json')].sort());
  // Remembered, and forgotten again.
  const again = await start({ env: clutter.env });
  await again.desk.goTo('Sweep');
  await again.page.getByRole('button', { name: `Remove ${clutter.outside} from the list` }).click();
  await expect(again.page.getByRole('list', { name: 'Added folders' })).toHaveCount(0);
});

test('what was found is checked, tightened, imported, revoked and binned', async ({ start, clutter, google }) => {
  test.slow();
  const { desk, page } = await start({ env: clutter.env });
  const sweep = new SweepPage(desk);
  await sweep.sweep({ wholeHome: true });

  await sweep.press(clientFile, 'Import');
  await expect(sweep.row(clientFile)).toContainText('In the vault');

  await desk.button('Check all').click();
  await expect(sweep.row('~/.gam/oauth2.txt')).toContainText('Ended');
  await expect(sweep.row('~/.oauth2l')).toContainText('Alive');
  await expect(sweep.row('~/.oauth2l')).toContainText('maya.okafor@harbor.example');
  await expect(sweep.row('~/.config/gcloud/application_default_credentials.json')).toContainText('Restricted');
  await expect(desk.button('Check all')).toBeEnabled();
  expect((await sweep.paths()).slice(0, 2).sort()).toEqual(['~/.oauth2l', '~/projects/rota/some file.dat']);

  await sweep.press('~/.oauth2l', 'Tighten mode');
  await expect(sweep.row('~/.oauth2l')).toContainText('Mode 0600');
  expect((await stat(join(clutter.home, '.oauth2l'))).mode & 0o777).toBe(0o600);

  await sweep.press('~/projects/rota/some file.dat', 'Import');
  await expect(sweep.row('~/projects/rota/some file.dat')).toContainText('In the vault');
  await expect(page.getByText('Imported tomas.silva@orchard.example')).toBeVisible();

  await sweep.press('~/projects/rota/some file.dat', 'Revoke at Google');
  const dialog = desk.dialog('Revoke at Google?');
  await expect(dialog.getByRole('list', { name: 'Dies with it' })).toContainText('tomas.silva@orchard.example');
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(sweep.row('~/projects/rota/some file.dat')).toContainText('Ended');
  const [, , , , refreshOfTomas = ''] = clutter.secrets;
  expect((await refresh(google.origin, refreshOfTomas)).body['error']).toBe('invalid_grant');

  await sweep.press('~/.gam/oauth2.txt', 'Move to bin');
  await desk.dialog('Move to bin?').getByRole('button', { name: 'Move to bin' }).click();
  await expect(sweep.row('~/.gam/oauth2.txt')).toHaveCount(0);
  expect(existsSync(join(clutter.home, '.gam/oauth2.txt'))).toBe(false);
  expect(await readdir(join(clutter.home, '.local/share/Trash/files'))).toContain('oauth2.txt');

  await desk.goTo('Authorizations');
  await expect(page.getByRole('listitem').filter({ hasText: 'tomas.silva@orchard.example' }).first()).toContainText('Revoked');
  await desk.goTo('Activity');
  const log = page.getByRole('table', { name: 'Activity' });
  for (const words of ['Sweep', 'Check file', 'Tighten mode', 'Move to bin', 'Revoke at Google', 'Import client']) await expect(log.getByText(words).first()).toBeVisible();
  const shown = await page.content();
  for (const secret of [...clutter.secrets, ...(await google.secrets())]) expect(shown).not.toContain(secret);
});

test('in practice mode no token of a client from elsewhere reaches the sandbox', async ({ start, clutter }) => {
  const adc = '~/.config/gcloud/application_default_credentials.json';
  const elsewhere = { type: 'authorized_user', client_id: '9-elsewhere.apps.googleusercontent.com', client_secret: 'GOCSPX-elsewhere', refresh_token: '1//0elsewhere' };
  await writeFile(join(clutter.home, adc.slice(2)), JSON.stringify(elsewhere));
  const { desk, page } = await start({ env: clutter.env, googleOrigin: null });
  await desk.button('Try the sandbox').click();
  await expect(desk.practiceBanner()).toBeVisible();
  const sweep = new SweepPage(desk);
  await sweep.sweep();
  for (const button of ['Check', 'Import'] as const) {
    await sweep.press(adc, button);
    await expect(sweep.row(adc).getByRole('alert')).toContainText('its tokens are not sent to the sandbox');
  }
  await expect(sweep.row(adc)).toContainText('Not checked');
  await desk.goTo('Clients');
  await expect(page.getByRole('list', { name: 'Clients' })).not.toContainText('9-elsewhere');
});

test('a file that changed after it was found is left alone', async ({ start, clutter }) => {
  const { desk } = await start({ env: clutter.env });
  const sweep = new SweepPage(desk);
  await sweep.sweep();
  await writeFile(join(clutter.home, '.gam/oauth2.txt'), '{"other":true}', { mode: 0o644 });
  await rm(join(clutter.home, '.oauth2l'));
  await symlink(join(clutter.outside, 'token.json'), join(clutter.home, '.oauth2l'));
  await sweep.press('~/.gam/oauth2.txt', 'Tighten mode');
  await expect(sweep.row('~/.gam/oauth2.txt').getByRole('alert')).toContainText('changed or replaced');
  expect((await stat(join(clutter.home, '.gam/oauth2.txt'))).mode & 0o777).toBe(0o640);
  await sweep.press('~/.oauth2l', 'Move to bin');
  const dialog = desk.dialog('Move to bin?');
  await dialog.getByRole('button', { name: 'Move to bin' }).click();
  await expect(dialog.getByRole('alert')).toContainText('changed or replaced');
  expect(existsSync(join(clutter.outside, 'token.json'))).toBe(true);
});

test('a sweep of a large home folder can be cancelled', async ({ start, clutter }) => {
  test.slow();
  for (let at = 0; at < 60; at += 1) {
    await Promise.all(Array.from({ length: 1000 }, (_, one) => mkdir(join(clutter.home, `archive/${String(at)}/${String(one)}`), { recursive: true })));
  }
  const { desk, page } = await start({ env: clutter.env });
  await desk.goTo('Sweep');
  await page.getByRole('switch', { name: 'Look through my whole home folder' }).check();
  await desk.button('Start sweep').click();
  await desk.button('Cancel').click();
  await expect(new SweepPage(desk).summary()).toContainText('Cancelled after');
});

for (const theme of ['light', 'dark'] as const) {
  test(`no axe findings on the sweep, ${theme}`, async ({ start, clutter }) => {
    test.slow();
    const { desk, page } = await start({ env: clutter.env });
    await page.emulateMedia({ colorScheme: theme });
    await desk.goTo('Sweep');
    await noFindings(page, 'before a sweep');
    const sweep = new SweepPage(desk);
    await sweep.sweep({ wholeHome: true });
    await sweep.press(clientFile, 'Import');
    await expect(sweep.row(clientFile)).toContainText('In the vault');
    await desk.button('Check all').click();
    await expect(sweep.row('~/.oauth2l')).toContainText('Alive');
    await noFindings(page, 'after a sweep');
    await sweep.press('~/.oauth2l', 'Revoke at Google');
    await expect(desk.dialog('Revoke at Google?')).toContainText('maya.okafor');
    await noFindings(page, 'revoke dialog');
    await page.keyboard.press('Escape');
    await sweep.press('~/.oauth2l', 'Move to bin');
    await expect(desk.dialog('Move to bin?')).toBeVisible();
    await noFindings(page, 'bin dialog');
  });
}
