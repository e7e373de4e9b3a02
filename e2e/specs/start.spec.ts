import { expect, test } from '../fixtures/test.ts';
import { launch } from '../fixtures/electron.ts';

const links = ['Authorizations', 'Calendar', 'Groups Settings', 'API Explorer', 'Activity', 'Clients', 'Settings'] as const;

test('an empty app leads on', async ({ start }) => {
  const { app, desk } = await start();
  expect(await desk.page.title()).toBe('Grantdesk');
  await expect(desk.heading('No authorizations yet')).toBeVisible();
  await expect(desk.button('Import client file')).toBeVisible();
  await expect(desk.button('Try the sandbox')).toBeVisible();
  const nav = desk.page.getByRole('navigation', { name: 'Main' });
  for (const name of links) await expect(nav.getByRole('link', { name, exact: true })).toBeVisible();
  expect(await app.evaluate(({ app: electron }) => [electron.getName(), electron.getVersion()])).toEqual(['Grantdesk', '0.1.0']);
});

test('an origin that is not on this computer is refused with a sentence', async ({ profile }) => {
  for (const googleOrigin of ['http://evil.example', 'https://accounts.google.com', 'http://127.0.0.1:80/path', 'nonsense']) {
    await expect(launch({ profile, googleOrigin })).rejects.toThrow(/GRANTDESK_GOOGLE_ORIGIN must be/);
  }
});

test('a second start gives way to the first', async ({ start, profile, google }) => {
  const { app } = await start();
  await expect(launch({ profile, googleOrigin: google.origin })).rejects.toThrow();
  expect(app.windows()).toHaveLength(1);
});

test('theme and surface are remembered', async ({ start }) => {
  const first = await start();
  await first.desk.goTo('Settings');
  await first.desk.page.getByRole('radiogroup', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check();
  await first.desk.page.getByRole('radiogroup', { name: 'Open consent in' }).getByRole('radio', { name: 'System browser' }).check();
  await expect(first.desk.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  const { desk } = await start();
  await expect(desk.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await desk.goTo('Settings');
  await expect(desk.page.getByRole('radio', { name: 'System browser' })).toBeChecked();
});
