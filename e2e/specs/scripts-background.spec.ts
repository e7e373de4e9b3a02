import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { appOf, endApp, hasPage, run, writeScript, type CommandOptions } from '../fixtures/command.ts';
import { expect, test } from '../fixtures/test.ts';
import { ScriptsPage } from '../pages/scripts-page.ts';

const desktop = practiceClients.desktop.installed.client_id;
const ada = 'ada.lovelace@harbor.example';
const passphrase = 'correct horse battery';

test('a script starts Grantdesk without a window; without a display nobody can be asked; a start by hand shows the window', async ({ start, google, profile }) => {
  test.slow();
  const options: CommandOptions = { profile, googleOrigin: google.origin, display: false };
  const first = await start();
  await first.desk.importClient(practiceClients.desktop);
  await first.desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  const scripts = await ScriptsPage.open(first.desk);
  await scripts.switchOn();
  const backup = await writeScript(join(profile, 'backup.sh'), `token ${ada}`, options);
  const asking = run(backup, [], options);
  await scripts.say('Allow for this account');
  const allowed = await asking;
  expect(allowed.code).toBe(0);
  await first.close();
  await expect(stat(join(profile, 'scripts.sock'))).rejects.toThrow(/ENOENT/);

  expect(await run(backup, ['--no-start'], options)).toMatchObject({ code: 3, out: '' });
  try {
    const later = await run(backup, [], options);
    expect(later).toMatchObject({ code: 0, out: allowed.out, err: '' });
    const background = (await appOf(profile)) ?? 0;
    expect(background).toBeGreaterThan(0);
    expect(await hasPage(background)).toBe(false);
    const stranger = await run(await writeScript(join(profile, 'stranger.sh'), `token ${ada}`, options), [], options);
    expect(stranger).toMatchObject({ code: 4, out: '' });
    expect(stranger.err).toContain('there is no display to ask you on');

    // By hand, in a session with a display: the app there is none to be seen of makes way for one with a window.
    const byHand = run(await writeScript(join(profile, 'app.sh'), '', options), [], { ...options, display: true });
    await expect.poll(async () => { const now = await appOf(profile); return now !== null && now !== background && (await hasPage(now)); }, { timeout: 30_000 }).toBe(true);
    const again = await run(backup, [], options);
    expect(again).toMatchObject({ code: 0 });
    await endApp(profile);
    await byHand;
  } finally {
    await endApp(profile);
  }
});

test('a background start with a display opens its window when a program has to be asked about', async ({ start, google, profile }) => {
  test.slow();
  const options: CommandOptions = { profile, googleOrigin: google.origin };
  const first = await start();
  const scripts = await ScriptsPage.open(first.desk);
  await scripts.switchOn();
  await first.close();
  const list = await writeScript(join(profile, 'list.sh'), 'list --timeout 12', options);
  try {
    const asking = run(list, [], options);
    await expect.poll(async () => { const now = await appOf(profile); return now !== null && (await hasPage(now)); }, { timeout: 30_000 }).toBe(true);
    // Nobody answers: the command has its own patience.
    expect(await asking).toMatchObject({ code: 3, out: '' });
  } finally {
    await endApp(profile);
  }
});

test('a locked vault gives nothing, and says what to do', async ({ start, google, profile }) => {
  const options: CommandOptions = { profile, googleOrigin: google.origin, keychain: false };
  const { desk } = await start({ keychain: false });
  const dialog = desk.dialog('Protect your credentials');
  await dialog.getByRole('textbox', { name: 'Passphrase', exact: true }).fill(passphrase);
  await dialog.getByRole('textbox', { name: 'Repeat passphrase' }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Create vault' }).click();
  await desk.button('I have saved it').click();
  const scripts = await ScriptsPage.open(desk);
  await scripts.switchOn();
  const list = await writeScript(join(profile, 'list.sh'), 'list', options);
  const asking = run(list, [], options);
  await expect(scripts.question()).toBeVisible();
  await desk.page.evaluate(() => (window as unknown as { grantdesk: { vaultLock(): Promise<unknown> } }).grantdesk.vaultLock());
  await expect(desk.button('Unlock')).toBeVisible();
  const waited = await asking;
  expect(waited).toMatchObject({ code: 4, out: '' });
  expect(waited.err).toContain('The vault was locked');
  const locked = await run(list, ['--json'], options);
  expect(locked).toMatchObject({ code: 6, out: '' });
  expect(JSON.parse(locked.err)).toMatchObject({ error: { code: 'vault-locked', hint: 'Unlock it in Grantdesk’s window, then run this again.' } });
});
