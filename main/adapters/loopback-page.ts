import { createHash } from 'node:crypto';

export interface Page {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

const style =
  'html{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:34rem;margin:18vh auto;padding:0 1.5rem}h1{font-size:1.375rem;margin:0 0 .5rem}p{margin:0}';
/** Takes the code out of the address bar and the history entry. */
const script = "history.replaceState(null,'',location.pathname)";

function sha256(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Content-Security-Policy': `default-src 'none'; style-src ${sha256(style)}; script-src ${sha256(script)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
};

function page(title: string, text: string): Page {
  const html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    `<style>${style}</style></head><body><main><h1>${title}</h1><p>${text}</p></main><script>${script}</script></body></html>\n`;
  return { html, headers };
}

/** What the browser shows once the answer belongs to the attempt. */
export const acceptedPage = page('You can close this tab', 'Grantdesk has Google’s answer. Go back to the app to see what was granted.');

/** What it shows for an answer that does not: the attempt goes on. */
export const ignoredPage = page(
  'Grantdesk is still waiting',
  'This answer does not belong to the request in progress. Finish the page that Grantdesk opened last, or start again in the app.',
);
