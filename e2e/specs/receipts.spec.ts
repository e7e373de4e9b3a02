import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';

const desktop = practiceClients.desktop.installed.client_id;

test('a cancelled consent leaves a receipt too', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly']);
  await desk.denyConsent();
  await expect(desk.alert()).toBeVisible();
  await desk.goTo('Activity');
  await desk.button('Receipts').click();
  const dialog = desk.dialog('Receipts');
  await expect(dialog.getByRole('list', { name: 'Consents' }).getByRole('listitem')).toHaveCount(1);
  await expect(dialog.getByRole('article', { name: 'Receipt' })).toContainText('Nobody consented');
  await noFindings(desk.page, 'all receipts');
});
