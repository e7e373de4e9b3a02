import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REDACTED, REDACTED_BEARER, redact } from './redact.ts';

/** Token characters as RFC 6750 §2.1 and RFC 7636 §4.1 have them, without the ones JSON or a form would escape. */
const body = fc.string({ unit: fc.constantFrom(...'ABCXYZabcxyz0123456789-_'), minLength: 24, maxLength: 60 });

/** Each: how a secret stands in text, around a body that must not survive. */
const seeded: readonly ((body: string) => string)[] = [
  (b) => `ya29.${b}`,
  (b) => `ya29.a0A.${b}`,
  (b) => `1//0${b}`,
  (b) => `1%2F%2F0${b}`,
  (b) => `1/${b}${b}`,
  (b) => `4/0A${b}`,
  (b) => `4%2F0A${b}`,
  (b) => `4/${b}`,
  (b) => `GOCSPX-${b}`,
  (b) => `eyJhbGciOiJSUzI1NiJ9.eyJ${b}.${b}`,
  (b) => `Bearer ${b}`,
  (b) => `Authorization: Bearer ${b}`,
  ...['code', 'token', 'access_token', 'refresh_token', 'id_token', 'client_secret', 'code_verifier', 'authError'].flatMap((name) => [
    (b: string) => `${name}=${b}`,
    (b: string) => `${name}%3D${b}`,
    (b: string) => `"${name}":"${b}"`,
    (b: string) => `"${name}" : "${b}"`,
    (b: string) => `\\"${name}\\":\\"${b}\\"`,
    (b: string) => `${name}='${b}'`,
  ]),
  ...['access_token', 'refresh_token', 'client_secret', 'code_verifier'].map((name) => (b: string) => `${name}: ${b}`),
  (b) => `http://127.0.0.1:8085/oauth2callback?state=${b}&iss=x`,
];

/** Text that tries to break a match apart: half a secret, a name without value, quotes, blanks. */
const around = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .array(
      fc.constantFrom(
        'ya29.', '1//', '4/', 'GOCSPX-', 'eyJ', '.', 'Bearer', 'Bearer ', 'code=', 'token=', '"token":"', '"', "'", '\\', ' ', '&', '=',
        'client_secret: ', 'access_token', '%3D', '%2F', ':', REDACTED, 'x', '\n', '{', '}', ',',
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join('')),
);

describe('redact', () => {
  it('lets no seeded secret survive inside any text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeded), body, around, around, (form, secret, before, after) => {
        expect(redact(before + form(secret) + after)).not.toContain(secret);
      }),
      { numRuns: 4000 },
    );
  });

  it('lets no exact secret survive, whatever it looks like', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 8, maxLength: 40 }), around, around, (secret, before, after) => {
        fc.pre(!REDACTED.includes(secret));
        expect(redact(before + secret + after, [secret])).not.toContain(secret);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...seeded), body, around, (form, secret, before) => {
        const once = redact(before + form(secret));
        expect(redact(once)).toBe(once);
      }),
    );
  });

  it.each([
    ['Authorization: Bearer ya29.a0AfH6SMB', `Authorization: ${REDACTED_BEARER}`],
    ['Authorization: Basic dXNlcjpwYXNzd29yZA==', 'Authorization: Basic …redacted'],
    ['POST code=4%2F0AanR&redirect_uri=x', 'POST code=…redacted&redirect_uri=x'],
    ['{"access_token":"abc","expires_in":3599}', '{"access_token":"…redacted","expires_in":3599}'],
    ['client_secret=GOCSPX-abc', 'client_secret=…redacted'],
    ['/signin/oauth/error?authError=ChRkaXNh&client_id=1', '/signin/oauth/error?authError=…redacted&client_id=1'],
  ])('%s', (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    '{"error":{"code":403,"message":"Request had insufficient authentication scopes."}}',
    'https://www.googleapis.com/calendar/v3/users/me/calendarList?maxResults=250&pageToken=EjQKKm&alt=json',
    'https://www.googleapis.com/groups/v1/groups/choir%40harbor.example?alt=json',
    'call calendar.calendarList.list → 200 OK · 182 ms',
    'Basic settings of the group',
  ])('leaves %s alone', (text) => {
    expect(redact(text)).toBe(text);
  });

  it('removes known secrets that contain one another', () => {
    expect(redact('abc abcdef', ['abc', 'abcdef'])).toBe('…redacted …redacted');
  });

  it.each(['eyJ', 'eyJa', 'eyJ.', 'ya29', '1/', '4/', '1//', 'a', '%2F', 'Bearer ', 'code=', '"token":"', "code='", 'client_secret: ', '?state='])(
    'takes its time in proportion to the length, whatever is repeated: %s',
    (unit) => {
      const text = unit.repeat(200_000 / unit.length);
      const started = performance.now();
      redact(text);
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );

  it('finds a token of Google’s behind whatever is glued to it', () => {
    const claims = 'eyJzdWIiOiIxMTAxNjk0ODQ0NzQzODYyNzYzMzQifQ';
    for (const before of ['', 'x', 'eyJ', 'eyJeyJ', `${'eyJa'.repeat(50)}`]) {
      expect(redact(`id ${before}eyJhbGciOiJSUzI1NiIsImtpZCI6ImYifQ.${claims}.c2lnbmF0dXJl!`)).not.toMatch(/eyJzdWIi|c2lnbmF0dXJl/);
    }
  });

  it('stays fast on a megabyte of almost-secrets', () => {
    const text = 'ya29 1/ 4/ eyJ token code Bearer '.repeat(32_000);
    const started = performance.now();
    redact(text);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
