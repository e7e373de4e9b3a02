import type { BuiltRequest } from '../build-request.ts';

/** How the `grantdesk` command is asked for a token when the snippet runs. */
export interface TokenAsk {
  /** As it is called in a terminal: a name, or a path ready to paste. */
  readonly command: string;
  readonly account: string;
  /** Short name; null: all that is allowed. */
  readonly scope: string | null;
}

/**
 * @param token literal text for the header; null: the command is asked for it
 * @param ask null where nobody is known to ask for: then a shell variable
 */
export function curlSnippet({ method, url, body }: BuiltRequest, token: string | null, ask: TokenAsk | null): string {
  const lines = [
    // Without it curl takes brackets and braces in an address for patterns.
    `curl --globoff --request ${method} \\`,
    `  --url ${quoted(url)} \\`,
    token === null ? `  --header "Authorization: Bearer ${ask === null ? '$GRANTDESK_TOKEN' : asked(ask)}" \\` : `  --header ${quoted(`Authorization: Bearer ${token}`)} \\`,
    `  --header 'Accept: application/json'`,
  ];
  // Google answers 411 to a write without a length, and curl sends none by itself.
  if (body === null) return `${lines.join('\n')}${method === 'GET' || method === 'DELETE' ? '' : ` \\\n  --header 'Content-Length: 0'`}\n`;
  return `${lines.join('\n')} \\\n  --header 'Content-Type: application/json; charset=utf-8' \\\n  --data-raw ${quoted(body)}\n`;
}

function asked({ command, account, scope }: TokenAsk): string {
  return `$(${command} token ${shellWord(account)}${scope === null ? '' : ` --scopes ${shellWord(scope)}`})`;
}

/** For a POSIX shell: as it is where that is safe, quoted elsewhere. */
export function shellWord(text: string): string {
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : quoted(text);
}

/** For a POSIX shell: nothing is special inside single quotes but the quote itself. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
