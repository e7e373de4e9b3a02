import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { answerFilePicker } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';

const desktop = practiceClients.desktop.installed;

const bad: readonly (readonly [string, string, RegExp])[] = [
  ['empty', '', /empty/i],
  ['not JSON', 'client_id=abc', /not JSON/i],
  ['5 MB of junk', 'x'.repeat(5 * 1024 * 1024), /larger|too large|big/i],
  ['service account', JSON.stringify({ type: 'service_account', client_email: 'robot@harbor.example', private_key: 'x' }), /service.account/i],
  ['authorized user', JSON.stringify({ type: 'authorized_user', client_id: 'x', refresh_token: 'y' }), /credential/i],
  ['missing id', JSON.stringify({ installed: { client_secret: 'z' } }), /client_id/],
  ['whitespace in the id', JSON.stringify({ installed: { ...desktop, client_id: `${desktop.client_id}\n` } }), /white ?space|space|line break/i],
  ['web without redirect', JSON.stringify({ web: { ...practiceClients.web.web, redirect_uris: [] } }), /127\.0\.0\.1/],
  ['out-of-band only', JSON.stringify({ web: { ...practiceClients.web.web, redirect_uris: ['urn:ietf:wg:oauth:2.0:oob'] } }), /out-of-band|oob/i],
];

test('a file from the picker, with a byte order mark', async ({ start }) => {
  const folder = await mkdtemp(join(tmpdir(), 'grantdesk-files-'));
  const file = join(folder, 'client_secret.json');
  await writeFile(file, `\uFEFF${JSON.stringify(practiceClients.desktop)}`);
  const { app, desk } = await start();
  await answerFilePicker(app, []);
  await desk.button('Import client file').click();
  await expect(desk.alert()).toHaveCount(0);
  await answerFilePicker(app, [file]);
  await desk.button('Import client file').first().click();
  await desk.goTo('Clients');
  const item = desk.page.getByRole('list', { name: 'Clients' }).getByRole('listitem');
  await expect(item).toContainText(desktop.client_id);
  await expect(item).toContainText('Desktop');
  await expect(item).toContainText(desktop.project_id);
  expect(await desk.page.content()).not.toContain(desktop.client_secret);
});

test('a dropped file', async ({ start }) => {
  const { desk } = await start();
  // Before its script has run the page can listen to nothing.
  await desk.page.waitForLoadState();
  const data = await desk.page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], 'client_secret.json', { type: 'application/json' }));
    return transfer;
  }, JSON.stringify(practiceClients.web));
  await desk.page.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await desk.page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await desk.page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await desk.goTo('Clients');
  await expect(desk.page.getByRole('list', { name: 'Clients' })).toContainText(practiceClients.web.web.client_id);
  expect(desk.page.url()).toMatch(/^app:\/\/bundle\//);
});

test('every bad file gets its sentence and nothing is stored', async ({ start }) => {
  const { desk } = await start();
  await desk.goTo('Clients');
  for (const [name, text, sentence] of bad) {
    await desk.button('Paste client JSON').click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Client JSON' }).fill(text);
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(dialog.getByRole('alert'), name).toContainText(sentence);
    await desk.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await expect(desk.page.getByRole('list', { name: 'Clients' }).getByRole('listitem')).toHaveCount(0);
});

test('several clients side by side; a foreign endpoint is pointed out; one is removed', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient({ installed: { ...desktop, token_uri: 'https://evil.example/token' } });
  await desk.importClient(practiceClients.web);
  const items = desk.page.getByRole('list', { name: 'Clients' }).getByRole('listitem');
  const item = items.filter({ hasText: desktop.client_id });
  await expect(item).toContainText('evil.example');
  await expect(items.filter({ hasText: practiceClients.web.web.client_id })).toContainText('http://127.0.0.1:8085/oauth2callback');
  await item.getByRole('button', { name: 'Remove client' }).click();
  const dialog = desk.page.getByRole('dialog');
  await dialog.getByRole('button', { name: /Remove/ }).click();
  await expect(items.filter({ hasText: desktop.client_id })).toHaveCount(0);
  await expect(items.filter({ hasText: practiceClients.web.web.client_id })).toHaveCount(1);
});
