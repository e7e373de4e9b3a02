import { app, type BrowserWindow } from 'electron';

const patience = 30_000;

/** `--smoke`: the page must load and get an answer over the bridge; says so on stdout and ends the app. */
export async function smoke(window: BrowserWindow): Promise<void> {
  const late = setTimeout(() => end('the page did not load in time'), patience);
  try {
    await new Promise<void>((resolve, reject) => {
      window.webContents.once('did-finish-load', () => resolve());
      window.webContents.once('did-fail-load', (_event, _code, description) => reject(new Error(description)));
    });
    const answered: unknown = await window.webContents.executeJavaScript('grantdesk.appState().then((state) => state.ok)');
    end(answered === true ? null : 'the bridge did not answer');
  } catch (error) {
    end(error instanceof Error ? error.message : 'the page did not load');
  } finally {
    clearTimeout(late);
  }
}

function end(problem: string | null): void {
  if (problem === null) process.stdout.write('grantdesk smoke ok\n', () => app.exit(0));
  else process.stderr.write(`grantdesk smoke failed: ${problem}\n`, () => app.exit(1));
}
