import type { BuiltRequest } from '../build-request.ts';
import { sourceText } from '../../shared/source-text.ts';

/** With google-auth-library. @param token literal text, or null for the environment variable */
export function nodeSnippet({ method, url, body }: BuiltRequest, token: string | null): string {
  const value = token === null ? 'process.env.GRANTDESK_TOKEN' : sourceText(token);
  const data = body === null ? '' : `  headers: { 'Content-Type': 'application/json; charset=utf-8' },\n  data: ${sourceText(body)},\n`;
  return `import { OAuth2Client } from 'google-auth-library';

const client = new OAuth2Client();
client.setCredentials({ access_token: ${value} });

const response = await client.request({
  method: ${sourceText(method)},
  url: ${sourceText(url)},
${data}});
console.log(response.status, response.data);
`;
}
