import { describe, expect, it } from 'vitest';
import { authorization, granted, SCOPE } from '../authorizations/testing/samples.ts';
import { droppedBy, preselect } from './picker-request.ts';

const one = authorization({
  granted: [granted(SCOPE.events), granted(SCOPE.readonly), granted(SCOPE.openid)],
  refused: [SCOPE.groups],
});

describe('preselect', () => {
  it('starts a new authorization empty, or with what was wanted', () => {
    expect(preselect({ purpose: 'new', clientId: null }).ticked.size).toBe(0);
    expect([...preselect({ purpose: 'new', clientId: null, wanted: [SCOPE.drive.scope] }).ticked]).toEqual([SCOPE.drive.scope]);
  });

  it('adds on top of what is granted, which stays', () => {
    const { ticked, locked } = preselect({ purpose: 'add', authorization: one, scopes: [SCOPE.file.scope] });
    expect([...ticked]).toEqual([SCOPE.events.scope, SCOPE.readonly.scope, SCOPE.file.scope]);
    expect([...locked]).toEqual([SCOPE.events.scope, SCOPE.readonly.scope]);
  });

  it('asks again for what was refused, beside what is granted', () => {
    const { ticked, locked } = preselect({ purpose: 'ask-again', authorization: one });
    expect(ticked.has(SCOPE.groups.scope)).toBe(true);
    expect(locked.has(SCOPE.groups.scope)).toBe(false);
    expect(locked.has(SCOPE.events.scope)).toBe(true);
  });

  it('signs in again for everything ever asked, all of it open to change', () => {
    const { ticked, locked } = preselect({ purpose: 'reauthorize', authorization: one });
    expect([...ticked]).toEqual([SCOPE.events.scope, SCOPE.readonly.scope, SCOPE.groups.scope]);
    expect(locked.size).toBe(0);
  });

  it('drops by asking for the rest', () => {
    const { ticked } = preselect({ purpose: 'drop', authorization: one, scopes: [SCOPE.events.scope] });
    expect([...ticked]).toEqual([SCOPE.readonly.scope]);
  });

  it('drops down to a target, which may hold what is not granted yet', () => {
    const { ticked, locked } = preselect({ purpose: 'drop', authorization: one, target: [SCOPE.freebusy.scope] });
    expect([...ticked]).toEqual([SCOPE.freebusy.scope]);
    expect(locked.size).toBe(0);
  });

  it('never counts the sign-in scopes: every request has them', () => {
    for (const purpose of ['add', 'ask-again', 'reauthorize', 'drop'] as const) {
      expect(preselect({ purpose, authorization: one }).ticked.has('openid')).toBe(false);
    }
  });
});

describe('droppedBy', () => {
  it('is what was named, or whatever the target leaves out; sign-in never goes', () => {
    expect(droppedBy({ purpose: 'drop', authorization: one, scopes: [SCOPE.events.scope] })).toEqual([SCOPE.events.scope]);
    expect(droppedBy({ purpose: 'drop', authorization: one, target: [SCOPE.readonly.scope] })).toEqual([SCOPE.events.scope]);
    expect(droppedBy({ purpose: 'add', authorization: one, scopes: [SCOPE.file.scope] })).toEqual([]);
  });
});
