import { describe, expect, it } from 'vitest';
import { SCOPE_PREFIX } from './scope-entry.ts';
import { validateScopeUrl } from './validate-scope-url.ts';

const P = SCOPE_PREFIX;

describe('validateScopeUrl', () => {
  it.each([
    [`${P}calendar.readonly`, `${P}calendar.readonly`],
    [`  ${P}calendar.readonly\n`, `${P}calendar.readonly`],
    [`${P}calendar.readonly/`, `${P}calendar.readonly`],
    [`HTTPS://WWW.GOOGLEAPIS.COM/auth/books`, `${P}books`],
    [`${P}books`, `${P}books`],
    ['calendar.readonly', `${P}calendar.readonly`],
    ['apps.groups.settings', `${P}apps.groups.settings`],
    ['openid', 'openid'],
    ['email', 'email'],
    ['profile', 'profile'],
    ['https://mail.google.com', 'https://mail.google.com/'],
    ['https://mail.google.com/', 'https://mail.google.com/'],
    ['https://www.google.com/m8/feeds/', 'https://www.google.com/m8/feeds/'],
    ['https://docs.google.com/feeds/', 'https://docs.google.com/feeds/'],
  ])('accepts %s', (text, scope) => {
    expect(validateScopeUrl(text)).toEqual({ ok: true, value: scope });
  });

  it.each([
    ['', 'scope-empty'],
    ['   ', 'scope-empty'],
    [`${P}calendar ${P}tasks`, 'scope-several'],
    [`${P}calendar,${P}tasks`, 'scope-several'],
    [`http://www.googleapis.com/auth/calendar`, 'scope-not-https'],
    ['https://example.com/auth/calendar', 'scope-not-google'],
    ['https://www.googleapis.com.example.com/auth/calendar', 'scope-not-google'],
    ['https://evilgoogle.com/feeds', 'scope-not-google'],
    ['https://www.googleapis.com/auth/', 'scope-malformed'],
    ['https://www.googleapis.com/calendar/v3', 'scope-malformed'],
    [`${P}calendar?x=1`, 'scope-malformed'],
    [`${P}calendar#x`, 'scope-malformed'],
    ['https://user:pw@www.googleapis.com/auth/calendar', 'scope-malformed'],
    ['ftp://www.googleapis.com/auth/calendar', 'scope-malformed'],
    ['javascript:alert(1)', 'scope-malformed'],
    ['https://', 'scope-malformed'],
    ['calendars please', 'scope-several'],
    ['something', 'scope-malformed'],
    ['__proto__', 'scope-malformed'],
    [P + 'a'.repeat(600), 'scope-too-long'],
  ])('refuses %s: %s', (text, code) => {
    const outcome = validateScopeUrl(text);
    expect(outcome.ok ? null : outcome.error.code).toBe(code);
    expect(outcome.ok ? null : outcome.error.hint).toMatch(/\.$/);
  });

  it.each([
    ['calendar.acl', 'calendar.acls'],
    [`${P}calendar.acl`, 'calendar.acls'],
    [`${P}calendar.acl.readonly`, 'calendar.acls.readonly'],
    [`${P}calendar.calendarList`, 'calendar.calendarlist'],
    [`${P}calendar.calendarList.readonly`, 'calendar.calendarlist.readonly'],
    ['Calendar.Readonly', 'calendar.readonly'],
    ['groups.settings', 'apps.groups.settings'],
    [`${P}email`, 'userinfo.email'],
  ])('says what %s was meant to be: %s', (text, meant) => {
    const outcome = validateScopeUrl(text);
    expect(outcome.ok ? null : outcome.error).toMatchObject({ code: 'scope-misspelt', hint: `You probably mean ${P}${meant}.` });
  });
});
