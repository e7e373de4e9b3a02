import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { dayFromToday, onQuietDay, quietDay } from '../fixtures/calendar-dates.ts';
import type { Google } from '../fixtures/google.ts';
import { expect, test } from '../fixtures/test.ts';
import { CalendarPage } from '../pages/calendar-page.ts';
import { consentTo } from '../pages/consent-pages.ts';

const ada = 'ada.lovelace@harbor.example';
const jo = 'jo.winter@postbox.example';
const launches = 'c_launch.harbor@group.calendar.example';
const room = 'c_room.harbor@resource.calendar.example';
const desktop = practiceClients.desktop.installed.client_id;

/** Somebody enters an event in a calendar of Ada's. */
function enter(google: Google, fields: Readonly<Record<string, unknown>>, calendarId = 'primary'): Promise<void> {
  return google.act({ type: 'add-event', calendarId, account: ada, fields });
}

/** Scopes of the last consent that was asked for. */
async function askedScopes(google: Google): Promise<readonly string[]> {
  const asked = (await google.requests()).filter(({ path }) => path === '/o/oauth2/v2/auth').at(-1);
  return (asked?.parameters['scope'] ?? '').split(' ').map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
}

test('narrowest first: the page asks for one read scope, and shows the events by itself after consent', async ({ start, google }) => {
  await enter(google, { summary: 'Slipway survey', ...onQuietDay('09:00', '10:00') });
  const { desk } = await start();
  const calendar = await CalendarPage.enter(desk, ['apps.groups.settings']);
  await expect(desk.heading('Events cannot be read yet')).toBeVisible();
  expect((await google.requests()).filter(({ path }) => path.startsWith('/calendar/'))).toEqual([]);

  await desk.button('Grant scope and retry').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await calendar.loaded();
  const asked = (await askedScopes(google)).filter((scope) => scope.includes('calendar'));
  expect(asked).toEqual(['calendar.readonly']);
  await calendar.goToDate(quietDay);
  await expect(calendar.event('Slipway survey')).toBeVisible();
  await expect(desk.page.getByText('Scope calendar.readonly lets you read.')).toBeVisible();
});

test('month, week, day and agenda, with steps, dates, the small month and keys', async ({ start, google }) => {
  await enter(google, { summary: 'Slipway survey', ...onQuietDay('09:00', '10:00') });
  await enter(google, { summary: 'Dry dock', start: { date: quietDay }, end: { date: '2031-05-17' } });
  await enter(google, { summary: 'Here today', start: { date: dayFromToday(0) }, end: { date: dayFromToday(2) } });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  const { keyboard } = desk.page;
  await expect(calendar.event('Here today').first()).toBeVisible();
  const thisWeek = await calendar.title().textContent();

  await calendar.goToDate('14 May 2031');
  await expect(calendar.title()).toHaveText('12 – 18 May 2031');
  await expect(calendar.event('Slipway survey')).toHaveCount(1);
  await calendar.event('Slipway survey').press('Enter');
  await expect(calendar.dialog()).toBeVisible();
  await keyboard.press('Escape');
  await expect(calendar.dialog()).toHaveCount(0);
  await calendar.show('Month');
  await expect(calendar.title()).toHaveText('May 2031');
  await expect(calendar.event('Slipway survey')).toBeVisible();
  await desk.button('Next').click();
  await expect(calendar.title()).toHaveText('June 2031');
  await expect(calendar.event('Slipway survey')).toHaveCount(0);
  await desk.button('Previous').click();
  await desk.page.getByRole('complementary', { name: 'Account and calendars' }).getByRole('button', { name: 'Wednesday 14 May 2031' }).click();
  await calendar.show('Day');
  await expect(calendar.title()).toHaveText('Wed 14 May 2031');
  await expect(calendar.event('Slipway survey')).toHaveAttribute('aria-description', /^11:00/);
  await desk.button('Next').click();
  await expect(calendar.event('Slipway survey')).toHaveCount(0);
  await expect(calendar.event('Dry dock')).toBeVisible();
  await calendar.show('Agenda');
  await expect(calendar.view().getByRole('heading', { name: 'Thursday 15 May 2031' })).toBeVisible();
  await expect(calendar.title()).toHaveText('May 2031');

  await keyboard.press('w');
  await expect(desk.button('Week')).toHaveAttribute('aria-pressed', 'true');
  await expect(calendar.title()).toHaveText('12 – 18 May 2031');
  await keyboard.press('j');
  await expect(calendar.title()).toHaveText('19 – 25 May 2031');
  await keyboard.press('m');
  await expect(calendar.title()).toHaveText('May 2031');
  await keyboard.press('t');
  await keyboard.press('w');
  await expect(calendar.title()).toHaveText(thisWeek ?? '');
  await expect(calendar.event('Here today').first()).toBeVisible();
  await keyboard.press('/');
  await expect(calendar.searchField()).toBeFocused();
  // Keys are letters again while something is typed.
  await keyboard.type('mt');
  await expect(calendar.searchField()).toHaveValue('mt');
  await keyboard.press('Escape');
  await expect(calendar.title()).toHaveText(thisWeek ?? '');
});

test('a tick shows or hides a calendar; roles, free/busy, no title, and who declined', async ({ start, google }) => {
  await enter(google, { ...onQuietDay('08:00', '09:00') });
  await enter(google, { summary: 'Launch rehearsal', ...onQuietDay('10:00', '11:00') }, launches);
  await enter(google, { summary: 'Secret of the pier', ...onQuietDay('12:00', '13:00') }, room);
  const guests = [{ email: ada, self: true, responseStatus: 'declined' }];
  await enter(google, { summary: 'Turned down', attendees: guests, ...onQuietDay('14:00', '15:00') });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await expect(calendar.calendars().filter({ hasText: 'Overseas launch' })).toContainText('reader');
  await expect(calendar.calendars().filter({ hasText: 'Duty rota' })).toContainText('owner');
  await expect(calendar.calendars().filter({ hasText: 'Maya Okafor' })).toContainText('hidden');
  await expect(calendar.calendars().filter({ hasText: 'Pier room' })).toContainText('free/busy');
  await calendar.goToDate(quietDay);
  await expect(calendar.event('(No title)')).toBeVisible();
  await expect(calendar.event('Launch rehearsal')).toBeVisible();
  await expect(calendar.event('Turned down')).toHaveAttribute('aria-description', /you declined/);
  await expect(calendar.event('Busy')).toHaveCount(0);

  await calendar.calendar('Pier room').check();
  await expect(calendar.event('Busy')).toHaveAttribute('aria-description', /only the time is shared/);
  await calendar.openEvent('Busy');
  await expect(calendar.dialog()).toContainText('Only the time is shared');
  await calendar.closeDialog();
  await calendar.calendar('Overseas launch').uncheck();
  await expect(calendar.event('Launch rehearsal')).toHaveCount(0);
  await desk.button('More').click();
  await desk.page.getByRole('menuitemcheckbox', { name: 'Show declined events' }).click();
  await expect(calendar.event('Turned down')).toHaveCount(0);
  await desk.page.keyboard.press('Escape');

  // What was ticked is remembered.
  const again = await start();
  await again.desk.goTo('Calendar');
  const second = new CalendarPage(again.desk);
  await second.loaded();
  await expect(second.calendar('Pier room')).toBeChecked();
  await expect(second.calendar('Overseas launch')).not.toBeChecked();
  await second.goToDate(quietDay);
  await expect(second.event('Busy')).toBeVisible();
  await expect(second.event('Launch rehearsal')).toHaveCount(0);
  expect(await again.desk.page.content()).not.toContain('Secret of the pier');
});

test('an all-day event keeps its date in every zone, a timed one moves', async ({ start, google }) => {
  await enter(google, { summary: 'Tide festival', start: { date: quietDay }, end: { date: '2031-05-15' } });
  await enter(google, { summary: 'High water', ...onQuietDay('10:30', '11:00') });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await calendar.show('Day');
  const days = [
    ['Pacific/Kiritimati', '2031-05-15', '00:30'],
    ['Pacific/Pago_Pago', '2031-05-13', '23:30'],
  ] as const;
  for (const [zone, day, time] of days) {
    await calendar.chooseZone(zone);
    await calendar.goToDate(quietDay);
    await expect(calendar.event('Tide festival')).toHaveCount(1);
    await expect(calendar.event('High water')).toHaveCount(0);
    await calendar.goToDate(day);
    await expect(calendar.event('High water')).toHaveAttribute('aria-description', new RegExp(`^${time}`));
    await expect(calendar.event('Tide festival')).toHaveCount(0);
  }
  const dialog = await calendar.openEvent('High water');
  await expect(dialog.getByRole('region', { name: 'Time' })).toContainText('Tue 13 May 2031, 23:30 – Wed 14 May 2031, 00:00 in Pago Pago (UTC−11)');
  await expect(dialog.getByRole('region', { name: 'Time' })).toContainText('Berlin');
});

test('search finds what is loaded at once and asks Google when told to; Activity does not hold the words', async ({ start, google }) => {
  await enter(google, { summary: 'Walrus census', ...onQuietDay('09:00', '10:00') });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  const soon = dayFromToday(9);
  await enter(google, { summary: 'Walrus party', start: { date: soon }, end: { date: soon } });
  await calendar.searchField().fill('walrus');
  await expect(calendar.found().getByRole('status')).toHaveText('1 event found in what is loaded.');
  await expect(calendar.event('Walrus census')).toBeVisible();
  expect((await google.requests()).filter(({ parameters }) => 'q' in parameters)).toEqual([]);

  await calendar.searchField().press('Enter');
  await expect(calendar.event('Walrus party')).toBeVisible();
  await expect(calendar.found().getByRole('status')).toHaveText('2 events found here and at Google.');
  const asked = (await google.requests()).filter(({ parameters }) => 'q' in parameters);
  expect(new Set(asked.map(({ parameters }) => parameters['q']))).toEqual(new Set(['walrus']));
  // One request for each ticked calendar.
  expect(new Set(asked.map(({ path }) => path)).size).toBe(await desk.page.getByRole('list', { name: 'Calendars' }).getByRole('checkbox', { checked: true }).count());
  await calendar.openEvent('Walrus party');
  await calendar.closeDialog();
  await desk.button('Clear the search').click();
  await expect(calendar.found()).toHaveCount(0);

  await google.faults({ api: { kind: 'slow', slowMs: 30_000 } });
  await calendar.searchField().fill('heron');
  await calendar.searchField().press('Enter');
  await calendar.found().getByRole('button', { name: 'Cancel' }).click();
  await expect(calendar.found().getByRole('button', { name: 'Ask Google too' })).toBeVisible();
  await google.faults({});
  await desk.goTo('Activity');
  await expect(desk.page.getByRole('table', { name: 'Activity' })).toBeVisible();
  const activity = await desk.page.evaluate(async () => JSON.stringify(await window.grantdesk.activity()));
  expect(activity).toContain('calendar.events.list');
  expect(activity).not.toMatch(/walrus|heron/i);
});

test('events at the same time are found and named', async ({ start, google }) => {
  await enter(google, { summary: 'Crane one', ...onQuietDay('09:00', '11:00') });
  await enter(google, { summary: 'Crane two', ...onQuietDay('10:00', '12:00') });
  await enter(google, { summary: 'After the cranes', ...onQuietDay('12:00', '13:00') });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await calendar.goToDate(quietDay);
  await expect(calendar.event('Crane one')).toHaveAttribute('aria-description', /overlaps another event/);
  await expect(calendar.event('After the cranes')).not.toHaveAttribute('aria-description', /overlaps/);
  await desk.button('Conflicts').click();
  const pairs = desk.page.getByRole('list', { name: 'Conflicts' }).getByRole('listitem');
  await expect(pairs).toHaveCount(1);
  await expect(pairs).toContainText('12:00 – 13:00');
  await pairs.getByRole('button', { name: 'Crane two' }).click();
  await expect(calendar.dialog().getByRole('heading', { name: 'Crane two' })).toBeVisible();
});

test('a second account shows its own events, by its own clock and week, and nothing of the first', async ({ start, google }) => {
  await enter(google, { summary: 'Of Ada alone', ...onQuietDay('15:00', '16:00') });
  await google.act({ type: 'add-event', calendarId: 'primary', account: jo, fields: { summary: 'Of Jo alone', ...onQuietDay('19:00', '20:00') } });
  const { desk } = await start();
  const calendar = await CalendarPage.open(desk);
  await calendar.goToDate(quietDay);
  await expect(calendar.event('Of Ada alone')).toHaveAttribute('aria-description', /^17:00/);
  await desk.authorize(desktop, ['calendar.readonly'], { account: jo, allow: 'all' });
  await desk.goTo('Calendar');
  await calendar.chooseAccount(jo);
  await calendar.loaded();
  await calendar.goToDate(quietDay);
  await expect(calendar.title()).toHaveText('11 – 17 May 2031');
  await expect(calendar.event('Of Jo alone')).toHaveAttribute('aria-description', /^3pm/);
  await expect(calendar.calendar('Family')).toBeVisible();
  await expect(calendar.calendar('Duty rota')).toHaveCount(0);
  await expect(calendar.event('Of Ada alone')).toHaveCount(0);
  await calendar.searchField().fill('alone');
  await expect(calendar.found().getByRole('status')).toHaveText('1 event found in what is loaded.');
  await desk.button('Clear the search').click();
  await calendar.chooseAccount(ada);
  await expect(calendar.event('Of Ada alone')).toBeVisible();
  await expect(calendar.event('Of Jo alone')).toHaveCount(0);
  await expect(calendar.title()).toHaveText('12 – 18 May 2031');
});
