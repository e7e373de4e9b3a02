import { describe, expect, it } from 'vitest';
import { values } from '../testing/samples.ts';
import { accessPicture, ACTIONS, allows, PEOPLE, type AccessAction } from './access-picture.ts';
import { accessSentences, list } from './access-sentence.ts';

type Over = Readonly<Record<string, string | undefined>>;

/** One action for outsider, domain, member, manager, owner. */
function row(action: AccessAction, over: Over): readonly string[] {
  const picture = accessPicture(values(over));
  return PEOPLE.map((person) => picture[person][action].word);
}

const say = (over: Over): string => {
  const form = values(over);
  return accessSentences(accessPicture(form), form).join(' ');
};

describe('reach', () => {
  const cases: readonly (readonly [AccessAction, string, string, string])[] = [
    ['find', 'whoCanDiscoverGroup', 'ANYONE_CAN_DISCOVER', 'Yes Yes Yes Yes Yes'],
    ['find', 'whoCanDiscoverGroup', 'ALL_IN_DOMAIN_CAN_DISCOVER', 'No Yes Yes Yes Yes'],
    ['find', 'whoCanDiscoverGroup', 'ALL_MEMBERS_CAN_DISCOVER', 'No No Yes Yes Yes'],
    ['members', 'whoCanViewMembership', 'ALL_IN_DOMAIN_CAN_VIEW', 'No Yes Yes Yes Yes'],
    ['members', 'whoCanViewMembership', 'ALL_MEMBERS_CAN_VIEW', 'No No Yes Yes Yes'],
    ['members', 'whoCanViewMembership', 'ALL_MANAGERS_CAN_VIEW', 'No No No Yes Yes'],
    ['members', 'whoCanViewMembership', 'ALL_OWNERS_CAN_VIEW', 'No No No No Yes'],
    ['read', 'whoCanViewGroup', 'ANYONE_CAN_VIEW', 'Yes Yes Yes Yes Yes'],
    ['read', 'whoCanViewGroup', 'ALL_IN_DOMAIN_CAN_VIEW', 'No Yes Yes Yes Yes'],
    ['read', 'whoCanViewGroup', 'ALL_MEMBERS_CAN_VIEW', 'No No Yes Yes Yes'],
    ['read', 'whoCanViewGroup', 'ALL_MANAGERS_CAN_VIEW', 'No No No Yes Yes'],
    ['post', 'whoCanPostMessage', 'ANYONE_CAN_POST', 'Yes Yes Yes Yes Yes'],
    ['post', 'whoCanPostMessage', 'ALL_IN_DOMAIN_CAN_POST', 'No Yes Yes Yes Yes'],
    ['post', 'whoCanPostMessage', 'ALL_MEMBERS_CAN_POST', 'No No Yes Yes Yes'],
    ['post', 'whoCanPostMessage', 'ALL_MANAGERS_CAN_POST', 'No No No Yes Yes'],
    ['post', 'whoCanPostMessage', 'ALL_OWNERS_CAN_POST', 'No No No No Yes'],
    ['post', 'whoCanPostMessage', 'NONE_CAN_POST', 'No No No No No'],
    ['contact', 'whoCanContactOwner', 'ANYONE_CAN_CONTACT', 'Yes Yes Yes Yes Yes'],
    ['contact', 'whoCanContactOwner', 'ALL_OWNERS_CAN_CONTACT', 'No No No No Yes'],
  ];
  it.each(cases)('%s with %s %s', (action, field, value, expected) => {
    expect(row(action, { [field]: value }).join(' ')).toBe(expected);
  });
});

describe('joining', () => {
  const on = { allowExternalMembers: 'true', whoCanAddExternalMembers: 'END_USERS_CAN_ADD_EXTERNAL_MEMBERS' };
  const admin = { allowExternalMembers: 'true', whoCanAddExternalMembers: 'ONLY_ADMINS_CAN_ADD_EXTERNAL_MEMBERS' };
  const off = { allowExternalMembers: 'false' };
  const cases: readonly (readonly [string, Over, string, string])[] = [
    ['ANYONE_CAN_JOIN', on, 'Yes', 'Yes'],
    ['ANYONE_CAN_JOIN', off, 'No', 'Yes'],
    ['ALL_IN_DOMAIN_CAN_JOIN', on, 'If invited', 'Yes'],
    ['ALL_IN_DOMAIN_CAN_JOIN', admin, 'If an admin adds', 'Yes'],
    ['ALL_IN_DOMAIN_CAN_JOIN', off, 'No', 'Yes'],
    ['CAN_REQUEST_TO_JOIN', on, 'Asks first', 'Asks first'],
    ['CAN_REQUEST_TO_JOIN', off, 'No', 'Asks first'],
    ['INVITED_CAN_JOIN', on, 'If invited', 'If invited'],
    ['INVITED_CAN_JOIN', admin, 'If an admin adds', 'If invited'],
    ['INVITED_CAN_JOIN', off, 'No', 'If invited'],
    ['ROBOTS_CAN_JOIN', on, 'Not known', 'Not known'],
    ['ANYONE_CAN_JOIN', { allowExternalMembers: undefined }, 'Not known', 'Yes'],
  ];
  it.each(cases)('%s with %o', (whoCanJoin, over, outsider, domain) => {
    expect(row('join', { whoCanJoin, ...over })).toEqual([outsider, domain, 'Is in', 'Is in', 'Is in']);
  });
});

describe('what limits posting and reading', () => {
  it('holds every post', () => {
    expect(row('post', { messageModerationLevel: 'MODERATE_ALL_MESSAGES' })).toEqual(['No', 'After approval', 'After approval', 'After approval', 'After approval']);
  });
  it('holds posts of non-members', () => {
    expect(row('post', { messageModerationLevel: 'MODERATE_NON_MEMBERS' })).toEqual(['No', 'After approval', 'Yes', 'Yes', 'Yes']);
  });
  it('holds posts of new members', () => {
    expect(row('post', { messageModerationLevel: 'MODERATE_NEW_MEMBERS' })).toEqual(['No', 'Yes', 'New ones after approval', 'Yes', 'Yes']);
  });
  it('posts by mail where the web is closed, and approval is said first', () => {
    expect(row('post', { allowWebPosting: 'false' })).toEqual(['No', 'By mail only', 'By mail only', 'By mail only', 'By mail only']);
    expect(row('post', { allowWebPosting: 'false', messageModerationLevel: 'MODERATE_NON_MEMBERS' })[1]).toBe('After approval');
  });
  it('lets nobody post to a frozen group, whatever posting says', () => {
    expect(row('post', { archiveOnly: 'true', whoCanPostMessage: 'ANYONE_CAN_POST' })).toEqual(['No', 'No', 'No', 'No', 'No']);
  });
  it('has nothing to read later without history, unless the group is frozen', () => {
    expect(row('read', { isArchived: 'false', whoCanViewGroup: 'ANYONE_CAN_VIEW' })).toEqual(['No', 'No', 'By mail only', 'By mail only', 'By mail only']);
    expect(row('read', { isArchived: 'false', archiveOnly: 'true' })[2]).toBe('Yes');
  });
  it('says so where a value is unknown or missing', () => {
    for (const action of ACTIONS) {
      if (action === 'join') continue;
      expect(row(action, { whoCanDiscoverGroup: 'X', whoCanViewMembership: undefined, whoCanViewGroup: 'ALL', whoCanPostMessage: '', whoCanContactOwner: 'Y' })).toEqual(Array(5).fill('Not known'));
    }
  });
  it('is the same for prototype names as for missing ones', () => {
    const picture = accessPicture({});
    expect(allows(picture.owner.post)).toBe(false);
    expect(picture.outsider.join.standing).toBe('unknown');
  });
});

describe('the sentence', () => {
  const cases: readonly (readonly [string, Over, string])[] = [
    ['as it is', {}, 'Anyone finds it, the organisation joins and posts, only members read and see the members.'],
    ['frozen', { archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' }, 'Anyone finds it, the organisation joins, nobody posts, only members read and see the members. The group is frozen.'],
    ['on request', { whoCanJoin: 'CAN_REQUEST_TO_JOIN' }, 'Anyone finds it, the organisation posts, only members read and see the members. Anyone may ask to join.'],
    ['by invitation, closed to outsiders', { whoCanJoin: 'INVITED_CAN_JOIN', allowExternalMembers: 'false' }, 'Anyone finds it, the organisation posts, only members read and see the members. People join by invitation. Nobody from outside becomes a member.'],
    ['everything held', { messageModerationLevel: 'MODERATE_ALL_MESSAGES' }, 'Anyone finds it, the organisation joins and posts, only members read and see the members. Every message waits for approval.'],
    ['strangers held', { messageModerationLevel: 'MODERATE_NON_MEMBERS', allowWebPosting: 'false' }, 'Anyone finds it, the organisation joins and posts, only members read and see the members. Messages of non-members wait for approval. Posting goes by mail only.'],
    ['owners only', { whoCanPostMessage: 'ALL_OWNERS_CAN_POST', whoCanViewGroup: 'ALL_MANAGERS_CAN_VIEW' }, 'Anyone finds it, the organisation joins, only owners post, only managers and owners read, only members see the members.'],
    ['no history', { isArchived: 'false' }, 'Anyone finds it, the organisation joins and posts, only members read and see the members. Nothing is kept to read later.'],
  ];
  it.each(cases)('%s', (_name, over, sentence) => {
    expect(say(over)).toBe(sentence);
  });
  it('leaves out what is not known, down to nothing', () => {
    expect(say({ whoCanPostMessage: 'X' })).not.toContain('post');
    expect(accessSentences(accessPicture({}), {})).toEqual([]);
  });
  it('lists words', () => {
    expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
  });
});
