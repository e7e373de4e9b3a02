import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Outcome } from '../domain/shared/fault.ts';

/** Bytes of a body; the app takes as many characters. */
const LONGEST = 1_000_000;

/** @param from a path, or `-` for standard input */
export async function readBody(from: string, cwd: string, input: AsyncIterable<Uint8Array>): Promise<Outcome<string>> {
  try {
    const bytes = from === '-' ? await drained(input) : await readFile(resolve(cwd, from));
    if (bytes.length > LONGEST) return fail('bad-request', 'The body is longer than a million bytes.');
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const why = error instanceof TypeError ? 'it is not UTF-8 text' : ((error as NodeJS.ErrnoException).code ?? 'it cannot be read');
    return fail('bad-request', `The body was not read from ${from === '-' ? 'standard input' : from}: ${why}.`);
  }
}

async function drained(input: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > LONGEST) break;
  }
  return Buffer.concat(chunks);
}
