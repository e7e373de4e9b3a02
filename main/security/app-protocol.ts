import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Protocol } from 'electron';
import { answerFor, withNonce } from './asset-request.ts';
import type { Asset, AssetMap } from './asset-map.ts';
import { appScheme } from './app-origin.ts';
import { contentPolicy, hardHeaders } from './csp.ts';

/** Makes `app:` a secure standard scheme with an origin of its own. Must run before `ready`. */
export function registerAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built UI under `app://bundle`, and nothing else. */
export function serveApp(protocol: Protocol, assets: AssetMap): void {
  protocol.handle(appScheme, async (request) => {
    const answer = answerFor(request, assets);
    if (answer.status !== 200) return new Response(null, { status: answer.status, headers: hardHeaders });
    return await respond(answer.asset);
  });
}

async function respond(asset: Asset): Promise<Response> {
  const headers: Record<string, string> = { ...hardHeaders, 'Content-Type': asset.contentType };
  if (!asset.contentType.startsWith('text/html')) return new Response(await readFile(asset.file), { headers });
  const nonce = randomBytes(18).toString('base64');
  headers['Content-Security-Policy'] = contentPolicy(nonce);
  headers['Cache-Control'] = 'no-store';
  return new Response(withNonce(await readFile(asset.file, 'utf8'), nonce), { headers });
}
