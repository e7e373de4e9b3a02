import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Desk } from '../pages/desk.ts';

const desktop = practiceClients.desktop.installed.client_id;
const passphrase = 'correct horse battery';

async function createVault(desk: Desk): Promise<string> {
  const dialog = desk.dialog('Protect your credentials');
  await dialog.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await dialog.getByRole('textbox', { name: 'Repeat passphrase' }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Create vault' }).click();
  const recovery = desk.dialog('Recovery code');
  await expect(recovery).toBeVisible();
  const code = await recovery.getByTestId('recovery-code').innerText();
  await recovery.getByRole('button', { name: 'I have saved it' }).click();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
  return code;
}

async function unlock(desk: Desk, words: string): Promise<void> {
  await desk.page.getByRole('textbox', { name: 'Passphrase' }).fill(words);
  await desk.button('Unlock').click();
}

test('with a keychain nothing is asked, and Settings names it', async ({ start }) => {
  const { desk } = await start();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
  await desk.goTo('Settings');
  await expect(desk.page.getByText('gnome_libsecret').first()).toBeVisible();
});

test('without a keychain a passphrase is asked; a wrong one loses nothing; the right one opens', async ({ start }) => {
  const first = await start({ keychain: false });
  await createVault(first.desk);
  await first.desk.importClient(practiceClients.desktop);
  await first.desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  const { desk } = await start({ keychain: false });
  await unlock(desk, 'something else entirely');
  await expect(desk.alert()).toContainText('Wrong passphrase');
  await unlock(desk, passphrase);
  await expect(desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' })).toBeVisible();
  await desk.goTo('Settings');
  const storage = desk.page.getByRole('region', { name: 'Credential storage' });
  await expect(storage).toContainText('basic_text');
  await expect(storage).not.toContainText(/basic_text[^.]*encrypt(s|ed|ion) /i);
});

test('the recovery code opens the vault, and a new passphrase replaces the old', async ({ start }) => {
  const first = await start({ keychain: false });
  const code = await createVault(first.desk);
  const { desk } = await start({ keychain: false });
  await desk.button('Use the recovery code').click();
  await desk.page.getByRole('textbox', { name: 'Recovery code' }).fill(code.toLowerCase().replaceAll('-', ' '));
  await desk.button('Unlock').click();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
});

test('Lock closes everything until the passphrase comes back', async ({ start }) => {
  const { desk } = await start({ keychain: false });
  await createVault(desk);
  await desk.goTo('Settings');
  await desk.page.getByRole('main').getByRole('button', { name: 'Lock' }).click();
  await expect(desk.button('Unlock')).toBeVisible();
  await expect(desk.page.getByRole('region', { name: 'Credential storage' })).toHaveCount(0);
  await unlock(desk, passphrase);
  await expect(desk.button('Unlock')).toBeHidden();
});

test('folders are 0700, files 0600, and no name tells what is inside', async ({ start, profile }) => {
  const { desk, app } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await app.close();
  for (const folder of ['vault', 'profiles/custom/records']) {
    expect((await stat(join(profile, folder))).mode & 0o777, folder).toBe(0o700);
    for (const name of await readdir(join(profile, folder))) {
      expect((await stat(join(profile, folder, name))).mode & 0o777, name).toBe(0o600);
      expect(name).not.toMatch(/ada|lovelace|harbor|google/i);
    }
  }
});

test('one damaged record is named and kept aside; the rest opens', async ({ start, profile }) => {
  const { desk, app } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.importClient(practiceClients.web);
  await app.close();
  const folder = join(profile, 'profiles/custom/records');
  const records = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const victim = join(folder, records[0] ?? '');
  const text = await readFile(victim, 'utf8');
  await writeFile(victim, text.slice(0, text.length / 2));
  await writeFile(`${victim}.bak`, 'junk').catch(() => undefined);
  const again = await start();
  await again.desk.goTo('Settings');
  await expect(again.desk.page.getByRole('region', { name: 'Credential storage' })).toBeVisible();
});

test('Change passphrase: the old one opens nothing any more', async ({ start }) => {
  test.slow();
  const next = 'staple battery horse';
  const first = await start({ keychain: false });
  await createVault(first.desk);
  await first.desk.goTo('Settings');
  await first.desk.button('Change passphrase').click();
  const dialog = first.desk.dialog('Change passphrase');
  await dialog.getByRole('textbox', { name: 'Current passphrase' }).fill('not the current one');
  await dialog.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(next);
  await dialog.getByRole('textbox', { name: 'Repeat passphrase' }).fill(next);
  await dialog.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Wrong passphrase');
  await dialog.getByRole('textbox', { name: 'Current passphrase' }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(dialog).toBeHidden();
  const { desk } = await start({ keychain: false });
  await unlock(desk, passphrase);
  await expect(desk.alert()).toContainText('Wrong passphrase');
  await unlock(desk, next);
  await expect(desk.heading('No authorizations yet')).toBeVisible();
});

test('Keep in memory only: nothing reaches the disk', async ({ start, profile }) => {
  const { desk, app } = await start({ keychain: false });
  await desk.dialog('Protect your credentials').getByRole('button', { name: 'Keep in memory only' }).click();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await app.close();
  const files = await readdir(profile, { recursive: true });
  expect(files.filter((name) => /keyring\.json|records\/.+\.json/.test(name))).toEqual([]);
});
