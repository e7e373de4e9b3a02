import { onQuietDay, quietDay } from '../fixtures/calendar-dates.ts';
import { openedOutside } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';

const ada = 'ada.lovelace@harbor.example';

const hostile = [
  '<p>Agenda <script>document.title = "stolen"</script><b>of the day</b></p>',
  '<img src="https://tracker.example/pixel.png" onerror="document.title = \'stolen\'">',
  '<a href="javascript:document.title=\'stolen\'">The trap</a> ',
  '<a href="https://harbor.example/plan?a=1&amp;b=2" onclick="document.title = \'stolen\'">The plan</a>',
  '<iframe src="https://tracker.example/"></iframe><style>body { display: none }</style>',
].join('');

test('an event tells its time, guests, place, recurrence and conference', async ({ start, google }) => {
  await google.act({
    type: 'add-event',
    calendarId: 'primary',
    account: ada,
    fields: {
      id: 'survey',
      summary: 'Slipway survey',
      location: 'Old net loft',
      start: { dateTime: `${quietDay}T16:00:00-04:00`, timeZone: 'America/New_York' },
      end: { dateTime: `${quietDay}T17:30:00-04:00`, timeZone: 'America/New_York' },
      attendees: [
        { email: ada, self: true, organizer: true, responseStatus: 'accepted' },
        { email: 'ines.falk@harbor.example', displayName: 'Ines Falk', responseStatus: 'declined', comment: 'On the water.' },
        { email: 'pier@resource.calendar.example', displayName: 'Pier room', resource: true, responseStatus: 'accepted' },
      ],
      conferenceData: {
        conferenceId: 'abc-defg-hij',
        conferenceSolution: { name: 'Practice Meet' },
        entryPoints: [{ entryPointType: 'video', uri: 'https://meet.example/abc-defg-hij', label: 'meet.example/abc-defg-hij' }],
      },
    },
  });
  const { app, desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await calendar.goToDate(quietDay);
  const dialog = await calendar.openEvent('Slipway survey');
  await expect(dialog.getByRole('heading', { name: 'Slipway survey' })).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Time' })).toContainText('Wed 14 May 2031, 22:00 – 23:30');
  await expect(dialog.getByRole('region', { name: 'Time' })).toContainText('16:00 – 17:30 in New York');
  await expect(dialog.getByRole('region', { name: 'Place' })).toHaveText('Old net loft');
  const guests = dialog.getByRole('list', { name: 'Guests' }).getByRole('listitem');
  await expect(guests).toHaveCount(2);
  await expect(guests.filter({ hasText: 'Ines Falk' })).toContainText(/“On the water.”\s*(Declined|No)/);
  await expect(dialog.getByRole('list', { name: 'Rooms' })).toContainText('Pier room');
  await dialog.getByRole('link', { name: 'Join: meet.example/abc-defg-hij' }).click();
  await dialog.getByRole('button', { name: 'Open meet.example' }).click();
  await expect.poll(() => openedOutside(app)).toEqual(expect.arrayContaining(['https://meet.example/abc-defg-hij']));
  await dialog.getByRole('button', { name: 'Open in Google Calendar' }).click();
  await expect.poll(async () => (await openedOutside(app)).at(-1)).toBe('https://calendar.example/event?eid=survey');
  await dialog.getByRole('button', { name: 'Raw JSON' }).click();
  await expect(dialog.getByLabel('Body')).toContainText('"summary": "Slipway survey"');
  await desk.page.keyboard.press('Escape');
  await expect(calendar.dialog()).toHaveCount(0);

  await desk.button('Today').click();
  await calendar.show('Agenda');
  const standup = await calendar.openEvent('Stand-up');
  await expect(standup.getByRole('region', { name: 'Repeats' })).toContainText(/Monday.*Friday|weekday/);
});

test('a description runs nothing and loads nothing; a link asks first and opens exactly what was shown', async ({ start, google }) => {
  await google.act({ type: 'add-event', calendarId: 'primary', account: ada, fields: { summary: 'Hostile text', description: hostile, ...onQuietDay('09:00', '10:00') } });
  const { app, desk } = await start();
  const calendar = await CalendarPage.open(desk);
  const asked: string[] = [];
  desk.page.on('request', (request) => asked.push(request.url()));
  const before = await openedOutside(app);
  await calendar.goToDate(quietDay);
  const dialog = await calendar.openEvent('Hostile text');
  const description = dialog.getByRole('region', { name: 'Description' });
  await expect(description).toContainText('Agenda of the day');
  await expect(description.locator('img, iframe, script, style, a, form, svg:not([aria-hidden])')).toHaveCount(0);
  await expect(description.getByRole('link')).toHaveText(['The plan']);
  await description.getByText('The trap').click();
  expect(await desk.page.title()).toBe('Grantdesk');

  await description.getByRole('link', { name: 'The plan' }).click();
  const question = dialog.getByRole('group', { name: 'Open a link' });
  await expect(question).toContainText('https://harbor.example/plan?a=1&b=2');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toHaveCount(0);
  expect(await openedOutside(app)).toEqual(before);
  await description.getByRole('link', { name: 'The plan' }).click();
  await question.getByRole('button', { name: 'Open harbor.example' }).click();
  await expect.poll(async () => (await openedOutside(app)).slice(before.length)).toEqual(['https://harbor.example/plan?a=1&b=2']);
  expect(await desk.page.title()).toBe('Grantdesk');
  expect(asked.filter((url) => !url.startsWith('app://bundle/'))).toEqual([]);
});

test('odd answers break no view, no search and no dialog', async ({ start, google }) => {
  test.slow();
  await google.faults({ oddData: true });
  const { desk } = await start();
  const errors: string[] = [];
  desk.page.on('pageerror', (error) => errors.push(error.message));
  desk.page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const calendar = await CalendarPage.enter(desk, ['calendar.readonly']);
  await expect(calendar.calendar('A role of the future')).toBeVisible();
  // Titles that are no text, doubled ids and ids that are none: one line each, or none.
  await expect(calendar.calendars().filter({ hasText: 'The same id again' })).toHaveCount(0);
  await expect(desk.alert()).toContainText('A role of the future: Google does not find this.');
  await calendar.loaded();
  await calendar.goToDate(new Date().toISOString().slice(0, 10));
  for (const view of ['Month', 'Week', 'Day', 'Agenda'] as const) {
    await calendar.show(view);
    // An event of years fills no agenda.
    await expect(calendar.event(view === 'Agenda' ? 'No time at all' : 'A thousand years').first()).toBeVisible();
  }

  const names = ['A long description', '<b onmouseover="document.title=1">Hostile</b> text', 'Guests of all kinds', 'Guests as a text', 'A zone nobody knows', 'Ends before it starts', 'A key called __proto__'];
  for (const name of names) {
    await calendar.searchField().fill(name);
    await expect(calendar.found().getByRole('status')).toHaveText(/found in what is loaded/);
    const dialog = await calendar.openEvent(name);
    await expect(dialog.getByRole('heading', { name })).toBeVisible();
    await expect(dialog.getByRole('group', { name: 'Loading the event' })).toHaveCount(0);
    if (name === 'A long description') {
      await dialog.getByRole('button', { name: 'Show more' }).click();
      await expect(dialog.getByText('The description is longer; this is its beginning.')).toBeVisible();
      await dialog.getByRole('button', { name: 'Raw JSON' }).click();
      await expect(dialog.getByText('It is longer; this is its beginning.', { exact: true })).toBeVisible();
    }
    await calendar.closeDialog();
  }
  await calendar.searchField().press('Enter');
  await expect(calendar.found().getByRole('status')).toHaveText(/found here and at Google/);
  await desk.button('Clear the search').click();
  expect(errors).toEqual([]);
  expect(await desk.page.title()).toBe('Grantdesk');
});
