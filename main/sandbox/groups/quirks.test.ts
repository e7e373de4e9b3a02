import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call, reasonOf, type ApiAnswer } from '../testing/api.ts';
import { authorize, maya, tomas } from '../testing/consent.ts';
import { startTestSandbox, type TestSandbox } from '../testing/start.ts';

let sandbox: TestSandbox;
let token: string;
beforeEach(async () => {
  sandbox = await startTestSandbox();
  ({ access: token } = await authorize(sandbox.origin, { scopes: ['apps.groups.settings', 'admin.directory.group.readonly'] }));
});
afterEach(() => sandbox.close());

const send = (email: string, body?: unknown): Promise<ApiAnswer> =>
  call(sandbox.origin, token, `/groups/v1/groups/${encodeURIComponent(email)}?alt=json`, body === undefined ? {} : { method: 'PATCH', body });

describe('groups with a will of their own', () => {
  it('narrow what their domain does not allow', async () => {
    const before = (await send('crew@harbor.example')).body;
    const wide = { whoCanJoin: 'ANYONE_CAN_JOIN', whoCanViewGroup: 'ANYONE_CAN_VIEW', allowExternalMembers: 'true', name: 'Crew and friends' };
    const answer = await send('crew@harbor.example', wide);
    expect(answer.status).toBe(200);
    const expected = { ...before, name: 'Crew and friends', whoCanJoin: 'ALL_IN_DOMAIN_CAN_JOIN', whoCanViewGroup: 'ALL_IN_DOMAIN_CAN_VIEW' };
    expect(answer.body).toEqual(expected);
    expect((await send('crew@harbor.example')).body).toEqual(expected);
  });

  it('ignore a setting', async () => {
    const answer = await send('regatta@harbor.example', { favoriteRepliesOnTop: 'false', name: 'Regatta week' });
    expect(answer.body).toMatchObject({ favoriteRepliesOnTop: 'true', name: 'Regatta week' });
  });

  it('show a change only after a while', async () => {
    const answer = await send('tides@harbor.example', { isArchived: 'true' });
    expect(answer.body['isArchived']).toBe('true');
    expect((await send('tides@harbor.example')).body['isArchived']).toBe('false');
    sandbox.clock.now += 2000;
    expect((await send('tides@harbor.example')).body['isArchived']).toBe('true');
  });

  it('know words and fields of the future, and keep them', async () => {
    const answer = await send('press@harbor.example', { name: 'Press' });
    expect(answer.body).toMatchObject({ name: 'Press', whoCanLeaveGroup: 'ALL_GUESTS_CAN_LEAVE', whoCanSummarizeThreads: 'ALL_MEMBERS_CAN_SUMMARIZE' });
  });
});

describe('the Directory', () => {
  const list = (query: Record<string, string>, as: string = token): Promise<ApiAnswer> =>
    call(sandbox.origin, as, `/admin/directory/v1/groups?${new URLSearchParams(query).toString()}`);
  const emails = (answer: ApiAnswer): unknown[] => ((answer.body['groups'] ?? []) as readonly { readonly email: string }[]).map(({ email }) => email.split('@')[0]);

  it('lists the domain’s groups with their members', async () => {
    const answer = await list({ customer: 'my_customer' });
    expect(emails(answer)).toEqual(['choir', 'crew', 'press', 'regatta', 'rota', 'staff', 'tides']);
    expect(answer.body).toMatchObject({ kind: 'admin#directory#groups', groups: [{ name: 'Harbor choir', directMembersCount: '4' }, {}, {}, {}, {}, {}, {}] });
    await send('choir@harbor.example', { name: 'Sea choir' });
    expect((await list({ domain: 'harbor.example', query: 'name:Sea*' })).body).toMatchObject({ groups: [{ email: 'choir@harbor.example' }] });
  });

  it.each([
    ['email:c*', ['choir', 'crew']],
    ['email:CREW@harbor.example', ['crew']],
    ["name:'All staff'", ['staff']],
    ["name:'all st*'", ['staff']],
    ["name:'it\\'s*'", []],
    ['name:office*', ['press']],
    ['email:c* name:crew*', ['crew']],
    ['email:zz*', []],
  ])('finds %s', async (query, expected) => {
    const answer = await list({ customer: 'my_customer', query });
    expect([answer.status, emails(answer)]).toEqual([200, expected]);
    expect('groups' in answer.body).toBe(expected.length > 0);
  });

  it.each([['*'], ['email:'], ["name:'open"], ["name:'all'*"], ['color:red'], ['name=x*']])('refuses the query %s', async (query) => {
    const answer = await list({ customer: 'my_customer', query });
    expect([answer.status, reasonOf(answer)]).toEqual([400, 'invalid']);
  });

  it('pages', async () => {
    const first = await list({ customer: 'my_customer', maxResults: '5' });
    const second = await list({ customer: 'my_customer', maxResults: '5', pageToken: String(first.body['nextPageToken']) });
    expect([...emails(first), ...emails(second)]).toHaveLength(7);
    expect(second.body).not.toHaveProperty('nextPageToken');
    expect((await list({ customer: 'my_customer', maxResults: '201' })).status).toBe(400);
  });

  it('is for administrators with the scope, each in the own domain', async () => {
    const mayas = await authorize(sandbox.origin, { scopes: ['admin.directory.group.readonly'], account: maya });
    expect(reasonOf(await list({ customer: 'my_customer' }, mayas.access))).toBe('forbidden');
    const other = await authorize(sandbox.origin, { scopes: ['admin.directory.group'], account: tomas });
    expect(emails(await list({ customer: 'my_customer' }, other.access))).toEqual(['growers']);
    expect(reasonOf(await list({ domain: 'harbor.example' }, other.access))).toBe('notFound');
    const without = await authorize(sandbox.origin, { scopes: ['apps.groups.settings'] });
    const refused = await list({ customer: 'my_customer' }, without.access);
    expect([refused.status, reasonOf(refused)]).toEqual([403, 'insufficientPermissions']);
    expect(refused.headers.get('www-authenticate')).toContain('admin.directory.group.readonly');
    expect((await list({})).status).toBe(400);
  });
});
