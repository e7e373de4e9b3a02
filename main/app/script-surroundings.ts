import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { scriptAddress, type ScriptAddress } from '../adapters/script-address.ts';
import { shellWord } from '../domain/explorer/snippets/curl.ts';
import type { Notifier } from '../domain/grants/reminders.ts';
import type { AskedQuestion } from '../domain/scripting/questions.ts';
import { fault, type Fault } from '../domain/shared/fault.ts';
import type { KeyringStatus } from '../domain/vault/keyring.ts';
import type { AppWindow } from './app-window.ts';

/** Where the app listens to scripts, and how they call it. */
export function scriptCommand(userData: string): { readonly address: ScriptAddress | null; readonly launcher: string | null; readonly command: string } {
  const address = scriptAddress({ userData, platform: process.platform, runtimeFolder: process.env['XDG_RUNTIME_DIR'], uid: process.getuid?.() });
  if (!app.isPackaged) {
    const launcher = join(resolve(app.getAppPath()), 'build/scripts/grantdesk.mjs');
    return { address, launcher, command: `node ${shellWord(launcher)}` };
  }
  const executable = process.env['APPIMAGE'] ?? process.execPath;
  const onPath = (process.env['PATH'] ?? '').split(':').some((folder) => folder !== '' && existsSync(join(folder, 'grantdesk')));
  return { address, launcher: null, command: onPath && process.env['APPIMAGE'] === undefined ? 'grantdesk' : shellWord(executable) };
}

/** A question is worth a look at once: the program that asks waits for a minute. */
export function showQuestion({ program, account, id }: AskedQuestion, window: AppWindow, notifier: Notifier): void {
  if (id === lastShown) return;
  lastShown = id;
  const inFront = window.current?.isFocused() === true;
  window.focus();
  if (inFront) return;
  const body = account === null ? 'It wants to see your accounts.' : `It asks for ${account.email}.`;
  notifier.show({ title: `${program.name} waits for your answer`, body, onClick: () => window.focus() });
}
let lastShown = '';

/** Why programs get nothing while the vault is closed; null when it is open. */
export function closedVault(state: KeyringStatus['state']): Fault | null {
  switch (state) {
    case 'unlocked':
    case 'memory-only':
      return null;
    case 'locked':
      return fault('vault-locked', 'The vault is locked.', 'Unlock it in Grantdesk’s window, then run this again.');
    case 'needs-setup':
      return fault('vault-not-ready', 'Grantdesk has no protected place for credentials yet.', 'Open Grantdesk and set a passphrase.');
    case 'key-lost':
    case 'corrupt':
    case 'future-version':
      return fault('vault-not-ready', 'The vault cannot be opened.', 'Open Grantdesk: it says why and what can be done.');
  }
}

/** This app has no display and somebody wants its window: it starts again in their session. */
export function moveTo(session: Readonly<Record<string, string>>): void {
  Object.assign(process.env, session);
  const words = process.argv.slice(1).filter((word) => word !== '--background' && !word.startsWith('--ozone-platform='));
  app.relaunch({ args: words });
  app.quit();
}
