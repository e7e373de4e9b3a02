export interface SeenRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
  readonly form: URLSearchParams;
  readonly init: RequestInit;
}

export type Scripted = (request: SeenRequest) => Response | Promise<Response>;

/** Answers requests by path, and remembers them. A path without an answer is a network failure. */
export class ScriptedFetch {
  readonly seen: SeenRequest[] = [];
  readonly #answers = new Map<string, Scripted>();

  on(path: string, answer: Scripted): this {
    this.#answers.set(path, answer);
    return this;
  }

  /** Requests whose path is `path`. */
  to(path: string): readonly SeenRequest[] {
    return this.seen.filter((request) => new URL(request.url).pathname === path);
  }

  readonly fetch = async (url: string, init: RequestInit = {}): Promise<Response> => {
    const body = typeof init.body === 'string' ? init.body : '';
    const request = {
      url,
      method: init.method ?? 'GET',
      headers: new Headers(init.headers),
      body,
      form: new URLSearchParams(body),
      init,
    };
    this.seen.push(request);
    const answer = this.#answers.get(new URL(url).pathname);
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer(request);
  };
}

export function json(status: number, value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json; charset=UTF-8', ...headers } });
}

export function html(status: number): Response {
  return new Response('<!doctype html><title>Sorry</title>', { status, headers: { 'content-type': 'text/html' } });
}
