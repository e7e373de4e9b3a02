import { appHost } from './app-origin.ts';
import type { Asset, AssetMap } from './asset-map.ts';

export type AssetAnswer = { readonly status: 200; readonly asset: Asset } | { readonly status: 404 | 405 };

/** What a request under `app:` gets. `app://other/…` reaches the same handler, so the host is checked here. */
export function answerFor(request: { readonly method: string; readonly url: string }, assets: AssetMap): AssetAnswer {
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405 };
  if (!URL.canParse(request.url)) return { status: 404 };
  const url = new URL(request.url);
  const asset = url.host === appHost ? assets.get(url.pathname) : undefined;
  return asset === undefined ? { status: 404 } : { status: 200, asset };
}

/** Puts the nonce where the UI looks for it: `<meta name="csp-nonce" content="…">`. */
export function withNonce(html: string, nonce: string): string {
  return html.replace(/(<meta\s+name="csp-nonce"\s+content=")[^"]*(")/, `$1${nonce}$2`);
}
