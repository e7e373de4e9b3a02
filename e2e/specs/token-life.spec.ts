import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { moveClock } from '../fixtures/main-clock.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Desk } from '../pages/desk.ts';

const desktop = practiceClients.desktop.installed.client_id;
const ada = 'ada.lovelace@harbor.example';
const HOUR = 3_600_000;

test('a grant ends by itself: while Google is out of reach it is overdue and says so, then it is revoked', async ({ start, google }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await setEnd(desk, '1 hour from now');
  await expect(desk.page.getByText(/^Revoked in/)).toBeVisible();
  await noFindings(desk.page, 'an end is set');
  expect(await google.count('POST /revoke')).toBe(0);

  await google.faults({ revoke: { kind: 'cut' } });
  await moveClock(app, HOUR + 1000);
  const overdue = desk.page.getByRole('note').filter({ hasText: 'Its time is over, and it is not revoked yet.' });
  await expect(overdue).toContainText('It is tried again by itself.', { timeout: 30_000 });
  await expect(desk.status('Revoked')).toBeHidden();
  await noFindings(desk.page, 'an end is overdue');

  await google.faults({});
  await moveClock(app, 0);
  await expect(desk.status('Revoked')).toBeVisible();
  await expect(desk.page.getByText('Its time was over, so Grantdesk revoked the grant at Google.').first()).toBeVisible();
  await expect(desk.page.getByText('Ends by itself')).toBeHidden();
  await desk.goTo('Activity');
  await expect(desk.page.getByRole('row').filter({ hasText: 'its time was over' }).first()).toContainText('Revoke at Google');
});

async function setEnd(desk: Desk, label: string): Promise<void> {
  await desk.page.getByRole('combobox', { name: 'When this grant ends' }).selectOption({ label });
  const dialog = desk.dialog('Let this grant end by itself?');
  await expect(dialog).toContainText(ada);
  await dialog.getByRole('button', { name: 'Set the end' }).click();
  await expect(dialog).toBeHidden();
}
