import { describe, expect, it } from 'vitest';
import { CATALOG, SCOPE } from '../authorizations/testing/samples.ts';
import { readScopeUrl } from './scope-url.ts';

const read = (typed: string) => readScopeUrl(typed, CATALOG.scopes);
const problem = (typed: string) => {
  const verdict = read(typed);
  return verdict.ok ? null : verdict.problem;
};

describe('readScopeUrl', () => {
  it('takes an address that is not on the list, and claims nothing about it', () => {
    const verdict = read(' https://www.googleapis.com/auth/tasks.readonly ');
    expect(verdict.ok && verdict.scope).toMatchObject({
      scope: 'https://www.googleapis.com/auth/tasks.readonly',
      shortName: 'tasks.readonly',
      product: 'Other',
      sensitivity: 'unknown',
    });
    const mail = read('https://mail.google.com/');
    expect(mail.ok && mail.scope.shortName).toBe('mail.google.com');
  });

  it('finds a listed scope by address or short name', () => {
    expect(read(SCOPE.events.scope)).toEqual({ ok: true, scope: SCOPE.events });
    expect(read('drive.file')).toEqual({ ok: true, scope: SCOPE.file });
    expect(read('openid')).toEqual({ ok: true, scope: SCOPE.openid });
  });

  it.each([
    ['', 'Type the address of a scope'],
    ['a b', 'one scope at a time'],
    ['calendar.nothing', 'No scope on the list is called that'],
    ['http://www.googleapis.com/auth/drive', 'begin with https://'],
    ['https://evil.example/auth/drive', 'evil.example is not a host of Google’s'],
    ['https://googleapis.com.evil.example/auth/drive', 'not a host of Google’s'],
    ['https://notgoogle.com/auth/drive', 'not a host of Google’s'],
    ['https://www.googleapis.com/auth/', 'The name is missing'],
    ['https://www.googleapis.com/', 'The name is missing'],
    ['https://www.googleapis.com/auth/drive?x=1', 'address of a page'],
    ['https://www.googleapis.com/auth/dri"ve', 'plain letters'],
    ['https://www.googleapis.com/auth/ünicode', 'plain letters'],
    [`https://www.googleapis.com/auth/${'x'.repeat(500)}`, 'at most 500 characters'],
  ])('refuses "%s" in one sentence', (typed, part) => {
    expect(problem(typed)).toContain(part);
  });
});
