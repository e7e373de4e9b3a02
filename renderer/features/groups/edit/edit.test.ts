import { describe, expect, it } from 'vitest';
import { group, snapshot, values } from '../testing/samples.ts';
import { consequence, domainOf, openings } from './consequences.ts';
import { applied, changesOf, edited, saveInput, withEdit } from './draft.ts';

const domain = 'harbor.example';

describe('the draft', () => {
  it('lists only what differs, in the order of the page', () => {
    const edits = { name: 'Choir', whoCanJoin: 'ANYONE_CAN_JOIN', isArchived: 'true' };
    expect(changesOf(group(), edits)).toEqual([
      { field: 'whoCanJoin', from: 'ALL_IN_DOMAIN_CAN_JOIN', to: 'ANYONE_CAN_JOIN' },
      { field: 'name', from: 'Harbor choir', to: 'Choir' },
    ]);
  });

  it('never sends what is retired, unknown, read-only or no text', () => {
    const edits = { whoCanApproveMembers: 'X', whoCanDance: 'X', email: 'x@y.example', description: 'X' };
    expect(changesOf(group({}, { notText: ['description'] }), edits)).toEqual([]);
  });

  it('has no old value for a field Google did not send', () => {
    const changes = changesOf(group({ primaryLanguage: undefined }), { primaryLanguage: 'de' });
    expect(changes).toEqual([{ field: 'primaryLanguage', from: null, to: 'de' }]);
    expect(saveInput(changes)).toEqual({ changes: { primaryLanguage: 'de' }, before: {} });
  });

  it('forgets an edit that is Google’s value again', () => {
    const edits = withEdit(group(), {}, { name: 'X' });
    expect(edited(group(), edits)['name']).toBe('X');
    expect(withEdit(group(), edits, { name: 'Harbor choir' })).toEqual({});
  });
});

describe('applying a snapshot', () => {
  it('puts differing values into the form and names what it leaves out', () => {
    const taken = values({ whoCanJoin: 'INVITED_CAN_JOIN', whoCanApproveMembers: 'NONE_CAN_APPROVE', kind: 'other', whoCanDance: 'ALL', replyTo: 'REPLY_TO_MOON', name: 'Old name' });
    const { edits, leftOut } = applied(group(), { isArchived: 'false' }, snapshot({ values: taken }));
    expect(edits).toEqual({ whoCanJoin: 'INVITED_CAN_JOIN', name: 'Old name' });
    expect(leftOut).toEqual([
      { field: 'kind', reason: 'read-only' },
      { field: 'replyTo', reason: 'unknown-value' },
      { field: 'whoCanApproveMembers', reason: 'retired' },
      { field: 'whoCanDance', reason: 'unknown' },
    ]);
  });

  it('leaves another group its own name', () => {
    const { edits, leftOut } = applied(group(), {}, snapshot({ email: 'rota@harbor.example', values: values({ email: 'rota@harbor.example', name: 'Rota' }) }));
    expect(edits).toEqual({});
    expect(leftOut).toEqual([
      { field: 'email', reason: 'read-only' },
      { field: 'name', reason: 'identity' },
    ]);
  });
});

describe('what a change means', () => {
  const cases: readonly (readonly [string, string | null, string, string])[] = [
    ['whoCanJoin', 'ANYONE_CAN_JOIN', 'ALL_IN_DOMAIN_CAN_JOIN', 'People outside harbor.example can no longer join by themselves.'],
    ['whoCanJoin', 'ANYONE_CAN_JOIN', 'CAN_REQUEST_TO_JOIN', 'People outside harbor.example and colleagues who are not members can no longer join by themselves. People ask, and somebody who manages members lets them in.'],
    ['whoCanJoin', 'INVITED_CAN_JOIN', 'CAN_REQUEST_TO_JOIN', 'People ask, and somebody who manages members lets them in.'],
    ['whoCanPostMessage', 'ALL_IN_DOMAIN_CAN_POST', 'ALL_OWNERS_CAN_POST', 'Colleagues who are not members, members and managers can no longer post.'],
    ['whoCanPostMessage', 'NONE_CAN_POST', 'ALL_MEMBERS_CAN_POST', 'Members, managers and owners can now post.'],
    ['whoCanViewGroup', 'ALL_MEMBERS_CAN_VIEW', 'ALL_IN_DOMAIN_CAN_VIEW', 'Colleagues who are not members can now read conversations.'],
    ['whoCanViewGroup', 'ROBOTS', 'ALL_MEMBERS_CAN_VIEW', 'Members read the conversations.'],
    ['whoCanViewGroup', null, 'ALL_MEMBERS_CAN_VIEW', 'Members read the conversations.'],
    ['allowExternalMembers', 'true', 'false', 'Nobody new from outside the organisation becomes a member; those who are in stay until removed.'],
    ['replyTo', 'REPLY_TO_LIST', 'REPLY_TO_SENDER', 'Answers go to the author of the message.'],
    ['name', 'A', 'B', 'People see the new name.'],
    ['name', 'A', '', 'Group name becomes empty.'],
    ['replyTo', 'A', 'REPLY_TO_MOON', 'Grantdesk does not know this value; Google decides what it means.'],
    ['whoCanDance', 'A', 'B', ''],
  ];
  it.each(cases)('%s from %s to %s', (field, from, to, sentence) => {
    expect(consequence({ field, from, to }, domain)).toBe(sentence);
  });
  it('promises outsiders no membership where there are no external members', () => {
    const join = (from: string, to: string): string => consequence({ field: 'whoCanJoin', from, to }, domain, false);
    expect(join('INVITED_CAN_JOIN', 'ANYONE_CAN_JOIN')).toBe('Colleagues who are not members can now join by themselves.');
    expect(join('ALL_IN_DOMAIN_CAN_JOIN', 'ANYONE_CAN_JOIN')).toBe('Anybody joins without asking, from outside too when outside members are allowed.');
    expect(consequence({ field: 'whoCanPostMessage', from: 'ALL_IN_DOMAIN_CAN_POST', to: 'ANYONE_CAN_POST' }, domain, false)).toBe('People outside harbor.example can now post.');
  });
});

describe('opening to outsiders', () => {
  const opens = (over: Readonly<Record<string, string>>, from: Readonly<Record<string, string>> = {}) => openings(values(from), values({ ...from, ...over }), domain);
  it('says nothing while nothing opens', () => {
    expect(opens({ whoCanPostMessage: 'ALL_MEMBERS_CAN_POST', isArchived: 'false' })).toEqual([]);
  });
  it('says when they may post, and that nobody looks first', () => {
    expect(opens({ whoCanPostMessage: 'ANYONE_CAN_POST' })).toEqual(['People outside harbor.example can now post.', 'What they post reaches the members without approval.']);
    expect(opens({ whoCanPostMessage: 'ANYONE_CAN_POST', messageModerationLevel: 'MODERATE_ALL_MESSAGES' })).toEqual(['People outside harbor.example can now post.']);
  });
  it('says when approval falls away', () => {
    expect(opens({ messageModerationLevel: 'MODERATE_NONE' }, { whoCanPostMessage: 'ANYONE_CAN_POST', messageModerationLevel: 'MODERATE_ALL_MESSAGES' })).toEqual(['What they post reaches the members without approval.']);
  });
  it('sees that two settings together open the door', () => {
    const closed = { allowExternalMembers: 'false', whoCanJoin: 'CAN_REQUEST_TO_JOIN' };
    expect(opens({ whoCanJoin: 'ANYONE_CAN_JOIN' }, closed)).toEqual([]);
    expect(opens({ whoCanJoin: 'ANYONE_CAN_JOIN', allowExternalMembers: 'true' }, closed)).toEqual(['People outside harbor.example can now join.']);
    expect(opens({ allowExternalMembers: 'true' }, closed)).toEqual(['People outside harbor.example can now ask to join.']);
    expect(opens({ allowExternalMembers: 'true' }, { ...closed, whoCanJoin: 'INVITED_CAN_JOIN' })).toEqual(['People outside harbor.example can now become members by invitation.']);
  });
  it('says when nobody has to let them in any more, and when others may add them', () => {
    expect(opens({ whoCanJoin: 'ANYONE_CAN_JOIN' })).toEqual(['People outside harbor.example no longer need to be let in.']);
    expect(opens({ whoCanAddExternalMembers: 'END_USERS_CAN_ADD_EXTERNAL_MEMBERS' })).toEqual(['Whoever manages members can add people from outside without an administrator.']);
  });
  it('knows the domain of an address', () => {
    expect([domainOf('a@b@c.example'), domainOf('')]).toEqual(['c.example', 'the organisation']);
  });
});
