import { resolve } from 'node:path';

export interface CommandLine {
  /** Absolute folder given with `--user-data-dir=`; null for the usual one. */
  readonly userData: string | null;
  /** `--smoke`: start hidden, load the page, say so, leave. */
  readonly smoke: boolean;
  /** `--background`: started by the `grantdesk` command; no window until one is needed. */
  readonly background: boolean;
}

/** Our own flags, from process.argv: Electron's commandLine object lower-cases values since 36. */
export function readCommandLine(argv: readonly string[], cwd: string): CommandLine {
  const prefix = '--user-data-dir=';
  const given = argv.findLast((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? '';
  return { userData: given === '' ? null : resolve(cwd, given), smoke: argv.includes('--smoke'), background: argv.includes('--background') };
}
