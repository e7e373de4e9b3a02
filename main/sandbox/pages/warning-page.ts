import type { Reply } from '../http/reply.ts';
import { buttons } from './buttons.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';

/** Heading `This app has not been verified`; buttons `Continue` and `Cancel`. */
export function warningPage(options: { readonly id: string; readonly redirectUri: string; readonly project: string }): Reply {
  return page({
    title: 'This app has not been verified',
    redirectUri: options.redirectUri,
    content: html`<p><strong>${options.project}</strong> asks for sensitive data, and nobody has reviewed it yet.</p>
<p class="note">At Google this page is shown for every unverified app that asks for sensitive or restricted scopes. Go on only if you made
the app or trust who did.</p>
<form method="post" action="/signin/oauth/warning">
<input type="hidden" name="transaction" value="${options.id}">
${buttons}
</form>`,
  });
}
