import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { hashOf, navigate, openNewAuthorization, parseHash, replaceRoute } from './route.ts';

beforeEach(() => {
  window.location.hash = '';
});

describe('parseHash', () => {
  it.each([
    ['', { page: 'authorizations', id: null, tab: null, dialog: null }],
    ['#/nowhere', { page: 'authorizations', id: null, tab: null, dialog: null }],
    ['#/clients', { page: 'clients', id: null, tab: null, dialog: null }],
    ['#/authorization/a%2Fb', { page: 'authorization', id: 'a/b', tab: null, dialog: null }],
    ['#/authorization/a%2Fb/reach', { page: 'authorization', id: 'a/b', tab: 'reach', dialog: null }],
    ['#/authorization/%E0%A4%A', { page: 'authorization', id: null, tab: null, dialog: null }],
    ['#/authorizations?new=', { page: 'authorizations', id: null, tab: null, dialog: { kind: 'new-authorization', client: null } }],
    ['#/authorizations?new=c1', { page: 'authorizations', id: null, tab: null, dialog: { kind: 'new-authorization', client: 'c1' } }],
  ])('%s', (hash, route) => {
    expect(parseHash(hash)).toEqual(route);
  });

  it('reads back every address it makes', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (id) => {
        expect(parseHash(hashOf({ page: 'authorization', id })).id).toBe(id);
        expect(parseHash(hashOf({ page: 'authorization', id: 'a1', tab: id }))).toMatchObject({ id: 'a1', tab: id });
        expect(parseHash(hashOf({ page: 'authorizations', dialog: { kind: 'new-authorization', client: id } })).dialog?.client).toBe(id);
      }),
    );
  });
});

describe('going places', () => {
  it('sets the hash', () => {
    navigate({ page: 'settings' });
    expect(window.location.hash).toBe('#/settings');
    openNewAuthorization('c1');
    expect(parseHash(window.location.hash).dialog?.client).toBe('c1');
  });

  it('replaces without growing the history', () => {
    navigate({ page: 'clients' });
    const length = window.history.length;
    replaceRoute({ page: 'authorizations' });
    expect(window.location.hash).toBe('#/authorizations');
    expect(window.history.length).toBe(length);
  });
});
