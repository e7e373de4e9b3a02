import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { redact } from '../domain/shared/redact.ts';

export interface Log {
  /** Its path. */
  readonly file: string;
  info(text: string): void;
  /** Name, message and stack, redacted. */
  error(what: string, error: unknown): void;
}

/** What is known of an error, as text. Causes are followed, three deep. */
export function errorText(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined || depth === 3 ? own : `${own}\ncaused by ${errorText(error.cause, depth + 1)}`;
}

/**
 * The log file `<userData>/logs/main.log`, 0600; every line passes the redactor. (Not `electron-log/main`: that one
 * takes log lines from any page over IPC.)
 * @param echo also on stderr, for developers
 */
export function openLog(userData: string, echo: boolean): Log {
  const logger = electronLog.create({ logId: 'grantdesk' });
  const file = join(userData, 'logs', 'main.log');
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  logger.transports.console.level = echo ? 'warn' : false;
  return {
    file,
    info: (text) => logger.info(redact(text)),
    error: (what, error) => logger.error(redact(`${what}: ${errorText(error)}`)),
  };
}
