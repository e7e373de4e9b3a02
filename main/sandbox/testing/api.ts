export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; an empty object when it is no JSON. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** One API request with a Bearer token. A body is sent as JSON. */
export async function call(
  origin: string,
  token: string,
  path: string,
  options: { readonly method?: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<ApiAnswer> {
  const answer = await fetch(origin + path, {
    method: options.method ?? 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...options.headers },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, body: parse(text) };
}

/** `items` of a list answer. */
export function itemsOf(answer: ApiAnswer): readonly Readonly<Record<string, unknown>>[] {
  const { items } = answer.body;
  if (!Array.isArray(items)) throw new Error(`no items in ${String(answer.status)} ${answer.text.slice(0, 300)}`);
  return items as readonly Record<string, unknown>[];
}

/** `error.errors[0].reason` of an error answer. */
export function reasonOf(answer: ApiAnswer): string | undefined {
  const { error } = answer.body as { readonly error?: { readonly errors?: readonly { readonly reason: string }[] } };
  return error?.errors?.[0]?.reason;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
