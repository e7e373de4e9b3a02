import { describe, expect, it } from 'vitest';
import { headerMeaning, tellingHeaders } from './telling-headers.ts';

describe('the headers of an answer', () => {
  it('are those that tell something, in one order, each with its meaning', () => {
    const told = tellingHeaders(new Headers({ 'X-Goog-Hash': 'crc32c=a', 'X-RateLimit-Remaining': '3', ETag: '"1"', 'Content-Type': 'application/json', Location: 'https://www.googleapis.com/x', Server: 'ESF', 'Content-Length': '2' }));
    expect(told).toEqual([
      ['content-type', 'application/json'],
      ['etag', '"1"'],
      ['location', 'https://www.googleapis.com/x'],
      ['x-ratelimit-remaining', '3'],
      ['x-goog-hash', 'crc32c=a'],
    ]);
    for (const [name] of told) expect(headerMeaning(name), name).toMatch(/^[A-Z][^.]+\.$/);
    expect(headerMeaning('server')).toBe('');
  });

  it.each(['set-cookie', 'authorization', 'x-goog-api-key', 'x-goog-iam-authorization-token', 'x-goog-upload-url', 'x-goog-session-id', 'x-goog-signature', 'x-goog-authenticated-user-id'])('never hold %s', (name) => {
    const headers = new Map([[name, 'secret']]);
    expect(tellingHeaders({ get: (of) => headers.get(of) ?? null, keys: () => new Headers([...headers]).keys() })).toEqual([]);
  });

  it('are few, however many a server sends', () => {
    const many = new Headers(Array.from({ length: 500 }, (_, at) => [`x-goog-${at}`, 'x'.repeat(5000)] as [string, string]));
    expect(tellingHeaders(many)).toHaveLength(20);
  });
});
