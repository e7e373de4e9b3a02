import type { BuiltRequest } from '../build-request.ts';

/** With google-auth. @param token literal text, or null for the environment variable */
export function pythonSnippet({ method, url, body }: BuiltRequest, token: string | null): string {
  const value = token === null ? 'os.environ["GRANTDESK_TOKEN"]' : literal(token);
  const data = body === null ? '' : `    data=${literal(body)}.encode("utf-8"),\n    headers={"Content-Type": "application/json; charset=utf-8"},\n`;
  return `${token === null ? 'import os\n\n' : ''}from google.auth.transport.requests import AuthorizedSession
from google.oauth2.credentials import Credentials

session = AuthorizedSession(Credentials(token=${value}))
response = session.request(
    ${literal(method)},
    ${literal(url)},
${data})
print(response.status_code, response.text)
`;
}

/** A JSON text is a Python text too: both know the same escapes, and JSON.stringify writes no others. */
function literal(text: string): string {
  return JSON.stringify(text);
}
