import { describe, expect, it } from 'vitest';
import { blockedName, judge, originTitle, type ConsentRules } from './consent-navigation.ts';

const google: ConsentRules = {
  redirectUri: 'http://127.0.0.1:41234/cb/abc',
  accountsOrigin: 'https://accounts.google.com',
  extraHosts: ['login.harbor.example'],
};
const standIn: ConsentRules = { redirectUri: 'http://example.com/auth_return', accountsOrigin: 'http://127.0.0.1:4000', extraHosts: [] };

const main = (url: string, rules = google): string => judge({ url, isMainFrame: true }, rules);
const child = (url: string, rules = google): string => judge({ url, isMainFrame: false }, rules);

describe('the main frame of a consent window', () => {
  it.each([
    'https://accounts.google.com/v3/signin/identifier?continue=x',
    'https://accounts.youtube.com/accounts/SetSID',
    'https://myaccount.google.com/signinoptions',
    'https://consent.google.com/ml',
    'https://login.harbor.example/saml',
  ])('goes to %s', (url) => expect(main(url)).toBe('go'));

  it.each([
    'http://accounts.google.com/o/oauth2/v2/auth',
    'https://accounts.google.com.evil.example/',
    'https://evil.example/accounts.google.com',
    'https://accounts.google.com:8443/',
    'https://user:password@accounts.google.com/',
    'https://accounts.google.com@evil.example/',
    'https://www.google.com/',
    'https://sub.login.harbor.example/',
    'http://login.harbor.example/saml',
    'mailto:someone@example.com',
    'ms-settings:privacy',
    'javascript:alert(1)',
    'blob:https://accounts.google.com/1',
    'file:///etc/passwd',
    'app://bundle/index.html',
    'http://127.0.0.1:41234/other',
    'http://localhost:41234/cb/abc',
    'http://127.0.0.1:41235/cb/abc',
    'https://127.0.0.1:41234/cb/abc',
    'http://127.0.0.1:41234/cb/abc/',
    'nonsense',
  ])('does not go to %s', (url) => expect(main(url)).toBe('blocked'));

  it('stops at the redirect URI, whatever its query', () => {
    expect(main('http://127.0.0.1:41234/cb/abc?state=s&code=4%2F0A')).toBe('redirect');
    expect(main('http://127.0.0.1:41234/cb/abc#x')).toBe('redirect');
    expect(main('http://example.com/auth_return?code=x', standIn)).toBe('redirect');
  });

  it('knows refusals and error pages by their path on the accounts origin alone', () => {
    expect(main('https://accounts.google.com/v3/signin/rejected?rrk=46')).toBe('refused');
    expect(main('https://accounts.google.com/signin/oauth/error?authError=x')).toBe('error-page');
    expect(main('https://accounts.google.com/v3/signin/identifier?continue=/v3/signin/rejected')).toBe('go');
    expect(main('https://login.harbor.example/v3/signin/rejected')).toBe('go');
    expect(main('http://127.0.0.1:4000/v3/signin/rejected', standIn)).toBe('refused');
  });

  it('stays on the origin of a stand-in: Google is foreign there', () => {
    expect(main('http://127.0.0.1:4000/o/oauth2/v2/auth', standIn)).toBe('go');
    expect(main('http://127.0.0.1:4001/o/oauth2/v2/auth', standIn)).toBe('blocked');
    expect(main('https://accounts.google.com/', standIn)).toBe('blocked');
  });
});

describe('child frames of a consent window', () => {
  it('may be any https page, and never bring the redirect', () => {
    expect(child('https://www.gstatic.com/recaptcha')).toBe('go');
    expect(child('about:blank')).toBe('go');
    expect(child('http://127.0.0.1:4000/frame', standIn)).toBe('go');
    expect(child('http://127.0.0.1:41234/cb/abc?code=x')).toBe('blocked');
    expect(child('https://example.com/cb', { ...google, redirectUri: 'https://example.com/cb' })).toBe('blocked');
  });

  it.each(['mailto:x@example.com', 'http://192.168.0.1/', 'file:///etc/passwd', 'data:text/html,x', 'steam://run/1'])(
    'do not go to %s',
    (url) => expect(child(url)).toBe('blocked'),
  );
});

describe('the words of the title bar', () => {
  it('are the host, with the scheme unless it is https', () => {
    expect(originTitle('https://accounts.google.com/v3/signin?x=evil.example')).toBe('accounts.google.com');
    expect(originTitle('http://127.0.0.1:4000/o/oauth2')).toBe('http://127.0.0.1:4000');
    expect(originTitle('about:blank')).toBe('Grantdesk');
  });

  it('name what was blocked', () => {
    expect(blockedName('https://evil.example/x?code=1')).toBe('evil.example');
    expect(blockedName('http://accounts.google.com/')).toBe('http://accounts.google.com');
    expect(blockedName('mailto:x@example.com')).toBe('mailto');
  });
});
