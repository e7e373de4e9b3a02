import type { Page } from '@playwright/test';
import { noFindings } from '../fixtures/axe.ts';
import { ada, haveEvent, writing } from '../fixtures/calendar-writes.ts';
import { quietWednesday } from '../fixtures/dates.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { EventForm } from '../pages/event-form.ts';

const day = quietWednesday();

async function bothSchemes(page: Page, where: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    await noFindings(page, `${where}, ${scheme}`);
  }
}

test('no axe findings on Quick add and the form of a new event, light and dark', async ({ start }) => {
  const { desk, page } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.more('Quick add');
  await desk.dialog('Quick add').getByRole('button', { name: 'Add', exact: true }).click();
  await bothSchemes(page, 'Quick add');
  await page.keyboard.press('Escape');

  const form = await EventForm.openNew(desk);
  await form.choose('Repeat', 'Every week, on chosen days');
  await form.fill({ guests: ['ines.falk@harbor.example', 'no address'] });
  await form.save().click();
  await bothSchemes(page, 'New event');
});

test('no axe findings on changing and deleting an event, light and dark', async ({ start, google }) => {
  await haveEvent(google, 'axes0001', day, '15:00', '16:00', { summary: 'Axes', attendees: [{ email: 'ines.falk@harbor.example', responseStatus: 'accepted' }] });
  await haveEvent(google, 'helves01', day, '11:00', '12:00', { summary: 'Helves' });
  const { desk, page } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  await calendar.openEvent('Axes');
  await desk.button('Delete').click();
  await desk.dialog('Delete event?').getByRole('button', { name: 'Delete', exact: true }).click();
  await bothSchemes(page, 'Delete event?');
  await page.keyboard.press('Escape');

  const form = await EventForm.openEdit(desk);
  await form.fill({ title: 'Big axes', place: 'Shed' });
  await google.act({ type: 'change-event', calendarId: ada, eventId: 'axes0001', fields: { summary: 'Small axes', location: 'Barn' } });
  await form.radio('Nobody').check();
  await form.save().click();
  await expect(desk.dialog('Changed meanwhile')).toBeVisible();
  await bothSchemes(page, 'Changed meanwhile');
  await desk.dialog('Changed meanwhile').getByRole('button', { name: 'Cancel' }).click();
  await google.act({ type: 'remove-event', calendarId: ada, eventId: 'axes0001' });
  await form.save().click();
  await expect(form.dialog.getByRole('alert')).toBeVisible();
  await bothSchemes(page, 'Edit event');
});
