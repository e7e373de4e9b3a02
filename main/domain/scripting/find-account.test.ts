import { describe, expect, it } from 'vitest';
import type { Authorization } from '../grants/authorization.ts';
import { findAccount, type NamedAuthorization } from './find-account.ts';

function named(email: string, clientId = 'one.apps'): NamedAuthorization {
  return { authorization: { id: `${email} ${clientId}`, email, clientId } as Authorization, clientLabel: `label of ${clientId}` };
}
const all = [named('ada@harbor.example'), named('ada@harbor.example.org'), named('maya@harbor.example', 'one.apps'), named('maya@harbor.example', 'two.apps')];
const idOf = (account: string | null, client: string | null = null, of = all): string => {
  const found = findAccount(of, account, client);
  return found.ok ? found.value.id : `${found.error.code}: ${found.error.hint ?? ''}`;
};

describe('an account by name', () => {
  it('is found by its whole address first, then by a beginning, whatever the case', () => {
    expect(idOf('ada@harbor.example')).toBe('ada@harbor.example one.apps');
    expect(idOf('ADA@harbor.example.o')).toBe('ada@harbor.example.org one.apps');
  });

  it('names the choices when it may be several', () => {
    expect(idOf('ada')).toBe('account-ambiguous: Write one of: ada@harbor.example, ada@harbor.example.org.');
    expect(idOf('maya')).toBe('account-ambiguous: Add --client with one of: one.apps, two.apps.');
    expect(idOf('maya', 'two')).toBe('maya@harbor.example two.apps');
    expect(idOf('maya', 'Label of one.apps')).toBe('maya@harbor.example one.apps');
  });

  it('need not be named when there is one, and says so when there is none', () => {
    expect(idOf(null, null, all.slice(0, 1))).toBe('ada@harbor.example one.apps');
    expect(idOf(null)).toMatch(/^account-ambiguous/);
    expect(idOf('eve')).toMatch(/^account-unknown/);
    expect(idOf('ada', 'three')).toMatch(/^account-unknown/);
    expect(idOf('ada', null, [])).toMatch(/^account-unknown: Make one/);
  });
});
