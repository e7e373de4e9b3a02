import type { BuiltRequest } from '../build-request.ts';
import { sourceText } from '../../shared/source-text.ts';

/** With google-auth. @param token literal text, or null for the environment variable */
export function pythonSnippet({ method, url, body }: BuiltRequest, token: string | null): string {
  const value = token === null ? 'os.environ["GRANTDESK_TOKEN"]' : sourceText(token);
  const data = body === null ? '' : `    data=${sourceText(body)}.encode("utf-8"),\n    headers={"Content-Type": "application/json; charset=utf-8"},\n`;
  return `${token === null ? 'import os\n\n' : ''}from google.auth.transport.requests import AuthorizedSession
from google.oauth2.credentials import Credentials

session = AuthorizedSession(Credentials(token=${value}))
response = session.request(
    ${sourceText(method)},
    ${sourceText(url)},
${data})
print(response.status_code, response.text)
`;
}
