import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { walkThrough } from '../fixtures/browser-user.ts';
import { clipboardText } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';

const desktop = practiceClients.desktop.installed.client_id;

// One clipboard for the whole display: these journeys would overwrite each other's.
test.describe.configure({ mode: 'default' });

test('a token is copied through main, concealed on screen, and cleared from the clipboard', async ({ start, google }) => {
  test.slow();
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Copy access token').click();
  const copied = await clipboardText(app);
  expect(await google.secrets()).toContain(copied);
  expect(await desk.page.content()).not.toContain(copied);
  await expect.poll(() => clipboardText(app), { timeout: 40_000 }).toBe('');
});

test('a clipboard that changed meanwhile is left alone', async ({ start }) => {
  test.slow();
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Copy access token').click();
  await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('something of the user');
  });
  await desk.page.waitForTimeout(32_000);
  expect(await clipboardText(app)).toBe('something of the user');
});

test('Copy link, and Paste the address when the redirect went nowhere', async ({ start }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly', 'apps.groups.settings']);
  const address = await desk.continueInBrowser();
  await desk.button('Copy link').click();
  await expect.poll(() => clipboardText(app)).toBe(address);
  const redirect = await walkThrough(address, { allow: 'all' });
  await desk.button('Paste the address').click();
  await desk.page.getByRole('textbox', { name: 'Redirect address' }).fill('http://127.0.0.1:9/other?code=1&state=2');
  await desk.button('Finish').click();
  await expect(desk.alert()).toBeVisible();
  await expect(desk.status('Waiting for consent')).toBeVisible();
  await desk.page.getByRole('textbox', { name: 'Redirect address' }).fill(redirect);
  await desk.button('Finish').click();
  await desk.openGranted();
  await expect(desk.status('Active')).toBeVisible();
});

/** Runs in a page: what a script gets out of the clipboard without asking anybody. */
function stolenPaste(): string {
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  document.execCommand('paste');
  const text = field.value;
  field.remove();
  return text;
}

test('no page reads the clipboard by itself, where a copied token lies', async ({ start }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly']);
  const consent = await desk.continueInAppWindow();
  await consent.waitForLoadState();
  await app.evaluate(async ({ clipboard }) => {
    await clipboard.writeText('ya29.copied');
  });
  expect(await consent.evaluate(stolenPaste)).toBe('');
  expect(await desk.page.evaluate(stolenPaste)).toBe('');
  await desk.button('Paste the address').click();
  const field = desk.page.getByRole('textbox', { name: 'Redirect address' });
  await field.focus();
  await desk.page.keyboard.press('Control+v');
  await expect(field, 'a person still can').toHaveValue('ya29.copied');
});
