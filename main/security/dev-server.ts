import { net, type Protocol } from 'electron';
import { appHost, appScheme } from './app-origin.ts';
import { hardHeaders } from './csp.ts';

/**
 * The bundler's server of a `npm run dev`, from the variable that it sets; null in a package and for anything not on this computer.
 */
export function devServerOrigin(address: string | undefined, packaged: boolean): string | null {
  if (packaged || address === undefined || !URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) ? url.origin : null;
}

/**
 * Serves the UI through the bundler's server, under the same `app://bundle` as ever, so that nothing else differs. Hot
 * reload needs inline scripts, inline styles and a socket to the server; a built app has neither these nor this handler.
 */
export function serveFromDevServer(protocol: Protocol, origin: string): void {
  const policy = [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self' ${origin} ${origin.replace(/^http/, 'ws')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  protocol.handle(appScheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== appHost || request.method !== 'GET') return new Response(null, { status: 404, headers: hardHeaders });
    const answer = await net.fetch(`${origin}${url.pathname}${url.search}`);
    const contentType = answer.headers.get('content-type') ?? 'application/octet-stream';
    return new Response(answer.body, {
      status: answer.status,
      headers: { ...hardHeaders, 'Content-Type': contentType, 'Content-Security-Policy': policy, 'Cache-Control': 'no-store' },
    });
  });
}
