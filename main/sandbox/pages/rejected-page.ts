import type { Reply } from '../http/reply.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';

/** Heading `Sign-in is not possible here`: the refusal that app windows meet at Google. */
export function rejectedPage(): Reply {
  return page({
    title: 'Sign-in is not possible here',
    content: html`<p class="note bad" role="alert">This window belongs to an app, and this account may only sign in with a browser.</p>
<p>Nothing was granted. Go back to the app and continue in the system browser.</p>`,
  });
}
