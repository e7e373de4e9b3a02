import { randomText } from '../state/secrets.ts';
import type { Reply } from '../http/reply.ts';
import { html, type Markup } from './markup.ts';
import { styles } from './styles.ts';

export interface Page {
  /** The one h1, also in the title. */
  readonly title: string;
  readonly content: Markup;
  /** Where a form post may end up; form-action also covers the redirect after it. */
  readonly redirectUri?: string;
  readonly status?: number;
}

/** A whole page: practice strip, card, no script, no other origin, no frames, kept by no cache. */
export function page(options: Page): Reply {
  const nonce = randomText(16);
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${options.title} · Practice sign-in</title>
<style nonce="${nonce}">${styles}</style>
</head>
<body>
<header class="strip"><p><strong>Practice sign-in</strong> <span>These people and data are made up. Nothing here reaches Google.</span></p></header>
<main>
<div class="card">
${mark}
<h1>${options.title}</h1>
${options.content}
</div>
</main>
<footer><p>Grantdesk sandbox, running on this computer only</p></footer>
</body>
</html>
`;
  return {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; style-src 'nonce-${nonce}'; form-action ${formTargets(options.redirectUri)}; base-uri 'none'; frame-ancestors 'none'`,
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    },
    body: document.text,
  };
}

/** The product's own mark: an open ring with a keyhole. */
const mark = html`<svg class="mark" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true" focusable="false">
<path d="M35.3 12.7A16 16 0 1 0 40 24" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round"/>
<path d="M24 18a4 4 0 0 1 1.8 7.6L27 32h-6l1.2-6.4A4 4 0 0 1 24 18z" fill="currentColor"/>
</svg>`;

function formTargets(redirectUri: string | undefined): string {
  if (redirectUri === undefined) return "'self'";
  const url = new URL(redirectUri);
  // A CSP source cannot name an IPv6 address.
  return `'self' ${url.hostname.startsWith('[') ? url.protocol : url.origin}`;
}
