import { errorPageStatus } from '../auth/auth-error.ts';
import type { ErrorPageCode } from '../faults.ts';
import type { Reply } from '../http/reply.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';

/** Heading `Access blocked`; names code and status. Nobody is redirected from here. */
export function errorPage(error: { readonly code: ErrorPageCode; readonly message: string } | undefined): Reply {
  return page({
    title: 'Access blocked',
    content:
      error === undefined
        ? html`<p class="note bad" role="alert">The reason could not be read.</p>`
        : html`<p class="note bad" role="alert">Error ${errorPageStatus[error.code]}: <code>${error.code}</code></p>
<p>${error.message}</p>
<p>At Google the app hears nothing of this either: the page stays here, so close the window or go back to the app.</p>`,
  });
}
