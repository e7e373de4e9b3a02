import type { BuiltRequest } from '../build-request.ts';

/** With google-auth-library. @param token literal text, or null for the environment variable */
export function nodeSnippet({ method, url, body }: BuiltRequest, token: string | null): string {
  const value = token === null ? 'process.env.GRANTDESK_TOKEN' : JSON.stringify(token);
  const data = body === null ? '' : `  headers: { 'Content-Type': 'application/json; charset=utf-8' },\n  data: ${JSON.stringify(body)},\n`;
  return `import { OAuth2Client } from 'google-auth-library';

const client = new OAuth2Client();
client.setCredentials({ access_token: ${value} });

const response = await client.request({
  method: ${JSON.stringify(method)},
  url: ${JSON.stringify(url)},
${data}});
console.log(response.status, response.data);
`;
}
