import { describe, expect, it } from 'vitest';
import type { Authorization } from '../domain/grants/authorization.ts';
import { fail, ok } from '../domain/shared/fault.ts';
import { desktopClient, MemoryClients, webClient } from '../domain/testing/sample-client.ts';
import type { Services } from './services.ts';
import { tutorialCalls } from './tutorial-calls.ts';

const tokens = { accessToken: 'ya29.a0AeDClZBsomeAccessToken', refreshToken: '1//0gSomeRefreshToken', idToken: 'eyJ.some.idToken' };
const authorization = {
  id: 'authorization-1',
  clientRef: desktopClient.id,
  email: 'ada@harbor.example',
  hostedDomain: 'harbor.example',
  granted: ['https://www.googleapis.com/auth/calendar.readonly'],
  ...tokens,
} as unknown as Authorization;

function setUp(remembered = ok<readonly string[]>([])) {
  const workspace = {
    clients: new MemoryClients(desktopClient, webClient),
    grants: { get: (id: string) => (id === authorization.id ? authorization : null) },
    groups: { remembered: async () => remembered },
  };
  return tutorialCalls({ workspace: async () => workspace } as unknown as Services);
}

describe('the call of the tutorial', () => {
  it('fills in client, account, scopes and the group read last, and no secret', async () => {
    const answer = await setUp(ok(['choir@harbor.example', 'old@harbor.example'])).tutorial({ clientId: desktopClient.id, authorizationId: authorization.id });
    const text = JSON.stringify(answer);
    for (const part of [desktopClient.clientId, 'harbor-rota', 'ada@harbor.example', 'auth/calendar.readonly', 'choir@harbor.example']) expect(text).toContain(part);
    for (const secret of [desktopClient.clientSecret, ...Object.values(tokens)]) expect(text).not.toContain(secret);
    expect(answer).toMatchObject({ ok: true, value: { parts: [{ step: 'flow' }, { step: 'storage' }, { step: 'run' }, { step: 'credentials' }, { step: 'authorize' }, { step: 'build' }] } });
  });

  it('has placeholders before there is a client, and makes up a group that is not known', async () => {
    const calls = setUp();
    expect(JSON.stringify(await calls.tutorial({ clientId: null, authorizationId: null }))).toContain('your-client-id.apps.googleusercontent.com');
    expect(JSON.stringify(await calls.tutorial({ clientId: desktopClient.id, authorizationId: authorization.id }))).toContain('group@harbor.example');
    const unread = setUp(fail('vault-locked', 'The vault is locked.'));
    expect(JSON.stringify(await unread.tutorial({ clientId: desktopClient.id, authorizationId: authorization.id }))).toContain('group@harbor.example');
  });

  it('refuses what is gone, and an account of another client', async () => {
    const calls = setUp();
    expect(await calls.tutorial({ clientId: 'gone', authorizationId: null })).toMatchObject({ ok: false, error: { code: 'client-missing' } });
    expect(await calls.tutorial({ clientId: desktopClient.id, authorizationId: 'gone' })).toMatchObject({ ok: false, error: { code: 'authorization-missing' } });
    expect(await calls.tutorial({ clientId: webClient.id, authorizationId: authorization.id })).toMatchObject({ ok: false, error: { code: 'authorization-missing' } });
  });
});
