import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayFromToday, onQuietDay, quietDay } from '../fixtures/calendar-dates.ts';
import type { Google } from '../fixtures/google.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';

const ada = 'ada.lovelace@harbor.example';

/** Somebody enters an event in Ada's own calendar. */
function enter(google: Google, fields: Readonly<Record<string, unknown>>): Promise<void> {
  return google.act({ type: 'add-event', calendarId: 'primary', account: ada, fields });
}

/** What was asked of Ada's own calendar so far: `token` with a sync token, `whole` without. */
async function asked(google: Google): Promise<readonly string[]> {
  const lists = (await google.requests()).filter(({ path }) => decodeURIComponent(path) === `/calendar/v3/calendars/${ada}/events`);
  return lists.map(({ parameters, status }) => `${'syncToken' in parameters ? 'token' : 'timeMin' in parameters ? 'weeks' : 'whole'} ${String(status)}`);
}

/** Only Ada's own calendar is ticked: what is asked is about it alone. */
async function onlyOwn(calendar: CalendarPage): Promise<void> {
  for (const title of ['Overseas launch', 'Coastal holidays']) await calendar.calendar(title).uncheck();
}

test('everything once, then only what changed: changes and removals from afar arrive, also after 410', async ({ start, google }) => {
  await enter(google, { id: 'crane', summary: 'Crane inspection', ...onQuietDay('09:00', '10:00') });
  await enter(google, { id: 'barge', summary: 'Barge leaves', ...onQuietDay('11:00', '12:00') });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await onlyOwn(calendar);
  await calendar.goToDate(quietDay);
  await expect(calendar.event('Crane inspection')).toBeVisible();
  expect(await asked(google)).toEqual(['weeks 200', 'whole 200']);

  await google.act({ type: 'change-event', calendarId: 'primary', account: ada, eventId: 'crane', fields: { summary: 'Crane inspection, moved', ...onQuietDay('13:00', '14:00') } });
  await google.act({ type: 'remove-event', calendarId: 'primary', account: ada, eventId: 'barge' });
  await enter(google, { summary: 'New from afar', ...onQuietDay('05:00', '06:00') });
  await calendar.more('Refresh');
  await expect(calendar.event('Crane inspection, moved')).toHaveAttribute('aria-description', /^15:00/);
  await expect(calendar.event('New from afar')).toBeVisible();
  await expect(calendar.event('Crane inspection')).toHaveCount(0);
  await expect(calendar.event('Barge leaves')).toHaveCount(0);
  expect((await asked(google)).slice(2)).toEqual(['token 200']);

  await google.act({ type: 'remove-event', calendarId: 'primary', account: ada, eventId: 'crane' });
  await google.faults({ syncTokenGone: { times: 1 } });
  await calendar.more('Refresh');
  await expect(calendar.event('Crane inspection, moved')).toHaveCount(0);
  await expect(calendar.event('New from afar')).toBeVisible();
  expect((await asked(google)).slice(3)).toEqual(['token 410', 'whole 200']);
  await expect(desk.alert()).toHaveCount(0);

  // The token outlives the app.
  const again = await start();
  await again.desk.goTo('Calendar');
  const second = new CalendarPage(again.desk);
  await second.goToDate(quietDay);
  await expect(second.event('New from afar')).toBeVisible();
  await enter(google, { summary: 'While it was closed', ...onQuietDay('07:00', '08:00') });
  await second.more('Refresh');
  await expect(second.event('While it was closed')).toBeVisible();
  expect((await asked(google)).slice(5).every((one) => one === 'token 200')).toBe(true);
});

test('a page without events that names a next one is not the end', async ({ start, google }) => {
  await google.faults({ emptyPages: true });
  await enter(google, { summary: 'Behind an empty page', ...onQuietDay('09:00', '10:00') });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await expect(calendar.calendar('Duty rota')).toBeVisible();
  await calendar.goToDate(quietDay);
  await expect(calendar.event('Behind an empty page')).toBeVisible();
  await enter(google, { summary: 'Later, behind another', ...onQuietDay('11:00', '12:00') });
  await calendar.more('Refresh');
  await expect(calendar.event('Later, behind another')).toBeVisible();
});

test('offline, what was loaded stays and says how old it is, also after a restart; on disk it is sealed, and Forget takes it away', async ({ start, google, profile }) => {
  test.slow();
  await enter(google, { summary: 'Lighthouse tour', location: 'Skerry lantern', ...onQuietDay('09:00', '10:00') });
  const first = await start();
  const calendar = await CalendarPage.open(first.desk);
  await calendar.goToDate(quietDay);
  await expect(calendar.event('Lighthouse tour')).toBeVisible();
  await google.stop();
  await calendar.more('Refresh');
  await expect(first.desk.status('Offline')).toContainText(/Google could not be reached\. What is shown is from /);
  await expect(calendar.event('Lighthouse tour')).toBeVisible();

  const { desk } = await start();
  await desk.goTo('Calendar');
  const second = new CalendarPage(desk);
  await second.goToDate(quietDay);
  await expect(second.event('Lighthouse tour')).toBeVisible();
  await second.more('Refresh');
  await expect(desk.status('Offline')).toContainText('What is shown is from');
  const dialog = await second.openEvent('Lighthouse tour');
  await expect(dialog.getByRole('region', { name: 'Place' })).toContainText('Skerry lantern');
  await second.closeDialog();
  await second.searchField().fill('skerry');
  await expect(second.event('Lighthouse tour')).toBeVisible();
  await desk.button('Clear the search').click();

  // The sealed files themselves, by their names.
  const sealed = /\/cache\/[0-9a-f-]+\.bin$/;
  expect((await filesOf(profile, sealed)).length).toBeGreaterThan(2);
  for (const { name, bytes } of await filesOf(profile)) {
    for (const word of ['Lighthouse', 'Skerry', 'Overseas launch', 'Stand-up', 'c_rota.harbor']) {
      expect(bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')), `${name} tells ${word}`).toBe(false);
    }
  }
  await desk.goTo('Authorizations');
  await desk.page.getByText(ada).first().click();
  await desk.button('Forget on this computer').click();
  await desk.dialog('Forget on this computer?').getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
  await expect.poll(async () => (await filesOf(profile, sealed)).map(({ name }) => name)).toEqual([]);
});

test('50,000 events load with progress, can be cancelled, and the rest comes when asked for', async ({ start, google }) => {
  test.slow();
  await google.act({ type: 'fill-calendar', calendarId: 'primary', account: ada, events: 50_000, days: 1_095 });
  // Slow enough for a hand on the mouse, on any machine.
  await google.faults({ api: { kind: 'slow', slowMs: 400 } });
  const { desk } = await start();
  const calendar = await CalendarPage.enter(desk, ['calendar.readonly']);
  const progress = desk.status('Loading events');
  await expect(progress).toContainText(/[\d,]+ events so far, \d calendars? to go/);
  // Weeks around today are there long before the rest.
  await expect(calendar.view().getByRole('button', { name: / \d{5}$/ }).first()).toBeVisible();
  await progress.getByRole('button', { name: 'Cancel' }).click();
  await expect(progress).toHaveCount(0);
  await google.faults({});
  // One page of the weeks around today, and 20 of everything, had it gone on.
  expect((await asked(google)).length).toBeLessThan(21);
  await calendar.searchField().fill('50000');
  await expect(calendar.found().getByRole('status')).toHaveText('Nothing found in what is loaded.');
  await desk.button('Clear the search').click();

  await calendar.more('Refresh');
  await calendar.loaded();
  await calendar.searchField().fill('50000');
  await expect(calendar.found().getByRole('status')).toHaveText('1 event found in what is loaded.', { timeout: 20_000 });
  await desk.button('Clear the search').click();
  await calendar.show('Agenda');
  await expect(calendar.view().locator('[data-event]').first()).toBeVisible();
  expect(await calendar.view().locator('[data-event]').count()).toBeLessThan(300);
});

test('limits and outages are explained, and what is there stays', async ({ start, google }) => {
  test.slow();
  await enter(google, { summary: 'Still in sight', ...onQuietDay('09:00', '10:00') });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await onlyOwn(calendar);
  await calendar.goToDate(quietDay);
  const cases = [
    [{ kind: 'quotaExceeded' }, /usage limit/],
    [{ kind: '429', retryAfterSeconds: 3600 }, /Too many calls/],
    [{ kind: '503', retryAfterSeconds: 3600 }, /cannot answer at the moment/],
    [{ kind: '403scope' }, /scope is missing/],
    [{ kind: 'accessNotConfigured' }, /has not enabled/],
  ] as const;
  for (const [api, words] of cases) {
    await google.faults({ api });
    await calendar.more('Load everything again');
    await expect(desk.alert()).toHaveText(words);
    await expect(desk.button('Grant scope and retry')).toHaveCount(api.kind === '403scope' ? 1 : 0);
    await expect(calendar.event('Still in sight')).toBeVisible();
  }
  // One busy answer of either kind is got over by asking again.
  await enter(google, { summary: 'After the limit', ...onQuietDay('12:00', '13:00') });
  await google.faults({ api: { kind: '429', times: 1, retryAfterSeconds: 1 } });
  await calendar.more('Refresh');
  await expect(calendar.event('After the limit')).toBeVisible({ timeout: 20_000 });
  await expect(desk.alert()).toHaveCount(0);
  await enter(google, { summary: 'After the outage', start: { date: dayFromToday(0) }, end: { date: dayFromToday(1) } });
  await google.faults({ api: { kind: '503', times: 1 } });
  await desk.button('Today').click();
  await calendar.more('Refresh');
  await expect(calendar.event('After the outage')).toBeVisible({ timeout: 20_000 });
});

/** The files of a profile whose path matches, with what is in them. */
async function filesOf(profile: string, path = /(?:)/): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = names.filter((name) => path.test(name.slice(profile.length))).map(async (name) => ({ name, bytes: await readFile(name).catch(() => Buffer.alloc(0)) }));
  return Promise.all(read);
}
