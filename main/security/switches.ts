/**
 * Command-line switches that hand the app to somebody else: a debugger, another host's answers, another page.
 * No fuse covers them, so a packaged start refuses them by itself.
 */
const refused: readonly string[] = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-io-pipes',
  'remote-allow-origins',
  'load-extension',
  'disable-extensions-except',
  'no-sandbox',
  'no-zygote',
  'single-process',
  'in-process-gpu',
  'disable-gpu-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-setuid-sandbox',
  'allow-sandbox-debugging',
  'allow-file-access-from-files',
  'enable-blink-features',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'allow-running-insecure-content',
  'ssl-key-log-file',
  'host-resolver-rules',
  'host-rules',
  'js-flags',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'log-net-log',
  'trace-startup',
  'trace-startup-file',
  // A constant key instead of the macOS keychain's.
  'use-mock-keychain',
  'unsafely-treat-insecure-origin-as-secure',
  'gpu-launcher',
  'utility-cmd-prefix',
  'renderer-cmd-prefix',
  'browser-subprocess-path',
];

/**
 * The first refused switch on a command line, without dashes; null when there is none.
 * @param except `no-sandbox` for a smoke start as root: Chromium refuses to start there without it
 */
export function refusedSwitch(argv: readonly string[], except: string | null = null): string | null {
  for (const argument of argv) {
    // Chromium on Windows takes `/name` for a switch too.
    const name = /^(?:--?|\/)([a-z0-9-]+)(?:=|$)/i.exec(argument)?.[1]?.toLowerCase();
    if (name !== undefined && name !== except && refused.includes(name)) return name;
  }
  return null;
}

/** Variables that weaken TLS, write keys to disk, or change how files are written. */
export const strippedVariables: readonly string[] = [
  'NODE_TLS_REJECT_UNAUTHORIZED',
  'SSLKEYLOGFILE',
  // A terminal of a snap leaks this into every child; electron-store then writes without a temporary file.
  'SNAP',
];

/** Removes them from an environment, in place. */
export function stripEnvironment(env: Record<string, string | undefined>): void {
  for (const name of strippedVariables) delete env[name];
}
