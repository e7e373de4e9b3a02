import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { noFindings } from '../fixtures/axe.ts';
import { answerSaveDialog } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';

const desktop = practiceClients.desktop.installed.client_id;

interface ExportedLog {
  readonly kind: string;
  readonly previousHash: string;
  readonly rows: readonly (Readonly<Record<string, unknown>> & { readonly hash: string })[];
}

test('the log is verified, searched, and exported as a chain that anybody can follow', async ({ start, google, profile }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Refresh now').first().click();
  await expect.poll(() => google.count('POST /token')).toBe(2);
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');
  await desk.goTo('Activity');
  const rows = desk.page.getByRole('table', { name: 'Activity' }).getByRole('row');
  for (const words of ['Consent', 'Refresh access token', 'calendar.calendarList.list']) await expect(rows.filter({ hasText: words }).first()).toBeVisible();

  await desk.button('Verify log').click();
  const verdict = desk.page.getByRole('status', { name: 'The log is intact' });
  const head = await verdict.getByText(/^[0-9a-f]{64}$/).innerText();
  await noFindings(desk.page, 'a verified log');

  const json = join(profile, 'log.json');
  await answerSaveDialog(app, json);
  await desk.button('Export').click();
  await desk.page.getByRole('menuitem', { name: /^JSON/ }).click();
  await expect(desk.page.getByText('Exported the log')).toBeVisible();
  const log = JSON.parse(await readFile(json, 'utf8')) as ExportedLog;
  expect(log.kind).toBe('grantdesk.activity');
  expect(follow(log)).toEqual([]);
  expect(log.rows.map(({ hash }) => hash)).toContain(head);
  // A row with other words is found out by the same rule.
  expect(follow({ ...log, rows: log.rows.map((row, at) => (at === 1 ? { ...row, account: 'mallory@harbor.example' } : row)) })).toEqual([1]);

  const csv = join(profile, 'log.csv');
  await answerSaveDialog(app, csv);
  await desk.button('Export').click();
  await desk.page.getByRole('menuitem', { name: /^CSV/ }).click();
  await expect.poll(() => readFile(csv, 'utf8').catch(() => '')).toMatch(/^Number,Time,Account,What,Outcome,Detail,Hash\r\n1,/);
  expect(await readFile(csv, 'utf8')).toContain(head);

  await desk.page.getByRole('search', { name: 'Activity' }).getByLabel('Search activity').fill('calendarList');
  await expect(rows.filter({ hasText: 'Refresh access token' })).toHaveCount(0);
  await expect(rows.filter({ hasText: 'calendar.calendarList.list' }).first()).toBeVisible();
});

/** Follows the chain as the file itself describes it. @returns places of rows whose hash does not fit */
function follow({ rows, previousHash }: ExportedLog): readonly number[] {
  return rows.flatMap(({ hash, ...row }, at) => {
    const sorted = JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))));
    const before = rows[at - 1]?.hash ?? previousHash;
    return createHash('sha256').update(before + sorted, 'utf8').digest('hex') === hash ? [] : [at];
  });
}
