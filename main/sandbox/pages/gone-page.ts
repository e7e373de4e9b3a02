import type { Reply } from '../http/reply.ts';
import { page } from './layout.ts';
import { html } from './markup.ts';

/** Heading `This step is over`: the form was answered already, ran out, or was never ours. */
export function gonePage(): Reply {
  return page({
    status: 400,
    title: 'This step is over',
    content: html`<p>It was answered already, or it waited too long. Start again from the app.</p>`,
  });
}
