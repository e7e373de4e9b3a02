import { get } from 'node:http';
import { redirect, type Reply } from '../http/reply.ts';
import type { World } from '../world.ts';
import type { AuthorizationRequest } from './check-request.ts';
import { isLoopback } from './redirect-uri.ts';

/** RFC 9207; exactly what Google sends, so that the app's check is one rule for both. */
const issuer = 'https://accounts.google.com';

/** Back to the client's redirect URI with state, iss and these parameters, as query (RFC 6749 §4.1.2). */
export async function redirectBack(
  world: World,
  request: AuthorizationRequest,
  parameters: Readonly<Record<string, string>>,
  status: 302 | 303 = 302,
): Promise<Reply> {
  const url = new URL(request.redirectUri);
  const { wrongState, wrongIss, faviconFirst } = world.faults;
  if (wrongState) url.searchParams.append('state', `${request.state ?? ''}-from-another-attempt`);
  else if (request.state !== null) url.searchParams.append('state', request.state);
  url.searchParams.append('iss', wrongIss ? 'https://accounts.elsewhere.example' : issuer);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  if (faviconFirst && isLoopback(request.redirectUri)) await askForIcon(url.origin);
  return redirect(url.href, status);
}

/** Whatever the receiver answers is fine: the point is that it keeps waiting. */
function askForIcon(origin: string): Promise<void> {
  return new Promise((resolve) => {
    const asking = get(`${origin}/favicon.ico`, { timeout: 1000 }, (answer) => {
      answer.resume();
      answer.on('close', resolve);
    });
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => {
      resolve();
    });
  });
}
