import { createSocket } from 'node:dgram';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { finishHeader } from '../../main/domain/vault/header.ts';
import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { openedOutside } from '../fixtures/electron.ts';
import { Google } from '../fixtures/google.ts';
import { expect, test } from '../fixtures/test.ts';
import { consentTo } from '../pages/consent-pages.ts';

const desktop = practiceClients.desktop.installed.client_id;

test('a page in the consent window floods neither the browser nor the person', async ({ start }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly']);
  const consent = await desk.continueInAppWindow();
  await consent.waitForLoadState();
  await consent.evaluate(() => {
    for (let count = 0; count < 50; count += 1) {
      window.open(`https://support.google.com/?${String(count)}`);
      alert('look here');
    }
  });
  await consent.waitForTimeout(500);
  expect(await openedOutside(app)).toHaveLength(1);
  const closed = consent.waitForEvent('close');
  await desk.button('Cancel').click();
  await closed;
  await expect(desk.status('Waiting for consent')).toBeHidden();
});

test('the page reaches no network, also not by ways that its content policy does not know', async ({ start, profile }) => {
  const heard: string[] = [];
  const udp = createSocket('udp4').on('message', () => heard.push('udp'));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const tcp = createServer(() => heard.push('tcp'));
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const { app, desk } = await start();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
  const netLog = join(profile, 'net.json');
  await app.evaluate(({ session }, file) => session.defaultSession.netLog.startLogging(file), netLog);
  await desk.page.evaluate(
    async ([udpPort, tcpPort]) => {
      for (const rel of ['dns-prefetch', 'preconnect', 'prefetch']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = `https://${rel}.told.example/`;
        document.head.append(link);
      }
      const iceServers = [
        { urls: `stun:127.0.0.1:${String(udpPort)}` },
        { urls: `turn:127.0.0.1:${String(tcpPort)}?transport=tcp`, username: 'told', credential: 'x' },
      ];
      const connection = new RTCPeerConnection({ iceServers });
      connection.createDataChannel('told');
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 2000));
      connection.close();
    },
    [udp.address().port, (tcp.address() as AddressInfo).port] as const,
  );
  await app.evaluate(({ session }) => session.defaultSession.netLog.stopLogging());
  udp.close();
  tcp.close();
  expect(heard).toEqual([]);
  expect(await readFile(netLog, 'utf8')).not.toContain('told.example');
});

test('a script cannot have main read a file that nobody gave to the page', async ({ start, profile }) => {
  const file = join(profile, 'client.json');
  await writeFile(file, JSON.stringify(practiceClients.desktop));
  const { desk } = await start();
  await expect(desk.heading('No authorizations yet')).toBeVisible();
  const importPath = (path: string): Promise<string> =>
    desk.page.evaluate(async (named) => {
      const answer = await window.grantdesk.importDropped({ callId: 'dropped', path: named });
      return answer.ok ? 'imported' : answer.error.code;
    }, path);
  for (const path of [file, '/etc/passwd', '\\\\evil.example\\share\\x']) expect(await importPath(path)).toBe('bad-request');
  await desk.page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'given';
    document.body.append(input);
  });
  await desk.page.locator('#given').setInputFiles(file);
  await desk.page.evaluate(() => window.grantdesk.pathForFile(document.querySelector<HTMLInputElement>('#given')?.files?.[0]));
  expect(await importPath(file)).toBe('imported');
});

test('a vault key that no keychain sealed opens nothing', async ({ start, profile }) => {
  const known = new Uint8Array(32).fill(7);
  const stranger = await start({ keychain: false });
  const blob = await stranger.app.evaluate(({ safeStorage }, key) => {
    safeStorage.setUsePlainTextEncryption(true);
    return safeStorage.encryptString(key).toString('base64');
  }, Buffer.from(known).toString('base64'));
  await stranger.app.close();
  const os = { kind: 'os', platform: 'linux', backend: 'gnome_libsecret', prefix: 'v11', blob, createdAt: 1 } as const;
  const header = await finishHeader({ v: 1, vaultId: 'a'.repeat(32), generation: 1, createdAt: 1, wraps: [os] }, known);
  await rm(join(profile, 'vault'), { recursive: true, force: true });
  await mkdir(join(profile, 'vault'));
  await writeFile(join(profile, 'vault/keyring.json'), JSON.stringify(header));
  const { desk } = await start();
  await expect.poll(() => desk.page.evaluate(async () => {
    const state = await window.grantdesk.appState();
    return state.ok ? state.value.vault.state : state.error.code;
  })).toBe('key-lost');
});

test('a locked vault tells nothing of the last consent', async ({ start }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  await desk.button('Re-authorize').click();
  await consentTo(await desk.continueInAppWindow(), { allow: 'all' });
  await desk.openGranted();
  const told = await desk.page.evaluate(async () => {
    const events: unknown[] = [];
    const before = JSON.stringify(await window.grantdesk.consent());
    window.grantdesk.onEvent((event) => events.push(event));
    await window.grantdesk.vaultLock();
    await new Promise((resolve) => setTimeout(resolve, 500));
    return { before, after: JSON.stringify([events, await window.grantdesk.consent(), await window.grantdesk.authorizations()]) };
  });
  expect(told.before).toContain('ada.lovelace@harbor.example');
  expect(told.after).not.toContain('ada.lovelace@harbor.example');
  expect(told.after).not.toContain('calendar.readonly');
});

test('a script gets no other address of Google than a group’s out of the group calls, and nothing of them from a locked vault', async ({ start, google }) => {
  const { desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.authorize(desktop, ['calendar.readonly', 'apps.groups.settings'], { allow: 'all' });
  const asked = async (groupEmail: string): Promise<string> =>
    desk.page.evaluate(async (email) => {
      const list = await window.grantdesk.authorizations();
      const authorizationId = list.ok ? (list.value[0]?.id ?? '') : '';
      const answer = await window.grantdesk.loadGroup({ authorizationId, groupEmail: email, callId: crypto.randomUUID() });
      return answer.ok ? answer.value.outcome : answer.error.code;
    }, groupEmail);
  expect(await asked('choir@harbor.example')).toBe('loaded');
  const before = (await google.requests()).length;
  for (const email of ['../../../calendar/v3/users/me/calendarList', 'choir@harbor.example/../../x', 'choir@harbor.example?alt=media', 'choir@harbor.example#', '@', 'x'.repeat(400)]) {
    expect(['group-email-invalid', 'bad-request'], email).toContain(await asked(email));
  }
  expect(await google.requests()).toHaveLength(before);

  const told = await desk.page.evaluate(async () => {
    const list = await window.grantdesk.authorizations();
    const authorizationId = list.ok ? (list.value[0]?.id ?? '') : '';
    await window.grantdesk.keepGroupSnapshot({ authorizationId, groupEmail: 'choir@harbor.example', values: { name: 'Harbor choir' } });
    const kept = JSON.stringify([await window.grantdesk.groupSnapshots({ authorizationId }), await window.grantdesk.rememberedGroups({ authorizationId })]);
    await window.grantdesk.vaultLock();
    return { kept, locked: JSON.stringify([await window.grantdesk.groupSnapshots({ authorizationId }), await window.grantdesk.rememberedGroups({ authorizationId })]) };
  });
  expect(told.kept).toContain('choir@harbor.example');
  expect(told.locked).not.toContain('choir@harbor.example');
});

test('what one stand-in for Google gave is never sent to another', async ({ start }) => {
  const first = await start();
  await first.desk.importClient(practiceClients.desktop);
  await first.desk.authorize(desktop, ['calendar.readonly'], { allow: 'all' });
  const other = await Google.start();
  try {
    const second = await start({ googleOrigin: other.origin });
    await expect(second.desk.heading('No authorizations yet')).toBeVisible();
    const clients = await second.desk.page.evaluate(() => window.grantdesk.clients());
    expect(clients).toEqual({ ok: true, value: [] });
  } finally {
    await other.stop();
  }
  const third = await start();
  await expect(third.desk.page.getByRole('link', { name: 'ada.lovelace@harbor.example' })).toBeVisible();
});
