import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Browser, redirectOf, screen } from '../testing/browser.ts';
import { ada, authorizationUrl, authorize, consent, exchange, full, maya, prefix, tomas, web } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => sandbox.close());

const two = ['calendar.readonly', 'apps.groups.settings'];
const verifier = 'v'.repeat(50);
const labels = (html: string): (string | undefined)[] => [...html.matchAll(/<code>([^<]*)<\/code>/g)].map((match) => match[1]);
const boxes = (html: string): number => (html.match(/type="checkbox"/g) ?? []).length;

async function toConsent(scopes: readonly string[], parameters: Record<string, string> = {}): Promise<{ browser: Browser; html: string }> {
  const browser = new Browser(sandbox.origin);
  const chooser = screen(await browser.open(authorizationUrl(sandbox.origin, { scopes, parameters }, verifier)));
  let next = screen(await browser.submit(chooser, [['account', ada]]));
  if (next.url.pathname === '/signin/oauth/warning') next = screen(await browser.submit(next, [['answer', 'continue']]));
  return { browser, html: next.html };
}

describe('the pages', () => {
  it('offer an unticked, labelled checkbox for each scope and Select all', async () => {
    const { html } = await toConsent(['openid', ...two]);
    expect(labels(html)).toEqual(two);
    expect(boxes(html)).toBe(3);
    expect(html).not.toContain(' checked');
    for (const [, id] of html.matchAll(/type="checkbox" id="([^"]+)"/g)) expect(html).toContain(`<label for="${String(id)}">`);
    expect(html).toContain('Select all');
  });

  it('ask without checkboxes for a single scope, and ask nothing at all for sign-in only', async () => {
    expect(boxes((await toConsent(['openid', 'calendar.readonly'])).html)).toBe(0);
    expect(boxes((await toConsent(['openid', 'email'])).html)).toBe(0);
    const asked = await consent(sandbox.origin, { scopes: ['openid', 'calendar.readonly'], tick: [], account: tomas });
    expect(asked.redirect.searchParams.get('scope')).toContain(full('calendar.readonly'));
  });

  it('warn only when an unverified client asks for something sensitive', async () => {
    expect((await consent(sandbox.origin, { scopes: ['calendar.freebusy'] })).pages).not.toContain('This app has not been verified');
    await sandbox.act({ type: 'update-client', clientId: web.client_id, flags: { verified: true } });
    const asked = await consent(sandbox.origin, { client: web, redirectUri: 'http://example.com/auth_return', scopes: two });
    expect(asked.pages).toEqual(['Choose an account', 'harbor-practice wants access']);
  });

  it('are marked as practice, run no script and load nothing', async () => {
    const { html } = await toConsent(two);
    expect(html).toContain('Practice sign-in');
    expect(html).not.toMatch(/<script|<link|<img|url\(|javascript:/i);
    expect(html).toMatch(/<html lang="en">/);
    for (const landmark of ['<header', '<main', '<footer']) expect(html).toContain(landmark);
    expect((html.match(/<h1>/g) ?? []).length).toBe(1);
  });

  it('send a policy that lets the form reach the redirect and nothing else', async () => {
    const browser = new Browser(sandbox.origin);
    const chooser = screen(await browser.open(authorizationUrl(sandbox.origin, { scopes: two }, verifier)));
    const policy = chooser.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' http://127.0.0.1:53117");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(chooser.html).toContain(`<style nonce="${/style-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none'}">`);
  });

  it('escape what comes from outside', async () => {
    await sandbox.act({ type: 'register-client', client: { kind: 'installed', projectId: '<b onclick="x">&' } });
    const files = await sandbox.act({ type: 'register-client', client: { kind: 'installed', projectId: '<img src=x>' } });
    const { installed } = files['file'] as { installed: typeof web };
    const browser = new Browser(sandbox.origin);
    const chooser = screen(await browser.open(authorizationUrl(sandbox.origin, { client: installed, scopes: two }, verifier)));
    expect(chooser.html).not.toContain('<img');
    expect(chooser.html).toContain('&#60;img src=x&#62;');
  });

  it('take each form once and nobody else’s', async () => {
    const browser = new Browser(sandbox.origin);
    const chooser = screen(await browser.open(authorizationUrl(sandbox.origin, { scopes: two }, verifier)));
    expect(screen(await browser.submit(chooser, [['account', ada]])).title).toBe('This app has not been verified');
    expect(screen(await browser.submit(chooser, [['account', ada]]))).toMatchObject({ status: 400, title: 'This step is over' });
    const forged = await fetch(`${sandbox.origin}/signin/oauth/consent`, {
      method: 'POST',
      body: new URLSearchParams({ transaction: 'guess', answer: 'continue' }),
    });
    expect(forged.status).toBe(400);
  });
});

describe('the account', () => {
  it('is taken from a fitting login_hint, without the chooser', async () => {
    const asked = await consent(sandbox.origin, { scopes: two, parameters: { login_hint: maya } });
    expect(asked.pages).not.toContain('Choose an account');
    const answer = await exchange(sandbox.origin, asked, { scopes: two });
    const info = await fetch(`${sandbox.origin}/tokeninfo?access_token=${String(answer.body['access_token'])}`);
    expect(info.status).toBe(200);
  });

  it('is asked for by select_account even with a hint, which then comes first', async () => {
    const browser = new Browser(sandbox.origin);
    const parameters = { login_hint: tomas, prompt: 'select_account' };
    const chooser = screen(await browser.open(authorizationUrl(sandbox.origin, { scopes: two, parameters }, verifier)));
    expect(/value="([^"]+@[^"]+)"/.exec(chooser.html)?.[1]).toBe(tomas);
    expect(chooser.html).toContain('Asked for');
  });
});

describe('consent', () => {
  it('can be given in part', async () => {
    const ask = { scopes: ['openid', 'email', ...two], tick: ['calendar.readonly'] };
    const answer = await exchange(sandbox.origin, await consent(sandbox.origin, ask), ask);
    const granted = String(answer.body['scope']).split(' ');
    expect(granted).toContain(full('calendar.readonly'));
    expect(granted).toContain(`${prefix}userinfo.email`);
    expect(granted).not.toContain(full('apps.groups.settings'));
  });

  it('is whole with Select all, whatever is ticked', async () => {
    const browser = new Browser(sandbox.origin);
    const ask = { scopes: two, parameters: { login_hint: ada } };
    const warning = screen(await browser.open(authorizationUrl(sandbox.origin, ask, verifier)));
    const page = screen(await browser.submit(warning, [['answer', 'continue']]));
    const back = redirectOf(await browser.submit(page, [['select_all', 'on'], ['answer', 'continue']]));
    expect(back.searchParams.get('scope')?.split(' ').sort()).toEqual(two.map(full).sort());
  });

  it('gives nothing that was not asked', async () => {
    const browser = new Browser(sandbox.origin);
    const warning = screen(await browser.open(authorizationUrl(sandbox.origin, { scopes: two, parameters: { login_hint: ada } }, verifier)));
    const page = screen(await browser.submit(warning, [['answer', 'continue']]));
    const back = redirectOf(await browser.submit(page, [['scope', full('drive')], ['scope', full('calendar.readonly')], ['answer', 'continue']]));
    expect(back.searchParams.get('scope')).toBe(full('calendar.readonly'));
  });

  it('is refused by Cancel, and by ticking nothing', async () => {
    for (const ask of [{ scopes: two, answer: 'cancel' as const }, { scopes: two, tick: [] }]) {
      const { redirect } = await consent(sandbox.origin, ask);
      expect(redirect.searchParams.get('error')).toBe('access_denied');
      expect(redirect.searchParams.get('state')).toBe('state-1');
      expect(redirect.searchParams.has('code')).toBe(false);
    }
  });

  it('is skipped for what was granted before, unless it is asked for by name', async () => {
    await authorize(sandbox.origin, { scopes: two });
    expect((await consent(sandbox.origin, { scopes: two })).pages).toEqual(['Choose an account']);
    const again = await consent(sandbox.origin, { scopes: two, parameters: { prompt: 'consent' } });
    expect(again.pages).toEqual(['Choose an account', 'harbor-practice wants access']);
    expect((await toConsent(two, { prompt: 'consent' })).html.match(/ checked/g)).toHaveLength(2);
  });

  it('cannot be had silently: prompt=none comes back with interaction_required', async () => {
    const { redirect, pages } = await consent(sandbox.origin, { scopes: two, parameters: { prompt: 'none' } });
    expect(pages).toEqual([]);
    expect(redirect.searchParams.get('error')).toBe('interaction_required');
    expect(redirect.searchParams.get('error_subtype')).toBe('access_denied');
  });
});

describe('a Web client', () => {
  const ask = { client: web, redirectUri: 'http://example.com/auth_return', scopes: ['openid', ...two] };

  it('gets a refresh token only with access_type=offline, the first time or on prompt=consent', async () => {
    expect((await authorize(sandbox.origin, { ...ask, account: maya })).refresh).toBe('');
    const offline = { ...ask, parameters: { access_type: 'offline' } };
    expect((await authorize(sandbox.origin, offline)).refresh).toMatch(/^1\/\/0/);
    expect((await authorize(sandbox.origin, offline)).refresh).toBe('');
    expect((await authorize(sandbox.origin, { ...ask, parameters: { access_type: 'offline', prompt: 'consent' } })).refresh).toMatch(/^1\/\/0/);
  });

  it('widens a token with include_granted_scopes; a Desktop client does not', async () => {
    const parameters = { include_granted_scopes: 'true' };
    await authorize(sandbox.origin, { ...ask, scopes: ['calendar.readonly'] });
    const wide = await authorize(sandbox.origin, { ...ask, scopes: ['apps.groups.settings'], parameters });
    expect(String(wide.body['scope']).split(' ').sort()).toEqual(two.map(full).sort());
    const narrow = await authorize(sandbox.origin, { scopes: ['apps.groups.settings'], parameters });
    expect(narrow.body['scope']).toBe(full('apps.groups.settings'));
  });
});

describe('projects', () => {
  it('in Testing tell when the refresh token ends, and let only test users in', async () => {
    const { file } = await sandbox.act({ type: 'register-client', client: { kind: 'installed', testing: true, testUsers: [ada] } });
    const { installed } = file as { installed: typeof web };
    const tokens = await authorize(sandbox.origin, { client: installed, scopes: two });
    expect(tokens.body['refresh_token_expires_in']).toBe(604_799);
    await expect(consent(sandbox.origin, { client: installed, scopes: two, account: maya })).rejects.toThrow('Access blocked');
  });

  it('that are internal keep other domains out', async () => {
    const { file } = await sandbox.act({ type: 'register-client', client: { kind: 'installed', internalDomain: 'harbor.example' } });
    const { installed } = file as { installed: typeof web };
    expect((await consent(sandbox.origin, { client: installed, scopes: two })).pages).not.toContain('This app has not been verified');
    await expect(consent(sandbox.origin, { client: installed, scopes: two, account: tomas })).rejects.toThrow('Access blocked');
  });
});
