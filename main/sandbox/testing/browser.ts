/** A page as a person without JavaScript meets it. */
export interface Screen {
  readonly url: URL;
  readonly status: number;
  readonly html: string;
  readonly title: string;
  readonly headers: Headers;
}

export interface BrowserOptions {
  readonly userAgent?: string;
}

/** Follows redirects inside the sandbox, stops at the first address elsewhere, fills in and posts forms. */
export class Browser {
  readonly #origin: string;
  readonly #headers: Record<string, string>;

  constructor(origin: string, options: BrowserOptions = {}) {
    this.#origin = origin;
    this.#headers = { 'user-agent': options.userAgent ?? 'Mozilla/5.0 TestBrowser/1.0' };
  }

  /** A screen of the sandbox, or the URL of the redirect that leaves it. */
  open(target: string | URL): Promise<Screen | URL> {
    return this.#go(new URL(target, this.#origin), { method: 'GET' });
  }

  /** Posts the form on a screen: its hidden fields plus these. */
  submit(screen: Screen, fields: readonly (readonly [string, string])[]): Promise<Screen | URL> {
    const form = new URLSearchParams();
    for (const tag of screen.html.match(/<input type="hidden"[^>]*>/g) ?? []) {
      form.append(attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '');
    }
    for (const [name, value] of fields) form.append(name, value);
    const action = attribute(/<form[^>]*>/.exec(screen.html)?.[0] ?? '', 'action');
    if (action === undefined) throw new Error(`no form on "${screen.title}"`);
    return this.#go(new URL(action, this.#origin), {
      method: 'POST',
      body: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async #go(start: URL, request: RequestInit): Promise<Screen | URL> {
    let url = start;
    let next = request;
    for (let hops = 0; hops < 10; hops += 1) {
      const answer = await fetch(url, { ...next, headers: { ...this.#headers, ...next.headers }, redirect: 'manual' });
      const location = answer.headers.get('location');
      if (location === null) {
        const html = await answer.text();
        return { url, status: answer.status, html, title: /<h1>([^<]*)<\/h1>/.exec(html)?.[1] ?? '', headers: answer.headers };
      }
      url = new URL(location, url);
      if (url.origin !== this.#origin) return url;
      next = { method: 'GET' };
    }
    throw new Error('too many redirects');
  }
}

/** The screen, or a failure that says where it went instead. */
export function screen(value: Screen | URL): Screen {
  if (value instanceof URL) throw new Error(`left the sandbox for ${value.href}`);
  return value;
}

/** The redirect that left the sandbox, or a failure that says on which page it stayed. */
export function redirectOf(value: Screen | URL): URL {
  if (!(value instanceof URL)) throw new Error(`still on "${value.title}" (${String(value.status)}) at ${value.url.pathname}`);
  return value;
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1];
}
