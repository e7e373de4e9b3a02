import type { IncomingMessage } from 'node:http';

const bodyLimit = 1024 * 1024;

/** One request, read completely. */
export interface Call {
  readonly method: string;
  /** As sent, percent-encoding untouched. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  /** A header's value, or undefined. Names are lower case. */
  readonly header: (name: string) => string | undefined;
}

/** Reads a request whole. Rejects with code 'too-large' over 1 MiB and with 'bad-target' when the target is no path. */
export async function readCall(request: IncomingMessage): Promise<Call> {
  const target = request.url ?? '';
  if (!target.startsWith('/')) throw new CallError('bad-target');
  const url = new URL(`http://sandbox.invalid${target}`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyLimit) throw new CallError('too-large');
    chunks.push(chunk);
  }
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    body: Buffer.concat(chunks).toString('utf8'),
    header: (name) => {
      const value = request.headers[name];
      return Array.isArray(value) ? value.join(', ') : value;
    },
  };
}

export class CallError extends Error {
  readonly code: 'too-large' | 'bad-target';

  constructor(code: 'too-large' | 'bad-target') {
    super(code);
    this.code = code;
  }
}

/** The body as form fields, or undefined when it is not application/x-www-form-urlencoded. */
export function formOf(call: Call): URLSearchParams | undefined {
  const type = call.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/x-www-form-urlencoded' ? new URLSearchParams(call.body) : undefined;
}

/** The body as a JSON object, or undefined when it is none. */
export function jsonObjectOf(call: Call): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(call.body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
