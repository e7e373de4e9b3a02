import { noFindings } from '../fixtures/axe.ts';
import { onQuietDay, quietDay } from '../fixtures/calendar-dates.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`no axe findings on Calendar: views, event, search, conflicts, notices, ${theme}`, async ({ start, google }) => {
    test.slow();
    const { desk } = await start();
    await desk.page.emulateMedia({ colorScheme: theme });
    const calendar = await CalendarPage.open(desk);
    await calendar.calendar('Pier room').check();
    for (const view of ['Month', 'Day', 'Agenda'] as const) {
      await calendar.show(view);
      await expect(calendar.view().locator('[data-event], [role="button"][aria-description]').first()).toBeVisible();
      await noFindings(desk.page, view);
    }
    await calendar.show('Week');
    await desk.button('Conflicts').click();
    await expect(desk.page.getByRole('list', { name: 'Conflicts' })).toBeVisible();
    await noFindings(desk.page, 'week and conflicts');
    await desk.page.keyboard.press('Escape');
    await calendar.searchField().fill('berth planning');
    await calendar.openEvent('Berth planning');
    await expect(calendar.dialog().getByRole('list', { name: 'Guests' })).toBeVisible();
    await noFindings(desk.page, 'event');
    await calendar.closeDialog();
    await noFindings(desk.page, 'search');
    await desk.button('Clear the search').click();
    await calendar.more('Time zone');
    await expect(desk.dialog('Time zone')).toBeVisible();
    await noFindings(desk.page, 'time zone');
    await desk.page.keyboard.press('Escape');
    await expect(desk.dialog('Time zone')).toHaveCount(0);
    await google.faults({ api: { kind: 'quotaExceeded' } });
    await calendar.more('Load everything again');
    await expect(desk.alert()).toContainText('usage limit');
    await noFindings(desk.page, 'explained');
  });
}

test('usable at 960 by 640: the pane is a drawer, and nothing is out of reach', async ({ start, google }) => {
  await google.act({ type: 'add-event', calendarId: 'primary', account: 'ada.lovelace@harbor.example', fields: { summary: 'Slipway survey', ...onQuietDay('09:00', '10:00') } });
  const { app, desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setSize(960, 640);
  });
  await expect(desk.page.getByRole('complementary', { name: 'Account and calendars' })).toHaveCount(0);
  for (const name of ['Month', 'Week', 'Day', 'Agenda', 'Today', 'Previous', 'Next', 'New event', 'More']) {
    const box = await desk.button(name).boundingBox();
    expect(box, name).not.toBeNull();
    expect((box?.x ?? 0) + (box?.width ?? 0), name).toBeLessThanOrEqual(960);
  }
  expect(await desk.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await desk.button('Account and calendars').click();
  const drawer = desk.dialog('Account and calendars');
  await drawer.getByRole('checkbox', { name: 'Overseas launch' }).uncheck();
  await drawer.getByRole('button', { name: 'Close' }).click();
  await calendar.goToDate(quietDay);
  await calendar.openEvent('Slipway survey');
  await calendar.closeDialog();
  await calendar.searchField().fill('slipway');
  await expect(calendar.event('Slipway survey')).toBeVisible();
});

test('a week or a day without events has no axe findings either: what scrolls takes the focus', async ({ start }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, ['calendar.readonly']);
  for (const view of ['Week', 'Day', 'Month'] as const) {
    await desk.button(view).click();
    await calendar.goToDate('2033-05-11');
    await expect(desk.page.getByRole('toolbar').getByRole('heading')).toContainText('2033');
    await noFindings(desk.page, `empty ${view}`);
  }
});
