import type { Problem } from '../domain/shared/fault.ts';
import type { ScriptAccount, ScriptAnswer, ScriptRequest } from '../domain/scripting/script-request.ts';
import { EXIT } from './exit-codes.ts';

export interface Printed {
  readonly out: string;
  /** Lines for standard error. */
  readonly notes: readonly string[];
  readonly code: number;
}

/** What the command prints. @param terminal whether standard output is one */
export function printed(answer: ScriptAnswer, verb: ScriptRequest['verb'], output: 'usual' | 'json' | 'table', terminal: boolean): Printed {
  switch (answer.verb) {
    case 'list': {
      const table = output === 'table' || (output === 'usual' && terminal);
      return done(table ? tableOf(answer.accounts) : json({ accounts: answer.accounts }));
    }
    case 'token': {
      const notes = answer.left.length === 0 ? [] : [`grantdesk: not allowed, so not in this token: ${answer.left.join(', ')}`];
      return { ...done(tokenText(answer, verb, output)), notes };
    }
    case 'call':
      return {
        out: answer.body === '' || answer.body.endsWith('\n') ? answer.body : `${answer.body}\n`,
        notes: [
          ...(answer.problem === null ? [] : problemLines(answer.problem, output === 'json')),
          ...(answer.truncated ? ['grantdesk: the answer was longer than Grantdesk keeps, and is cut off'] : []),
          ...(answer.morePages ? ['grantdesk: there are more pages; --all-pages follows them'] : []),
        ],
        code: answer.problem === null ? EXIT.ok : answer.status === null ? EXIT.offline : EXIT.api,
      };
  }
}

export function problemLines({ code, message, hint }: Problem, asJson: boolean): readonly string[] {
  if (asJson) return [JSON.stringify({ error: { code, message, hint } })];
  return [`grantdesk: ${message}`, ...(hint === null ? [] : [`  ${hint}`])];
}

function tokenText(answer: Extract<ScriptAnswer, { verb: 'token' }>, verb: ScriptRequest['verb'], output: string): string {
  const header = `Authorization: Bearer ${answer.token}`;
  if (output !== 'json') return verb === 'header' ? `${header}\n` : `${answer.token}\n`;
  const { account, clientId, scopes, expiresAt } = answer;
  const facts = { account, clientId, scopes, expiresAt: new Date(expiresAt).toISOString() };
  return json(verb === 'header' ? { ...facts, header } : { ...facts, tokenType: 'Bearer', accessToken: answer.token });
}

function tableOf(accounts: readonly ScriptAccount[]): string {
  const rows = [['ACCOUNT', 'CLIENT', 'STATE', 'SCOPES'], ...accounts.map(({ account, client, state, scopes }) => [account, client, state, scopes.join(' ')])];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()}\n`).join('');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function done(out: string): Printed {
  return { out, notes: [], code: EXIT.ok };
}
