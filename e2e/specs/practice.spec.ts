import { expect, test } from '../fixtures/test.ts';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';

const desktop = practiceClients.desktop.installed.client_id;

test('Try the sandbox: banner, a client at hand, consent, calls; kept apart and kept over a restart', async ({ start }) => {
  const first = await start({ googleOrigin: null });
  await first.desk.button('Try the sandbox').click();
  await expect(first.desk.practiceBanner()).toBeVisible();
  await first.desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  await first.desk.button('List calendars').click();
  await expect(first.desk.response()).toContainText('200 OK');

  const second = await start({ googleOrigin: null });
  await expect(second.desk.practiceBanner()).toBeVisible();
  await second.desk.goTo('Authorizations');
  await second.desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' }).click();
  await second.desk.button('Refresh now').click();
  await expect(second.desk.status('Active')).toBeVisible();
  await expect(second.desk.alert()).toHaveCount(0);

  await second.desk.button('Leave practice mode').click();
  await expect(second.desk.practiceBanner()).toBeHidden();
  await second.desk.goTo('Authorizations');
  await expect(second.desk.heading('No authorizations yet')).toBeVisible();
});
