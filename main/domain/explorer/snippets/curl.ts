import type { BuiltRequest } from '../build-request.ts';

/** @param token literal text for the header, or null for the shell variable */
export function curlSnippet({ method, url, body }: BuiltRequest, token: string | null): string {
  const lines = [
    // Without it curl takes brackets and braces in an address for patterns.
    `curl --globoff --request ${method} \\`,
    `  --url ${quoted(url)} \\`,
    token === null ? `  --header "Authorization: Bearer $GRANTDESK_TOKEN" \\` : `  --header ${quoted(`Authorization: Bearer ${token}`)} \\`,
    `  --header 'Accept: application/json'`,
  ];
  // Google answers 411 to a write without a length, and curl sends none by itself.
  if (body === null) return `${lines.join('\n')}${method === 'GET' || method === 'DELETE' ? '' : ` \\\n  --header 'Content-Length: 0'`}\n`;
  return `${lines.join('\n')} \\\n  --header 'Content-Type: application/json; charset=utf-8' \\\n  --data-raw ${quoted(body)}\n`;
}

/** For a POSIX shell: nothing is special inside single quotes but the quote itself. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
