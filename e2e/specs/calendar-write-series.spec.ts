import type { Google } from '../fixtures/google.ts';
import { haveEvent, sentWrites, writing } from '../fixtures/calendar-writes.ts';
import { plus, quietWednesday, seriesWednesday } from '../fixtures/dates.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { EventForm } from '../pages/event-form.ts';
import { WeekGrid } from '../pages/week-grid.ts';

const day = seriesWednesday();
const thursday = plus(day, 1);
const quiet = quietWednesday();
const instance: unknown = expect.stringMatching(/^pump0001_\d{8}T/);

function haveSeries(google: Google): Promise<void> {
  return haveEvent(google, 'pump0001', day, '20:00', '21:00', { summary: 'Pump watch', recurrence: ['RRULE:FREQ=WEEKLY;BYDAY=WE,TH;COUNT=4'] });
}

test('a series: all of it is edited, then one, then one is deleted, then the rest, and that is undone', async ({ start, google }) => {
  await haveSeries(google);
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  await expect(calendar.event('Pump watch')).toHaveCount(2);
  await expect(await calendar.openEvent('Pump watch')).toContainText('Every Wednesday and Thursday, 4 times');
  const form = await EventForm.openEdit(desk);
  await expect(form.radio('This one')).toBeChecked();
  await form.radio('Whole series').check();
  await form.fill({ from: '21:00', place: 'Engine room' });
  await form.saved();
  for (const drawn of [calendar.event('Pump watch').first(), calendar.event('Pump watch').last()]) await expect(drawn).toHaveAttribute('aria-description', /^21:00, .*Engine room/);

  await calendar.openEvent('Pump watch');
  await EventForm.openEdit(desk);
  await form.fill({ title: 'Pump watch with guests' });
  await form.saved();
  await expect(calendar.event('Pump watch')).toHaveCount(1);
  await expect(calendar.event('Pump watch with guests')).toHaveCount(1);

  await calendar.openEvent('Pump watch');
  await desk.button('Delete').click();
  const question = desk.dialog('Delete event?');
  await question.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(calendar.event('Pump watch')).toHaveCount(0);
  await calendar.openEvent('Pump watch with guests');
  await desk.button('Delete').click();
  await question.getByRole('radio', { name: 'Whole series' }).check();
  await question.getByRole('button', { name: 'Delete the series' }).click();
  await expect(calendar.event('Pump watch with guests')).toHaveCount(0);
  await calendar.goToDate(plus(day, 7));
  await expect(calendar.event('Pump watch')).toHaveCount(0);
  await desk.button('Undo').click();
  await expect(calendar.event('Pump watch')).toHaveCount(2);

  const [all, one, deleted, wholly] = await sentWrites(google);
  expect(all).toMatchObject({ method: 'PATCH', eventId: 'pump0001', parameters: { body: 'end,location,start', 'if-match': 'sent', sendUpdates: 'none' } });
  expect(one).toMatchObject({ method: 'PATCH', eventId: instance, parameters: { body: 'summary', 'if-match': 'sent' } });
  expect(deleted).toMatchObject({ method: 'DELETE', eventId: instance, parameters: { 'if-match': 'sent' } });
  expect(wholly).toMatchObject({ method: 'DELETE', eventId: 'pump0001' });
});

test('a new event that repeats is a series, worded as one', async ({ start, google }) => {
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  await calendar.goToDate(day);
  const form = await EventForm.openNew(desk);
  await form.fill({ title: 'Night lights', day, from: '20:00', to: '20:30' });
  await form.choose('Repeat', 'Every week, on chosen days');
  await form.dialog.getByRole('checkbox', { name: 'Friday' }).check();
  await form.choose('Ends', 'After a number of times');
  await form.text('Times').fill('4');
  await form.saved();
  await expect(calendar.event('Night lights')).toHaveCount(2);
  await expect(await calendar.openEvent('Night lights')).toContainText('Every Wednesday and Friday, 4 times');
  await calendar.closeDialog();
  await calendar.goToDate(plus(day, 14));
  await expect(calendar.event('Night lights')).toHaveCount(0);
  expect((await sentWrites(google)).map(({ parameters }) => parameters['body']?.split(','))).toEqual([expect.arrayContaining(['recurrence', 'id'])]);
});

test('the mouse moves an event to another day, makes it longer and draws a new one; Undo follows', async ({ start, google }) => {
  await haveEvent(google, 'raft0001', quiet, '11:00', '12:00', { summary: 'Raft' });
  const after = plus(quiet, 1);
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  const grid = new WeekGrid(desk, calendar);
  await calendar.goToDate(quiet);
  await grid.drag(grid.on(quiet, 'Raft'), after, 2);
  await expect(desk.button('Undo')).toBeVisible();
  await expect(grid.on(after, 'Raft')).toHaveAttribute('aria-description', /^13:00/);
  await grid.resize(grid.on(after, 'Raft'), 1);
  await expect(await calendar.openEvent('Raft')).toContainText('13:00 – 15:00');
  await calendar.closeDialog();
  await desk.button('Undo').click();
  await expect(await calendar.openEvent('Raft')).toContainText('13:00 – 14:00');
  await calendar.closeDialog();
  expect((await sentWrites(google)).map(({ method, parameters }) => [method, parameters['body'], parameters['if-match'], parameters['sendUpdates']])).toEqual(Array.from({ length: 3 }, () => ['PATCH', 'end,start', 'sent', 'none']));

  // The dialog shows what was written a moment before the grid does.
  await expect.poll(() => grid.hours(grid.on(after, 'Raft'))).toBeCloseTo(1, 0);
  const form = new EventForm(desk);
  await grid.draw(grid.on(after, 'Raft'), after, 1);
  await expect(form.box('Start time')).toHaveValue('15:00');
  await expect(form.box('End time')).toHaveValue('16:30');
});

test('a move that concerns others or a series asks first, and can be put back', async ({ start, google }) => {
  await haveSeries(google);
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk, writing);
  const grid = new WeekGrid(desk, calendar);
  await calendar.goToDate(day);
  const question = desk.dialog('Move event?');
  await grid.drag(grid.on(day, 'Pump watch'), plus(day, -1), -1);
  await expect(question).toContainText('Every Wednesday and Thursday');
  await question.getByRole('button', { name: 'Put it back' }).click();
  await expect(grid.on(day, 'Pump watch')).toBeVisible();
  expect(await sentWrites(google)).toEqual([]);

  // The whole series an hour earlier; then one of it to Tuesday.
  await grid.drag(grid.on(day, 'Pump watch'), day, -1);
  await question.getByRole('radio', { name: 'Whole series' }).check();
  await question.getByRole('button', { name: 'Move the series' }).click();
  await expect(grid.on(thursday, 'Pump watch')).toHaveAttribute('aria-description', /^19:00/);
  await grid.drag(grid.on(day, 'Pump watch'), plus(day, -1));
  await question.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(grid.on(plus(day, -1), 'Pump watch')).toBeVisible();
  await expect(grid.on(thursday, 'Pump watch')).toBeVisible();
  expect((await sentWrites(google)).map(({ eventId }) => eventId)).toEqual(['pump0001', instance]);
});
