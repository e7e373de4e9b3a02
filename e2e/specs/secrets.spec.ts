import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { expect, test } from '../fixtures/test.ts';

const desktop = practiceClients.desktop.installed.client_id;

test('no secret that was issued is in the profile, the output or the renderer', async ({ start, google, profile }) => {
  test.slow();
  const { app, desk, output } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  await google.faults({ rotateRefreshToken: true });
  await desk.button('Refresh now').click();
  await expect.poll(() => google.count('POST /token')).toBe(2);
  await desk.button('List calendars').click();
  await expect(desk.response()).toContainText('200 OK');
  await desk.button('Check with Google').click();
  await expect(desk.page.getByRole('region', { name: 'What Google says' })).toBeVisible();
  await google.faults({ token: { kind: 'html' } });
  await desk.button('Refresh now').click();
  await expect(desk.status('Unknown (offline)')).toBeVisible();
  await google.faults({});

  const secrets = [...(await google.secrets()), practiceClients.desktop.installed.client_secret];
  expect(secrets.length).toBeGreaterThanOrEqual(6);

  const seenByPage = await desk.page.evaluate(async () => {
    const list = await window.grantdesk.authorizations();
    const id = list.ok ? (list.value[0]?.id ?? '') : '';
    return JSON.stringify([
      list,
      await window.grantdesk.appState(),
      await window.grantdesk.clients(),
      await window.grantdesk.consent(),
      await window.grantdesk.activity(),
      await window.grantdesk.tokenPanel({ id }),
      await window.grantdesk.checkAuthorization({ id }),
      await window.grantdesk.listCalendars({ authorizationId: id, callId: 'grep' }),
      await window.grantdesk.loadGroup({ authorizationId: id, groupEmail: 'choir@harbor.example', callId: 'grep' }),
      await window.grantdesk.saveGroup({ authorizationId: id, groupEmail: 'choir@harbor.example', callId: 'grep', changes: { name: 'Choir' }, before: { name: 'Harbor choir' } }),
      await window.grantdesk.groupSnapshots({ authorizationId: id }),
      await window.grantdesk.directoryGroups({ authorizationId: id, query: '', callId: 'grep' }),
      { ...localStorage },
      { ...sessionStorage },
      performance.getEntries().map((entry) => entry.name),
      document.documentElement.outerHTML,
    ]);
  });
  expect(seenByPage).toContain('"outcome":"saved"');
  const heap = await heapOf(desk.page);
  for (const secret of secrets) {
    expect(seenByPage.includes(secret), 'the renderer was given a secret').toBe(false);
    expect(heap.includes(secret), 'the renderer remembers a secret').toBe(false);
    expect(output().includes(secret), 'a secret was printed').toBe(false);
  }
  await app.close();

  let files = 0;
  for (const file of await filesBelow(profile)) {
    const bytes = await readFile(file);
    files += 1;
    for (const secret of secrets) {
      expect(bytes.includes(Buffer.from(secret, 'utf8')), `${file} holds a secret`).toBe(false);
      expect(bytes.includes(Buffer.from(secret, 'utf16le')), `${file} holds a secret`).toBe(false);
      expect(bytes.includes(Buffer.from(Buffer.from(secret).toString('base64'))), `${file} holds a secret`).toBe(false);
    }
  }
  expect(files).toBeGreaterThan(3);
});

/** The page's whole heap as text, secrets pasted there by hand excluded: nothing is pasted in this journey but the client file. */
async function heapOf(page: import('@playwright/test').Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  let text = '';
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    text += chunk;
  });
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  expect(text.length).toBeGreaterThan(100_000);
  return text;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
