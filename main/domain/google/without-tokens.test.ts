import { describe, expect, it } from 'vitest';
import type { ResponseParts } from './exchange.ts';
import { withoutTokens } from './without-tokens.ts';

const token = 'ya29.a0-Secret_token';
const parts: ResponseParts = { status: 400, contentType: null, challenge: null, retryAfter: null, body: '', bytes: 0, truncated: false, cutOff: false };
const shown = (change: Partial<ResponseParts>): string => JSON.stringify(withoutTokens({ ...parts, ...change }, [token]));

describe('a response that repeats the token', () => {
  it.each<readonly [string, Partial<ResponseParts>]>([
    ['in its body', { body: `{"error":"bad ${token}"}` }],
    ['in text that is no JSON', { body: `<p>${token}\\</p>` }],
    ['in its content type', { contentType: `text/${token}` }],
    ['in its challenge', { challenge: `Bearer error="${token}"` }],
  ])('is shown without it: %s', (_name, change) => {
    expect(shown(change)).not.toContain(token);
    expect(shown(change)).toContain('…redacted');
  });

  it('is shown without it where JSON spells it in escapes', () => {
    const spelled = [...token].map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
    const { body } = withoutTokens({ ...parts, body: `{"error":{"message":"${spelled}","${spelled}":1}}` }, [token]);
    expect(JSON.stringify(JSON.parse(body))).not.toContain(token);
    expect(JSON.parse(body)).toEqual({ error: { message: '…redacted', '…redacted': 1 } });
  });

  it('leaves every other body as it came', () => {
    const body = '{ "a": "line\\nbreak \\u00e9" }';
    expect(withoutTokens({ ...parts, body }, [token]).body).toBe(body);
  });

  it('is shown without any part of it where a long header is cut in the middle of it', () => {
    const { headers } = withoutTokens({ ...parts, headers: [['x-goog-echo', `${'x'.repeat(1995)}${token}${'y'.repeat(50)}`]] }, [token]);
    expect(headers?.[0]?.[1]).toMatch(/^x{1995}…reda$/);
  });
});
