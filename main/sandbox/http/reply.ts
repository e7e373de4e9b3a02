/** What an endpoint answers with; the server writes it out. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Promise the whole body, send half of it, then drop the connection. */
  readonly cut?: boolean;
  /** Milliseconds to wait before answering. */
  readonly delayMs?: number;
}

/** JSON that no cache may keep (RFC 6749 §5.1). */
export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', pragma: 'no-cache', ...headers },
    body: `${JSON.stringify(value, null, 2)}\n`,
  };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'cache-control': 'no-store', ...headers }, body: '' };
}

/** A redirect that turns a form post into a GET (303) or keeps a GET (302). */
export function redirect(location: string, status: 302 | 303 = 302): Reply {
  return empty(status, { location, 'referrer-policy': 'no-referrer' });
}

/** Text of any type, for answers that are neither JSON nor a page of ours. */
export function text(status: number, type: string, body: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, headers: { 'content-type': type, 'cache-control': 'no-store', ...headers }, body };
}

/** The HTML that a failing front end answers with instead of JSON. */
export function brokenFrontEnd(status: number): Reply {
  const title = `Error ${String(status)} (practice server)`;
  return text(status, 'text/html; charset=utf-8', `<!doctype html>\n<html lang="en"><title>${title}</title><h1>${title}</h1><p>Try again later.</p></html>\n`);
}
