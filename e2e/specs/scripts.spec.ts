import { stat, writeFile, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { run, writeScript, type CommandOptions, type Ran } from '../fixtures/command.ts';
import type { Google } from '../fixtures/google.ts';
import { expect, test } from '../fixtures/test.ts';
import type { Desk } from '../pages/desk.ts';
import { ScriptsPage } from '../pages/scripts-page.ts';

const desktop = practiceClients.desktop.installed.client_id;
const ada = 'ada.lovelace@harbor.example';
const scopes = ['calendar.readonly', 'apps.groups.settings'];

async function authorized(desk: Desk): Promise<ScriptsPage> {
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, scopes, { allow: 'all' });
  return await ScriptsPage.open(desk);
}

/** With this token: the calendars may be read, the settings of a group may not. */
async function reach(google: Google, token: string): Promise<readonly number[]> {
  const headers = { authorization: `Bearer ${token}` };
  const of = async (path: string): Promise<number> => (await fetch(google.origin + path, { headers })).status;
  return [await of('/calendar/v3/users/me/calendarList'), await of('/groups/v1/groups/crew@harbor.example?alt=json')];
}

/** Nothing that a program was given, or anybody printed, holds a secret other than the access tokens asked for. */
async function holdsNoOther(google: Google, runs: readonly Ran[], tokens: readonly string[]): Promise<void> {
  const text = runs.map(({ out, err }) => out + err).join('\n');
  for (const secret of await google.secrets()) if (!tokens.includes(secret)) expect(text).not.toContain(secret);
}

test('a script asks for a token: switched off, denied, allowed within a ceiling, changed, removed', async ({ start, google, profile }) => {
  test.slow();
  const options: CommandOptions = { profile, googleOrigin: google.origin };
  const { desk } = await start();
  const scripts = await authorized(desk);
  const backup = await writeScript(join(profile, 'backup.sh'), `token ${ada} --scopes calendar.readonly`, options);

  const off = await run(backup, [], options);
  expect(off).toMatchObject({ code: 5, out: '' });
  expect(off.err).toContain('switch on “Let scripts ask”');
  await expect(stat(join(profile, 'scripts.sock'))).rejects.toThrow(/ENOENT/);
  await noFindings(desk.page, 'for scripts, off');

  await scripts.switchOn();
  const { mode } = await stat(join(profile, 'scripts.sock'));
  expect(mode & 0o777).toBe(0o600);

  const denied = await writeScript(join(profile, 'denied.sh'), `header ${ada}`, options);
  const refusing = run(denied, [], options);
  await expect(scripts.question()).toContainText('denied.sh');
  await expect(scripts.question()).toContainText(`It wants an access token of ${ada}`);
  await expect(scripts.question().getByRole('button', { name: 'Deny' })).toBeFocused();
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    await noFindings(desk.page, `the question, ${colorScheme}`);
  }
  await desk.page.emulateMedia({ colorScheme: null });
  await scripts.say('Deny');
  const no = await refusing;
  expect(no).toMatchObject({ code: 4, out: '' });
  expect(no.err).toContain('You did not allow this in Grantdesk.');

  const asking = run(backup, [], options);
  await expect(scripts.question()).toContainText(backup);
  await expect(scripts.question().getByRole('group', { name: 'It asks for' }).getByRole('checkbox')).toHaveCount(1);
  await expect(scripts.question().getByRole('group', { name: 'Granted too' }).getByRole('checkbox')).not.toBeChecked();
  await scripts.say('Allow for this account');
  const first = await asking;
  expect(first.code).toBe(0);
  const token = first.out.trim();
  expect(token).toMatch(/^ya29\.\S+$/);
  expect(await reach(google, token)).toEqual([200, 403]);

  const second = await run(backup, [], options);
  expect(second).toMatchObject({ code: 0, out: first.out, err: '' });
  const wider = await run(backup, ['--scopes', 'apps.groups.settings'], options);
  expect(wider).toMatchObject({ code: 4, out: '' });
  expect(wider.err).toContain('asks for more than you allowed it: apps.groups.settings');
  await expect(scripts.approvals()).toHaveCount(1);
  await expect(scripts.approvals()).toContainText('used 2 times');
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    await noFindings(desk.page, `an approval, ${colorScheme}`);
  }

  await writeFile(backup, `${await readFile(backup, 'utf8')}# changed\n`);
  const changed = run(backup, ['--json'], options);
  await expect(scripts.question()).toContainText('backup.sh');
  await scripts.say('Allow once');
  const json = await changed;
  expect(JSON.parse(json.out)).toMatchObject({ account: ada, accessToken: token, tokenType: 'Bearer', scopes: ['https://www.googleapis.com/auth/calendar.readonly'] });
  await expect(scripts.approvals()).toHaveCount(1);

  await scripts.approvals().getByRole('button', { name: 'Remove approval' }).click();
  await desk.dialog('Remove this approval?').getByRole('button', { name: 'Remove approval' }).click();
  await expect(desk.heading('No program is allowed anything')).toBeVisible();

  await desk.goTo('Activity');
  const rows = desk.page.getByRole('row');
  await expect(rows.filter({ hasText: 'denied.sh' })).toContainText('You did not allow this');
  await expect(rows.filter({ hasText: 'Token for a program' }).filter({ hasText: 'calendar.readonly · approved' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'allowed now' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'allowed once' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'asks for more' })).toHaveCount(1);
  await holdsNoOther(google, [off, no, first, second, wider, json], [token]);
});

test('a script calls a method: the token stays, values are checked, exit codes tell what happened', async ({ start, google, profile }) => {
  test.slow();
  const options: CommandOptions = { profile, googleOrigin: google.origin };
  const { desk } = await start();
  const scripts = await authorized(desk);
  await scripts.switchOn();
  const agenda = await writeScript(join(profile, 'agenda.sh'), '', options);
  const call = (...words: readonly string[]): Promise<Ran> => run(agenda, ['call', ...words], options);

  const asking = call('calendar', 'calendarList.list', '--maxResults', '2');
  await expect(scripts.question()).toContainText('call calendar.calendarList.list');
  await expect(scripts.question()).toContainText('the token stays here');
  await scripts.say('Allow for this account');
  const listed = await asking;
  expect(listed.code).toBe(0);
  expect((JSON.parse(listed.out) as { items: unknown[] }).items).toHaveLength(2);
  expect(listed.err).toContain('there are more pages');
  const all = await call('calendar:v3', 'calendar.calendarList.list', '--account', 'ada', '-p', 'maxResults=2', '--all-pages');
  expect((JSON.parse(all.out) as { items: unknown[] }).items.length).toBeGreaterThan(2);

  const gone = await call('calendar', 'events.list', '--calendarId', 'nobody@harbor.example');
  expect(gone.code).toBe(10);
  expect(JSON.parse(gone.out)).toMatchObject({ error: { code: 404 } });
  expect(gone.err).toMatch(/^grantdesk: /);
  const wrong = await call('calendar', 'events.list', '--calendarId', 'primary', '--maxResults', 'many');
  expect(wrong).toMatchObject({ code: 2, out: '' });
  expect(wrong.err).toContain('maxResults');
  const unknown = await call('calendar', 'events.lsit');
  expect(unknown).toMatchObject({ code: 2, out: '' });
  expect(unknown.err).toContain('events.list');
  const insert = await call('calendar', 'events.insert', '--calendarId', 'primary', '--body', '{}');
  expect(insert).toMatchObject({ code: 8, out: '' });
  const groups = await call('groupssettings', 'groups.get', '--groupUniqueId', 'crew@harbor.example');
  expect(groups).toMatchObject({ code: 4, out: '' });
  expect(groups.err).toContain('asks for more than you allowed it: apps.groups.settings');
  const nobody = await run(agenda, ['token', 'eve@harbor.example'], options);
  expect(nobody.code).toBe(7);
  const usage = await run(agenda, ['token'], options);
  expect(usage).toMatchObject({ code: 2, out: '' });
  expect(usage.err).toBe('grantdesk: Name the account: grantdesk token ada@example.com\n  See: grantdesk help token\n');
  const help = await run(agenda, ['call', '--help'], options);
  expect(help).toMatchObject({ code: 0, err: '' });
  expect(help.out).toMatch(/^Usage: grantdesk call/);

  const listing = run(agenda, ['list'], options);
  await expect(scripts.question()).toContainText('It wants to see the list of your accounts');
  await noFindings(desk.page, 'the question about the list');
  await scripts.say('Allow from now on');
  expect(JSON.parse((await listing).out)).toMatchObject({ accounts: [{ account: ada, state: 'active', scopes: expect.arrayContaining(scopes) as string[] }] });
  const table = await run(agenda, ['list', '--table'], options);
  expect(table.out).toMatch(/^ACCOUNT .*\nada\.lovelace@harbor\.example /);
  await holdsNoOther(google, [listed, all, gone, wrong, unknown, insert, groups, nobody, usage, help, await listing, table], []);

  await desk.goTo('Activity');
  await expect(desk.page.getByRole('row').filter({ hasText: 'Call for a program' }).filter({ hasText: 'agenda.sh · calendar.calendarList.list' }).first()).toBeVisible();
});

test('who speaks to the socket without the command is refused in words, or asked about like any program', async ({ start, profile }) => {
  const { desk } = await start();
  const scripts = await authorized(desk);
  await scripts.switchOn();
  const speak = async (pid: number, proves: boolean): Promise<string> => {
    const socket = connect(join(profile, 'scripts.sock'));
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.write(`${JSON.stringify({ type: 'hello', protocol: 1, pid })}\n`);
    await once(socket, 'data');
    const { challenge } = JSON.parse(text) as { challenge: string };
    // Node opens files so that no child inherits them, as the command does.
    const { open } = await import('node:fs/promises');
    const file = proves ? await open(challenge) : null;
    socket.write(`${JSON.stringify({ type: 'request', request: { verb: 'token', account: ada, client: null, scopes: null } })}\n`);
    await once(socket, 'close');
    await file?.close();
    return text;
  };
  expect(await speak(process.pid, false)).toContain('"code":"peer-not-proven"');
  expect(await speak(process.ppid, true)).toContain('"code":"peer-not-proven"');
  const asking = speak(process.pid, true);
  await expect(scripts.question()).toContainText('run by');
  await scripts.say('Deny');
  const answer = await asking;
  expect(answer).toContain('"code":"script-denied"');
  expect(answer).not.toContain('ya29');
});

test('in practice mode a script gets a token of the sandbox', async ({ start, profile }) => {
  const options: CommandOptions = { profile };
  const { desk } = await start({ googleOrigin: null });
  await desk.button('Try the sandbox').click();
  await expect(desk.practiceBanner()).toBeVisible();
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  const scripts = await ScriptsPage.open(desk);
  await scripts.switchOn();
  const asking = run(await writeScript(join(profile, 'practice.sh'), `token ${ada}`, options), [], options);
  await scripts.say('Allow once');
  expect((await asking).out).toMatch(/^ya29\.\S+\n$/);
});
