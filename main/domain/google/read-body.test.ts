import { describe, expect, it } from 'vitest';
import { MAX_BODY_BYTES, readBody } from './read-body.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
function streamed(...chunks: readonly (Uint8Array | Error)[]): ReadableStream {
  const left = [...chunks];
  return new ReadableStream({
    pull: (stream) => {
      const next = left.shift();
      if (next === undefined) stream.close();
      else if (next instanceof Error) stream.error(next);
      else stream.enqueue(next);
    },
  });
}

describe('readBody', () => {
  it('reads to the end', async () => {
    expect(await readBody(new Response('{"a":1}'))).toEqual({ text: '{"a":1}', bytes: 7, truncated: false, cutOff: false });
    expect(await readBody(new Response(null))).toEqual({ text: '', bytes: 0, truncated: false, cutOff: false });
  });

  it('puts characters together that arrive in pieces', async () => {
    const euro = bytes('€uro');
    expect(await readBody(new Response(streamed(euro.subarray(0, 1), euro.subarray(1))))).toMatchObject({ text: '€uro', bytes: 6 });
  });

  it('stops at the limit', async () => {
    expect(await readBody(new Response(streamed(bytes('abc'), bytes('defg'), bytes('never'))), 5)).toEqual({ text: 'abcde', bytes: 5, truncated: true, cutOff: false });
    expect(await readBody(new Response('abcde'), 5)).toMatchObject({ truncated: false });
    expect((await readBody(new Response('x'.repeat(MAX_BODY_BYTES + 1)))).truncated).toBe(true);
  });

  it('marks a body that breaks off, and keeps what came', async () => {
    expect(await readBody(new Response(streamed(bytes('{"a"'), new Error('net::ERR_CONNECTION_RESET'))))).toEqual({ text: '{"a"', bytes: 4, truncated: false, cutOff: true });
  });

  it('marks a body shorter than promised, unless it was compressed', async () => {
    expect((await readBody(new Response('abc', { headers: { 'content-length': '9' } }))).cutOff).toBe(true);
    expect((await readBody(new Response('abc', { headers: { 'content-length': '3' } }))).cutOff).toBe(false);
    expect((await readBody(new Response('abc', { headers: { 'content-length': '9', 'content-encoding': 'gzip' } }))).cutOff).toBe(false);
  });
});
