import { join, resolve } from 'node:path';
import { app } from 'electron';
import { EXIT } from '../cli/exit-codes.ts';
import { runCommand } from '../cli/run.ts';
import { refusedSwitch } from '../security/switches.ts';
import { appName } from './app-paths.ts';
import { hasDisplay } from './has-display.ts';
import { readCommandLine } from './command-line.ts';

/**
 * This start is the `grantdesk` command: it runs before `ready`, opens no window, takes no lock and makes nothing in the profile.
 * @param words of the command
 */
export async function command(words: readonly string[]): Promise<void> {
  // What Chromium has to say is not for the reader of a script's output.
  app.commandLine.appendSwitch('disable-logging');
  app.commandLine.appendSwitch('log-level', '3');
  if (process.platform === 'linux') app.commandLine.appendSwitch('ozone-platform', 'headless');
  process.on('SIGINT', () => app.exit(EXIT.interrupted));
  process.on('SIGTERM', () => app.exit(EXIT.interrupted));
  // A reader that has seen enough (head) is no reason for a stack.
  process.stdout.on('error', () => app.exit(EXIT.failed));
  try {
    app.exit(await run(words));
  } catch (error) {
    await write(process.stderr, `grantdesk: ${error instanceof Error ? error.message : 'failed'}\n`);
    app.exit(EXIT.failed);
  }
}

async function run(words: readonly string[]): Promise<number> {
  const own = process.argv.slice(1);
  const refused = app.isPackaged ? refusedSwitch(own, 'no-sandbox') : null;
  if (refused !== null) {
    await write(process.stderr, `grantdesk: --${refused} is not for this command.\n`);
    return EXIT.usage;
  }
  const { userData } = readCommandLine(own, process.cwd());
  const folder = userData ?? join(app.getPath('appData'), appName);
  const { out, notes, code } = await runCommand(words, {
    version: app.getVersion(),
    userData: folder,
    cwd: process.cwd(),
    env: process.env,
    start: {
      // An AppImage's own executable goes away with its mount.
      executable: process.env['APPIMAGE'] ?? process.execPath,
      arguments: [
        ...(app.isPackaged ? [] : [resolve(app.getAppPath())]),
        ...(userData === null ? [] : [`--user-data-dir=${userData}`]),
        ...own.filter((word) => word === '--no-sandbox' || word.startsWith('--password-store=')),
      ],
      hasDisplay: hasDisplay(),
    },
    terminal: process.stdout.isTTY,
    input: process.stdin as AsyncIterable<Uint8Array>,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  await write(process.stderr, notes.map((note) => `${note}\n`).join(''));
  await write(process.stdout, out);
  return code;
}

async function write(to: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === '') return;
  await new Promise<void>((done) => to.write(text, () => done()));
}
