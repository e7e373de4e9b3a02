import { sentWrites, writing } from '../fixtures/calendar-writes.ts';
import { quietWednesday } from '../fixtures/dates.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { EventForm } from '../pages/event-form.ts';

const day = quietWednesday();

test('an answer that is lost on the way makes no second event', async ({ start, google }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  const form = await EventForm.openNew(desk);
  await form.fill({ title: 'Weigh the anchor', day, from: '15:00', to: '16:00' });
  // Neither the insert nor the look whether it arrived is answered.
  await google.faults({ api: { kind: 'cut' } });
  await form.save().click();
  await expect(form.dialog.getByRole('alert')).toContainText('cannot make it twice', { timeout: 30_000 });
  await google.faults({});
  await form.saved();
  await calendar.refresh();
  await expect(calendar.event('Weigh the anchor')).toHaveCount(1);
  const inserts = (await sentWrites(google)).filter(({ method }) => method === 'POST');
  expect(inserts.map(({ status }) => status)).toEqual([200, 409]);
});

test('a scope taken away meanwhile, then no network: each is said, and the form stays', async ({ start, google }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  const form = await EventForm.openNew(desk);
  await form.fill({ title: 'Check the chains', day, from: '15:00', to: '16:00', place: 'Slip' });
  await google.faults({ api: { kind: '403scope', times: 1 } });
  await form.save().click();
  await expect(form.dialog.getByRole('button', { name: 'Grant scope and retry' })).toBeVisible();
  await google.stop();
  await form.save().click();
  await expect(form.dialog.getByRole('button', { name: 'Try again' })).toBeVisible({ timeout: 30_000 });
  await expect(form.text('Title')).toHaveValue('Check the chains');
  await expect(form.text('Place')).toHaveValue('Slip');
  await form.dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(calendar.event('Check the chains')).toHaveCount(0);
});
