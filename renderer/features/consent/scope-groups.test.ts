import { describe, expect, it } from 'vitest';
import { CATALOG, scope, SCOPE } from '../authorizations/testing/samples.ts';
import { findScopes, groupByProduct, setIsOn, toggleSet, withExtras } from './scope-groups.ts';

const all = CATALOG.scopes;
const names = (scopes: readonly { shortName: string }[]) => scopes.map((one) => one.shortName);

describe('groupByProduct', () => {
  it('keeps the order of the catalog and puts sign-in last', () => {
    const groups = groupByProduct([SCOPE.openid, ...all.filter((one) => one !== SCOPE.openid)]);
    expect(groups.map((group) => group.product)).toEqual(['Calendar', 'Groups', 'Drive', 'Sign-in']);
    expect(names(groups[2]?.scopes ?? [])).toEqual(['drive.file', 'drive.readonly']);
  });
});

describe('findScopes', () => {
  it.each([
    ['', 8],
    ['calendar', 3],
    ['CALENDAR free', 1],
    ['apps.groups', 1],
    ['https://www.googleapis.com/auth/drive.file', 1],
    ['drive calendar', 0],
  ])('"%s" finds %d', (search, count) => {
    expect(findScopes(all, search)).toHaveLength(count);
  });
});

describe('withExtras', () => {
  it('adds each unknown scope once', () => {
    const other = scope('tasks', { product: 'Other' });
    expect(names(withExtras(all, [other, SCOPE.events, other])).slice(-2)).toEqual(['userinfo.email', 'tasks']);
  });
});

describe('sets', () => {
  const [read, events, groups] = CATALOG.sets as [(typeof CATALOG.sets)[0], (typeof CATALOG.sets)[0], (typeof CATALOG.sets)[0]];
  const none = new Set<string>();
  const toggle = (set: typeof read, ticked: ReadonlySet<string>, locked: ReadonlySet<string> = none, sets = CATALOG.sets) =>
    toggleSet(set, sets, all, ticked, locked);

  it('ticks all of a set and unticks it again', () => {
    const on = toggle(events, none);
    expect([...on]).toEqual([SCOPE.events.scope, SCOPE.freebusy.scope]);
    expect(setIsOn(events, all, on)).toBe(true);
    expect(setIsOn(read, all, on)).toBe(false);
    expect(toggle(events, on).size).toBe(0);
  });

  it('completes a set that is half ticked', () => {
    expect(toggle(events, new Set([SCOPE.events.scope])).size).toBe(2);
  });

  it('leaves locked scopes and other ticked scopes alone', () => {
    const ticked = new Set([SCOPE.readonly.scope, SCOPE.drive.scope]);
    expect([...toggle(read, ticked)]).toEqual([SCOPE.drive.scope]);
    expect([...toggle(read, ticked, new Set([SCOPE.readonly.scope]))]).toEqual([SCOPE.readonly.scope, SCOPE.drive.scope]);
  });

  it('keeps what another ticked set needs, but not what lies within itself', () => {
    const shared = { id: 'both', title: 'Both', scopes: [SCOPE.groups.scope, SCOPE.file.scope] };
    const sets = [...CATALOG.sets, shared];
    const ticked = new Set([...groups.scopes, ...shared.scopes]);
    expect([...toggle(groups, ticked, none, sets)]).toEqual([SCOPE.groups.scope, SCOPE.file.scope]);
    expect(toggle(shared, ticked, none, sets).size).toBe(0);
  });

  it('understands a set of nothing but sign-in', () => {
    const signInOnly = { id: 'sign-in', title: 'Sign-in only', scopes: ['openid'] };
    expect(setIsOn(signInOnly, all, none)).toBe(true);
    expect(setIsOn(signInOnly, all, new Set([SCOPE.file.scope]))).toBe(false);
    expect(toggle(signInOnly, new Set([SCOPE.file.scope])).size).toBe(0);
  });
});
