/** More than any answer of the two APIs; keeps a runaway answer from filling memory. */
export const MAX_BODY_BYTES = 10 * 1024 * 1024;

export interface ReadBody {
  readonly text: string;
  readonly bytes: number;
  /** We stopped at the limit. */
  readonly truncated: boolean;
  /** The other side stopped before the end. */
  readonly cutOff: boolean;
}

/**
 * Reads a body as UTF-8 up to a limit. A body that breaks off is returned as far as it came, and marked.
 * @param limit bytes, after decompression
 */
export async function readBody(response: Response, limit = MAX_BODY_BYTES): Promise<ReadBody> {
  if (response.body === null) return { text: '', bytes: 0, truncated: false, cutOff: false };
  const reader = response.body.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder();
  const pieces: string[] = [];
  let bytes = 0;
  for (;;) {
    const chunk = await reader.read().catch(() => 'broken' as const);
    if (chunk === 'broken') return { text: pieces.join('') + decoder.decode(), bytes, truncated: false, cutOff: true };
    if (chunk.done) break;
    const room = limit - bytes;
    if (chunk.value.byteLength > room) {
      pieces.push(decoder.decode(chunk.value.subarray(0, room), { stream: true }));
      // The stream is of no use any more; that it cannot be closed changes nothing for the caller.
      reader.cancel().catch(() => undefined);
      return { text: pieces.join(''), bytes: limit, truncated: true, cutOff: false };
    }
    bytes += chunk.value.byteLength;
    pieces.push(decoder.decode(chunk.value, { stream: true }));
  }
  return { text: pieces.join('') + decoder.decode(), bytes, truncated: false, cutOff: bytes < promisedBytes(response) };
}

/** Content-Length where it tells the size of what we see; a compressed body is counted on the wire. */
function promisedBytes(response: Response): number {
  if (response.headers.has('content-encoding')) return 0;
  const length = response.headers.get('content-length');
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : 0;
}
