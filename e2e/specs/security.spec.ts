import { practiceClients } from '../../main/sandbox/practice-clients.ts';
import { openedOutside } from '../fixtures/electron.ts';
import { expect, test } from '../fixtures/test.ts';

const desktop = practiceClients.desktop.installed.client_id;

test('every web page runs sandboxed, isolated and without Node', async ({ start }) => {
  const { app, desk } = await start();
  await desk.importClient(practiceClients.desktop);
  await desk.pickScopes(desktop, ['calendar.readonly']);
  const consent = await desk.continueInAppWindow();
  const found = await app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      const preferences = (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
      return [preferences['sandbox'], preferences['contextIsolation'], preferences['nodeIntegration'] ?? false, preferences['webSecurity'] ?? true];
    }),
  );
  expect(found).toHaveLength(2);
  for (const [sandbox, isolation, node, webSecurity] of found) expect([sandbox, isolation, node, webSecurity]).toEqual([true, true, false, true]);
  expect(await desk.page.evaluate(() => 'grantdesk' in window)).toBe(true);
  expect(await consent.evaluate(() => 'grantdesk' in window)).toBe(false);
});

test('the page can neither leave, nor open windows, nor read files, nor ask for permissions', async ({ start }) => {
  const { app, desk } = await start();
  const results = await desk.page.evaluate(async () => {
    const tried = async (work: () => Promise<unknown>): Promise<string> => {
      try {
        await work();
        return 'allowed';
      } catch {
        return 'refused';
      }
    };
    const opened = window.open('https://example.com');
    const frame = document.createElement('iframe');
    frame.src = 'https://example.com';
    document.body.append(frame);
    return {
      window: opened === null,
      file: await tried(() => fetch('file:///etc/passwd')),
      otherHost: await tried(async () => {
        const answer = await fetch('app://evil/index.html');
        if (!answer.ok) throw new Error('refused');
      }),
      outside: await tried(async () => {
        const answer = await fetch('app://bundle/..%2f..%2f..%2fpackage.json');
        if (!answer.ok) throw new Error('refused');
      }),
      network: await tried(() => fetch('https://example.com')),
      clipboard: await tried(() => navigator.clipboard.readText()),
      evaluated: await tried(async () => {
        const text = document.createElement('script');
        text.textContent = 'window.evaluated = true';
        document.head.append(text);
        if (!('evaluated' in window)) throw new Error('refused');
        return Promise.resolve();
      }),
      notifications: await Notification.requestPermission(),
    };
  });
  expect(results).toEqual({
    window: true,
    file: 'refused',
    otherHost: 'refused',
    outside: 'refused',
    network: 'refused',
    clipboard: 'refused',
    evaluated: 'refused',
    notifications: 'denied',
  });
  await app.evaluate(async ({ webContents }) => {
    await webContents.getAllWebContents()[0]?.executeJavaScript("location.href = 'https://example.com'; 0");
  });
  // Playwright itself waits for the navigation that was stopped, so the page is asked through Electron.
  const after = await app.evaluate(async ({ webContents }) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const page = webContents.getAllWebContents()[0];
    return [page?.getURL(), await page?.executeJavaScript("document.querySelector('h1').textContent")] as unknown[];
  });
  expect(after[0]).toMatch(/^app:\/\/bundle\//);
  expect(after[1]).toBe('No authorizations yet');
  expect(app.windows()).toHaveLength(1);
  expect(await openedOutside(app)).toEqual([]);
});

test('the bridge refuses what is not in the contract', async ({ start }) => {
  const { desk } = await start();
  const codes = await desk.page.evaluate(async () => {
    const bridge = window.grantdesk as unknown as Record<string, (input?: unknown) => Promise<{ ok: boolean; error?: { code: string } }>>;
    const send = async (name: string, input: unknown): Promise<string> => {
      const answer = await bridge[name]?.(input);
      return answer === undefined ? 'no such call' : answer.ok ? 'ok' : (answer.error?.code ?? 'no code');
    };
    return [
      await send('openConsole', { url: 'https://evil.example/' }),
      await send('openConsole', { url: 'file:///etc/passwd' }),
      await send('openLink', { link: 'https://evil.example' }),
      await send('refreshAuthorization', { id: 'x', extra: true }),
      await send('refreshAuthorization', JSON.parse('{"id":"x","__proto__":{"polluted":true}}')),
      await send('importDropped', { callId: 'c', path: '/etc/shadow' }),
      await send('updateSettings', { theme: 'purple' }),
    ];
  });
  for (const code of codes) expect(code).not.toBe('ok');
  expect(await desk.page.evaluate(() => ({}))).not.toHaveProperty('polluted');
});
