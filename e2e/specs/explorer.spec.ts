import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';
import { ExplorerPage } from '../pages/explorer-page.ts';

const desktop = practiceClients.desktop.installed.client_id;
const run = promisify(execFile);

test('a form made for the method says what is missing at its field, and sends what was typed', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar'], { allow: 'all' });
  const explorer = await ExplorerPage.open(desk);
  await explorer.chooseMethod('calendar.events.insert');
  await explorer.send();
  await expect(explorer.field('calendarId')).toHaveAttribute('aria-invalid', 'true');
  await expect(explorer.field('calendarId')).toBeFocused();
  expect(await google.count('calendar.events.insert')).toBe(0);

  await explorer.field('calendarId').fill('primary');
  await desk.button('Insert skeleton').click();
  await expect(explorer.body()).toHaveValue(/"start"/);
  await explorer.body().fill(JSON.stringify({ summary: 'Explored', start: { date: '2026-12-24' }, end: { date: '2026-12-25' } }, null, 2));
  await noFindings(desk.page, 'a form with a body');
  await explorer.send();
  await expect(desk.response()).toContainText('200 OK');
  await expect(desk.response()).toContainText('Explored');
  expect(await google.count('calendar.events.insert')).toBe(1);

  await explorer.chooseMethod('calendar.events.list');
  await explorer.field('calendarId').fill('primary');
  await desk.page.getByRole('checkbox', { name: 'Load all pages' }).or(desk.page.getByRole('switch', { name: 'Load all pages' })).check();
  await explorer.send();
  await expect(desk.response()).toContainText('200 OK');
  await expect(desk.response().getByRole('tab', { name: 'Tree' })).toBeVisible();
  await desk.response().getByRole('tab', { name: 'Raw' }).click();
  await expect(desk.response()).toContainText('calendar#events');
  await noFindings(desk.page, 'an answer');

  await google.faults({ api: { kind: 'slow' } });
  await explorer.send();
  await desk.response().getByRole('button', { name: 'Cancel' }).click();
  await expect(desk.response()).toContainText('Cancelled');
  await google.faults({});

  await desk.button('History').click();
  const history = desk.dialog('History');
  await history.getByRole('searchbox', { name: 'Search the history' }).fill('insert');
  await expect(history.getByRole('listitem')).toHaveCount(1);
  await history.getByRole('button', { name: 'Run again' }).click();
  await expect(desk.response()).toContainText('200 OK');
  expect(await google.count('calendar.events.insert')).toBe(2);
});

test('a method the grant does not open names its narrowest scope, asks for it, and is carried out then', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  const explorer = await ExplorerPage.open(desk);
  await explorer.chooseMethod('calendar.events.quickAdd');
  await expect(desk.page.getByRole('main')).toContainText('calendar.events');
  await explorer.field('calendarId').fill('primary');
  await explorer.field('text').fill('Rehearsal tomorrow at 10');
  await desk.button('Grant scope and retry').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await expect(desk.response()).toContainText('200 OK');
  await expect(explorer.field('text')).toHaveValue('Rehearsal tomorrow at 10');
  expect(await google.count('calendar.events.quickAdd')).toBe(1);
});

test('an API is added by name and version, its document fetched without a token; a changed one is compared', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.events'], { allow: 'all' });
  const explorer = await ExplorerPage.open(desk);
  await desk.button('Add an API').click();
  const dialog = desk.dialog('Add an API');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('drive');
  await dialog.getByRole('textbox', { name: 'Version' }).fill('v3');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('no API of this name');
  await noFindings(desk.page, 'adding an API');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('oauth2');
  await dialog.getByRole('textbox', { name: 'Version' }).fill('v2');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await explorer.chooseMethod('oauth2.userinfo.get');
  await explorer.send();
  await expect(desk.response()).toContainText('ada.lovelace@harbor.example');

  await explorer.chooseApi(/Calendar/);
  await google.faults({ discovery: 'changed' });
  await desk.button(/^Fetch/).click();
  await desk.button(/What changed/).click();
  const changes = desk.dialog(/What changed/);
  await expect(changes).toContainText('calendar.practice.peek');
  await expect(changes.getByRole('list', { name: 'Grants touched' })).toContainText('ada.lovelace@harbor.example');
  await noFindings(desk.page, 'what changed');
  await desk.page.keyboard.press('Escape');

  await google.faults({ discovery: 'refused' });
  await desk.button(/^Fetch/).click();
  await expect(desk.page.getByText(/403/)).toBeVisible();
  const discovery = (await google.requests()).filter(({ path }) => path.startsWith('/discovery/'));
  expect(discovery.length).toBeGreaterThan(3);
  expect(discovery.filter(({ authorized }) => authorized)).toEqual([]);
});

test('a hostile document harms nothing', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar'], { allow: 'all' });
  const explorer = await ExplorerPage.open(desk);
  const foreign: string[] = [];
  desk.page.on('request', (request) => {
    if (!request.url().startsWith('app://') && !request.url().startsWith('data:')) foreign.push(request.url());
  });
  await google.faults({ discovery: 'hostile' });
  await desk.button(/^Fetch/).click();
  await expect(desk.page.getByText(/10,0\d\d/).first()).toBeVisible();
  expect(await desk.page.evaluate(() => 'polluted' in {})).toBe(false);
  await explorer.chooseMethod('calendar.circle.post');
  await expect(desk.page.getByText('<script>', { exact: false }).first()).toBeVisible();
  await explorer.body().fill('{"again":{"again":{}}}');
  await explorer.send();
  await expect(desk.response()).toContainText('404');
  expect(await desk.page.title()).toBe('Grantdesk');
  expect(foreign).toEqual([]);
  const paths = (await google.requests()).filter(({ authorized }) => authorized).map(({ path }) => path);
  expect(paths.filter((path) => path === '/token' || path.includes('attacker'))).toEqual([]);
});

test('a call as curl runs elsewhere, with the token only where the reader puts it', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  const explorer = await ExplorerPage.open(desk);
  await explorer.chooseMethod('calendar.calendarList.list');
  const texts: string[] = [];
  for (const language of ['curl', 'Python', 'Node.js']) {
    await desk.button(`Copy as ${language}`).click();
    await expect(desk.page.getByLabel(`The call as ${language}`)).toBeVisible();
    texts.push((await desk.page.getByLabel(`The call as ${language}`).textContent()) ?? '');
  }
  const secrets = await google.secrets();
  for (const [at, text] of texts.entries()) {
    expect(text).toContain(at === 0 ? ' token ada.lovelace@harbor.example --scopes calendar.readonly)' : 'GRANTDESK_TOKEN');
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
  const code = texts[0]?.slice(texts[0].indexOf('curl --globoff')) ?? '';
  const token = secrets.filter((secret) => secret.startsWith('ya29.')).at(-1) ?? '';
  const { stdout } = await run('sh', ['-c', code.replace(/Copied.*$/s, '').replace(/\$\(.*? token .*?\)/, '$GRANTDESK_TOKEN')], { env: { ...process.env, GRANTDESK_TOKEN: token, no_proxy: '*' } });
  expect(stdout).toContain('calendar#calendarList');
});
