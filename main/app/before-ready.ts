import { app, dialog, protocol } from 'electron';
import { registerAppScheme } from '../security/app-protocol.ts';
import { settleBlinkSettings } from '../security/blink-settings.ts';
import { closeDevTools } from '../security/dev-tools.ts';
import { NavigationGuard } from '../security/navigation-guard.ts';
import { confineWebRtc } from '../security/page-network.ts';
import { denyPermissionsEverywhere } from '../security/permissions.ts';
import { refusedSwitch, stripEnvironment } from '../security/switches.ts';
import { settleAppPaths } from './app-paths.ts';
import { readCommandLine, type CommandLine } from './command-line.ts';
import { chooseGoogle, type GoogleChoice } from './google-choice.ts';
import { hasDisplay } from './has-display.ts';
import { openLog, type Log } from './log.ts';
import { secondStart } from './second-start.ts';

/** What was settled before `ready`. */
export interface Prepared {
  readonly commandLine: CommandLine;
  readonly google: GoogleChoice;
  readonly userData: string;
  readonly guard: NavigationGuard;
  readonly log: Log;
}

/**
 * Everything Electron wants to know before `ready`, in one synchronous go.
 * @returns null when this start is over: refused, or another instance runs
 */
export function beforeReady(): Prepared | null {
  const commandLine = readCommandLine(process.argv.slice(1), process.cwd());
  const refusal = refuse(commandLine);
  if (refusal !== null) return leave(refusal);
  const google = chooseGoogle(process.env['GRANTDESK_GOOGLE_ORIGIN'], app.isPackaged);
  if ('refusal' in google) return leave(google.refusal);
  stripEnvironment(process.env);

  const userData = settleAppPaths(app, commandLine.userData);
  const log = openLog(userData, !app.isPackaged);
  // No raw dialog with a stack for anybody; the log has it, redacted.
  process.on('uncaughtException', (error) => log.error('uncaught exception', error));
  process.on('unhandledRejection', (reason) => log.error('unhandled rejection', reason));

  if (!app.requestSingleInstanceLock({ ...secondStart(commandLine.background, process.env) })) {
    app.exit(0);
    return null;
  }
  // Root cannot have Chromium's sandbox: with both, no page would ever start. A package refuses the switch (see refuse).
  if (!process.argv.includes('--no-sandbox')) app.enableSandbox();
  // Started where nothing can be shown: a GPU process would only fail again and again.
  if (commandLine.background && !hasDisplay()) app.disableHardwareAcceleration();
  registerAppScheme(protocol);
  settleBlinkSettings(app.commandLine);
  denyPermissionsEverywhere(app);
  confineWebRtc(app);
  const guard = new NavigationGuard();
  guard.install(app);
  if (app.isPackaged) closeDevTools(app);
  return { commandLine, google, userData, guard, log };
}

function refuse(commandLine: CommandLine): string | null {
  if (!app.isPackaged) return null;
  // Chromium does not start as root without --no-sandbox; a smoke start (which shows nothing and ends) may.
  const rootSmoke = commandLine.smoke && process.getuid?.() === 0;
  const name = refusedSwitch(process.argv.slice(1), rootSmoke ? 'no-sandbox' : null);
  return name === null ? null : `Grantdesk does not start with --${name}: it would let another program read your credentials.`;
}

/** Before `ready` the box is a line on stderr on Linux, and a window elsewhere. */
function leave(why: string): null {
  dialog.showErrorBox('Grantdesk cannot start', why);
  app.exit(1);
  return null;
}
