import { describe, expect, it } from 'vitest';
import { explainPasted, readPastedAddress } from './paste.ts';

const at = 'http://127.0.0.1:49217/cb/abc';
const whole = `${at}?state=s&code=4/0Axyz`;
const read = (pasted: string, redirectUri = at): string => {
  const result = readPastedAddress(pasted, redirectUri);
  if (!result.ok) return result.error.code;
  const url = new URL(result.value);
  return `${url.origin}${url.pathname} state=${url.searchParams.get('state')} code=${url.searchParams.get('code')}`;
};
const right = `${at} state=s code=4/0Axyz`;

describe('a pasted address', () => {
  it.each([
    ['the whole address', whole],
    ['with blanks and line breaks of a terminal', `  ${whole.slice(0, 20)}\r\n   ${whole.slice(20)} \n`],
    ['in quotes', `"${whole}"`],
    ['in typographic quotes', `“${whole}”`],
    ['in angle brackets', `<${whole}>`],
    ['out of HTML', whole.replaceAll('&', '&amp;')],
    ['without the scheme that browsers hide', whole.replace('http://', '')],
    ['only the query', 'code=4/0Axyz&state=s'],
    ['only the query, with its question mark', '?state=s&code=4%2F0Axyz'],
  ])('is understood: %s', (_what, pasted) => expect(read(pasted)).toBe(right));

  it('may be an error', () => {
    const result = readPastedAddress('error=access_denied&state=s', at);
    expect(result).toEqual({ ok: true, value: `${at}?error=access_denied&state=s` });
  });

  it('goes to a foreign redirect address as well', () => {
    expect(read('http://example.com/auth_return?state=s&code=4/0Axyz', 'http://example.com/auth_return')).toBe(
      'http://example.com/auth_return state=s code=4/0Axyz',
    );
  });

  it.each([
    ['   \n', 'paste-empty'],
    ['4/0Axyz', 'paste-not-an-address'],
    ['hello there', 'paste-not-an-address'],
    ['code=4/0Axyz', 'paste-incomplete'],
    ['state=s', 'paste-incomplete'],
    ['http://[', 'paste-not-an-address'],
    ['https://accounts.google.com/o/oauth2/v2/auth?state=s&client_id=x', 'paste-elsewhere'],
    ['http://127.0.0.1:1/cb/abc?state=s&code=x', 'paste-elsewhere'],
    ['https://evil.example/cb/abc?state=s&code=x', 'paste-elsewhere'],
  ])('is refused with a sentence: %s', (pasted, code) => expect(read(pasted)).toBe(code));

  it('is never repeated in the sentence', () => {
    for (const pasted of ['code=SECRET', 'SECRET', 'https://evil.example/SECRET?code=SECRET', 'http://127.0.0.1:1/?code=SECRET&state=SECRET']) {
      expect(JSON.stringify(readPastedAddress(pasted, at))).not.toContain('SECRET');
    }
  });

  it('that is not the answer is explained', () => {
    const codes = ['redirect-state-wrong', 'redirect-issuer-wrong', 'redirect-doubled', 'redirect-empty'].map((code) => {
      const result = explainPasted(code);
      return result.ok ? '' : result.error.code;
    });
    expect(codes).toEqual(['paste-other-attempt', 'paste-other-issuer', 'paste-incomplete', 'paste-incomplete']);
  });
});
