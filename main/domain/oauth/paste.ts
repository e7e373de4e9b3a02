import { fail, ok, type Outcome } from '../shared/fault.ts';
import { isAtRedirectUri } from './redirect.ts';

const COPY_ALL = 'Copy the whole address from the address bar of the page you ended on after consent.';

/**
 * Makes one whole address of what a person pasted: the full address, one whose `http://` the browser hid, or only `code=…&state=…`.
 * Line breaks, blanks, quotes and `&amp;` from mails and terminals are taken out.
 * @returns the address, still to be checked by checkRedirect; or one sentence that says what to paste instead
 */
export function readPastedAddress(pasted: string, redirectUri: string): Outcome<string> {
  const text = pasted
    .replace(/[\s\u200b\ufeff]+/g, '')
    .replace(/^[<"'`“”‘’]+|[>"'`“”‘’]+$/g, '')
    .replaceAll('&amp;', '&');
  if (text === '') return fail('paste-empty', 'Nothing was pasted.', COPY_ALL);
  const address = complete(text, new URL(redirectUri));
  if (address === null) {
    return text.includes('=')
      ? fail('paste-incomplete', 'The pasted text is not a whole address: it needs both code and state.', COPY_ALL)
      : fail('paste-not-an-address', 'The pasted text is not an address.', COPY_ALL);
  }
  if (!isAtRedirectUri(address, redirectUri)) {
    const at = new URL(redirectUri);
    return fail(
      'paste-elsewhere',
      'This is the address of another page, not of the page that Google sends you to after consent.',
      `Finish consent first; the right address starts with ${at.origin}${at.pathname}.`,
    );
  }
  return ok(address);
}

function complete(text: string, redirect: URL): string | null {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return URL.canParse(text) ? text : null;
  if (text.startsWith(redirect.host)) return `${redirect.protocol}//${text}`;
  const query = new URLSearchParams(text.replace(/^[^?]*\?/, ''));
  if (!query.has('state') || !(query.has('code') || query.has('error'))) return null;
  const at = new URL(redirect.pathname, redirect.origin);
  at.search = query.toString();
  return at.href;
}

/** What to tell somebody whose pasted address was understood but is not the answer to this attempt. */
export function explainPasted(problemCode: string): Outcome<never> {
  switch (problemCode) {
    case 'redirect-state-wrong':
      return fail('paste-other-attempt', 'This address belongs to another attempt.', 'Copy the link of this attempt, open it, and paste the address you end on.');
    case 'redirect-issuer-wrong':
      return fail('paste-other-issuer', 'This address does not come from Google.', 'Copy the link of this attempt, open it, and paste the address you end on.');
    default:
      return fail('paste-incomplete', 'The pasted address is cut or damaged: code or state is missing or doubled.', COPY_ALL);
  }
}
