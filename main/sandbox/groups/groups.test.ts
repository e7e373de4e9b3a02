import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { authorize, maya, tomas } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';
import { settingRules } from './setting-rules.ts';

let sandbox: TestSandbox;
let token: string;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  ({ access: token } = await authorize(sandbox.origin, { scopes: ['apps.groups.settings'] }));
});
afterEach(() => sandbox.close());

const group = (email: string, query = '?alt=json'): string => `/groups/v1/groups/${encodeURIComponent(email)}${query}`;
const get = (email: string, query?: string, as: string = token): Promise<ApiAnswer> => call(sandbox.origin, as, group(email, query));
const patch = (email: string, body: unknown, method = 'PATCH'): Promise<ApiAnswer> => call(sandbox.origin, token, group(email), { method, body });

describe('Groups Settings', () => {
  it.each(['choir@harbor.example', 'rota@harbor.example', 'staff@harbor.example'])('%s has every current setting, as strings', async (email) => {
    const answer = await get(email);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ kind: 'groupsSettings#groups', email });
    for (const name of Object.keys(settingRules)) expect(answer.body, name).toHaveProperty(name);
    expect(answer.body).not.toHaveProperty('default_sender');
    const { maxMessageBytes, ...texts } = answer.body;
    expect(maxMessageBytes).toBe(26_214_400);
    expect(Object.values(texts).every((value) => typeof value === 'string')).toBe(true);
  });

  it('answers Atom without alt=json, on writes too', async () => {
    for (const answer of [
      await get('choir@harbor.example', ''),
      await get('choir@harbor.example', '?alt=atom'),
      await call(sandbox.origin, token, group('choir@harbor.example', ''), { method: 'PATCH', body: { name: 'Choir & <friends>' } }),
    ]) {
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('application/atom+xml');
      expect(answer.text).toContain('<apps:email>choir@harbor.example</apps:email>');
    }
    expect((await get('choir@harbor.example', '')).text).toContain('<apps:name>Choir &#38; &#60;friends&#62;</apps:name>');
    expect((await get('choir@harbor.example', '?alt=media')).status).toBe(400);
  });

  it('changes what is named and keeps the rest, by PATCH and PUT', async () => {
    const before = await get('choir@harbor.example');
    const changed = await patch('choir@harbor.example', { whoCanJoin: 'INVITED_CAN_JOIN' });
    expect(changed.body).toEqual({ ...before.body, whoCanJoin: 'INVITED_CAN_JOIN' });
    await patch('choir@harbor.example', { ...changed.body, defaultSender: 'GROUP' }, 'PUT');
    expect((await get('choir@harbor.example')).body).toEqual({ ...before.body, whoCanJoin: 'INVITED_CAN_JOIN', defaultSender: 'GROUP' });
    expect((await get('rota@harbor.example')).body['defaultSender']).toBe('DEFAULT_SELF');
  });

  it('passes over unknown, deprecated and fixed names with 200', async () => {
    const before = await get('choir@harbor.example');
    const answer = await patch('choir@harbor.example', { default_sender: 'GROUP', showInGroupDirectory: 'false', email: 'x@harbor.example', colour: 'blue' });
    expect([answer.status, answer.body]).toEqual([200, before.body]);
  });

  it.each([
    [{ whoCanJoin: 'EVERYBODY' }],
    [{ isArchived: true }],
    [{ name: 'x'.repeat(76) }],
    [{ archiveOnly: 'true' }],
    [{ messageModerationLevel: 'MODERATE_NON_MEMBERS', whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' }],
    [{ whoCanViewMembership: 'ALL_IN_DOMAIN_CAN_VIEW', whoCanDiscoverGroup: 'ALL_MEMBERS_CAN_DISCOVER' }],
    [{ replyTo: 'REPLY_TO_CUSTOM' }],
    [{ defaultMessageDenyNotificationText: 'No.' }],
  ])('refuses %j and changes nothing', async (body) => {
    const before = await get('choir@harbor.example');
    const answer = await patch('choir@harbor.example', body);
    expect([answer.status, reasonOf(answer)]).toEqual([400, 'invalid']);
    expect((await get('choir@harbor.example')).body).toEqual(before.body);
  });

  it('freezes a group in one request, and opens posting to managers after', async () => {
    const frozen = await patch('choir@harbor.example', { archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' });
    expect(frozen.body).toMatchObject({ archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' });
    const open = await patch('choir@harbor.example', { archiveOnly: 'false' });
    expect(open.body).toMatchObject({ archiveOnly: 'false', whoCanPostMessage: 'ALL_MANAGERS_CAN_POST' });
  });

  it('is for administrators of the group’s own domain', async () => {
    for (const account of [maya, tomas]) {
      const { access } = await authorize(sandbox.origin, { scopes: ['apps.groups.settings'], account });
      const answer = await get('choir@harbor.example', undefined, access);
      expect([answer.status, reasonOf(answer)], account).toEqual([403, 'forbidden']);
      expect(answer.text).toContain('Not Authorized to access this resource/api');
    }
  });

  it('says 404 for unknown groups and 400 for a group id', async () => {
    const unknown = await get('nobody@harbor.example');
    expect([unknown.status, reasonOf(unknown)]).toEqual([404, 'notFound']);
    const byId = await get('03x8tuzt1abcdef');
    expect([byId.status, reasonOf(byId)]).toEqual([400, 'invalid']);
  });
});
