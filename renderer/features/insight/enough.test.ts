import { describe, expect, it } from 'vitest';
import { fakeScope } from '../../bridge/fake-bridge.ts';
import { enoughOf } from './enough.ts';

const calendar = fakeScope('calendar');
const readonly = fakeScope('calendar.readonly');
const drive = fakeScope('drive', { product: 'Drive', sensitivity: 'restricted' });
const openid = fakeScope('openid', { signIn: true });

describe('enoughOf', () => {
  it('says what stays, goes and comes, the most sensitive first', () => {
    const { now, enough, target, goes, comes } = enoughOf([calendar, openid, drive], { smallest: [readonly] }, new Set());
    expect(now.map(({ scope, fate }) => [scope.shortName, fate])).toEqual([
      ['drive', 'goes'],
      ['calendar', 'goes'],
    ]);
    expect(enough.map(({ scope, fate }) => [scope.shortName, fate])).toEqual([['calendar.readonly', 'comes']]);
    expect({ target, goes, comes }).toEqual({ target: [readonly.scope], goes: 2, comes: 1 });
  });

  it('leaves in what is to be kept', () => {
    const { enough, goes } = enoughOf([calendar, drive], { smallest: [calendar] }, new Set([drive.scope]));
    expect(enough.map(({ scope, fate }) => [scope.shortName, fate])).toEqual([
      ['drive', 'kept'],
      ['calendar', 'stays'],
    ]);
    expect(goes).toBe(0);
  });
});
