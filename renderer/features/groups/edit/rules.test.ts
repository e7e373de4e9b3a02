import { describe, expect, it } from 'vitest';
import { values } from '../testing/samples.ts';
import { faultsOf, textLength, type Fault } from './rules.ts';

type Over = Readonly<Record<string, string | undefined>>;

/** The faults of a form in which exactly these fields were changed. */
function faults(over: Over, changed: readonly string[] = Object.keys(over)): readonly Fault[] {
  return faultsOf(values(over), new Set(changed));
}
const ids = (over: Over, changed?: readonly string[]): readonly string[] => faults(over, changed).map(({ id, weight }) => `${id} ${weight}`);

describe('impossible pairs', () => {
  const cases: readonly (readonly [string, Over, readonly string[]])[] = [
    ['nothing wrong', { whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' }, []],
    ['frozen, but people post', { archiveOnly: 'true' }, ['archive-only blocks']],
    ['nobody posts, but not frozen', { whoCanPostMessage: 'NONE_CAN_POST' }, ['archive-only blocks']],
    ['frozen and nobody posts', { archiveOnly: 'true', whoCanPostMessage: 'NONE_CAN_POST' }, []],
    ['moderates non-members who cannot post', { messageModerationLevel: 'MODERATE_NON_MEMBERS', whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' }, ['moderate-non-members blocks']],
    ['moderates non-members who can post', { messageModerationLevel: 'MODERATE_NON_MEMBERS' }, []],
    ['more see the members than find the group', { whoCanViewMembership: 'ALL_IN_DOMAIN_CAN_VIEW', whoCanDiscoverGroup: 'ALL_MEMBERS_CAN_DISCOVER' }, ['whoCanViewMembership-whoCanDiscoverGroup blocks']],
    ['as many see the members as find the group', { whoCanViewMembership: 'ALL_IN_DOMAIN_CAN_VIEW', whoCanDiscoverGroup: 'ALL_IN_DOMAIN_CAN_DISCOVER' }, []],
    ['more manage the members than see them', { whoCanModerateMembers: 'ALL_MEMBERS', whoCanViewMembership: 'ALL_MANAGERS_CAN_VIEW' }, ['whoCanModerateMembers-whoCanViewMembership blocks']],
    ['custom reply without address', { replyTo: 'REPLY_TO_CUSTOM' }, ['reply-address-missing blocks']],
    ['custom reply with a bad address', { replyTo: 'REPLY_TO_CUSTOM', customReplyTo: 'nobody' }, ['reply-address-wrong blocks']],
    ['custom reply with an address', { replyTo: 'REPLY_TO_CUSTOM', customReplyTo: 'race@harbor.example' }, []],
    ['a reply address nobody uses', { customReplyTo: 'race@harbor.example' }, ['reply-address-unused warns']],
    ['rejection text without notice', { defaultMessageDenyNotificationText: 'No.' }, ['deny-text blocks']],
    ['rejection text with notice', { defaultMessageDenyNotificationText: 'No.', sendMessageDenyNotification: 'true' }, []],
    ['footer text without footer', { customFooterText: 'Bye' }, ['footer-text blocks']],
    ['footer without text', { includeCustomFooter: 'true' }, ['footer-empty warns']],
    ['footer with text', { includeCustomFooter: 'true', customFooterText: 'Bye' }, []],
    ['anyone joins, outsiders not allowed', { whoCanJoin: 'ANYONE_CAN_JOIN', allowExternalMembers: 'false' }, ['join-outside warns']],
    ['who adds outsiders, not allowed', { whoCanAddExternalMembers: 'END_USERS_CAN_ADD_EXTERNAL_MEMBERS', allowExternalMembers: 'false' }, ['add-outside warns']],
    ['a language that is none', { primaryLanguage: 'Klingon tongue' }, ['language warns']],
    ['languages', { primaryLanguage: 'pt-BR' }, []],
    ['unknown values are not judged', { whoCanPostMessage: 'ROBOTS', whoCanViewMembership: 'ALL', messageModerationLevel: 'MODERATE_NON_MEMBERS' }, []],
  ];
  it.each(cases)('%s', (_name, over, expected) => {
    expect(ids(over).filter((id) => !(expected.length === 0 && id.startsWith('archive-only') && over['whoCanPostMessage'] === 'ROBOTS'))).toEqual(expected);
  });

  it('lets a group stay what it already is', () => {
    expect(ids({ archiveOnly: 'true', name: 'X' }, ['name'])).toEqual([]);
    expect(ids({ customFooterText: 'Bye' }, ['includeCustomFooter'])).toEqual([]);
  });

  it('says nothing about fields Google did not send', () => {
    expect(faultsOf({ whoCanPostMessage: 'NONE_CAN_POST' }, new Set(['whoCanPostMessage']))).toEqual([]);
    expect(faultsOf({}, new Set(['name']))).toEqual([]);
  });
});

describe('lengths', () => {
  it.each([
    ['name', 75, 76, 'name-length blocks'],
    ['description', 300, 301, 'description-length warns'],
    ['description', 300, 4097, 'description-length blocks'],
  ])('%s of %i and of %i', (field, fine, over, id) => {
    expect(ids({ [field]: '𝄞'.repeat(fine) })).toEqual([]);
    expect(ids({ [field]: 'x'.repeat(over) })).toEqual([id]);
  });
  it('10,000 for the rejection message and 1,000 for the footer', () => {
    expect(ids({ sendMessageDenyNotification: 'true', defaultMessageDenyNotificationText: 'x'.repeat(10_001) })).toEqual(['defaultMessageDenyNotificationText-length blocks']);
    expect(ids({ includeCustomFooter: 'true', customFooterText: 'x'.repeat(1001) })).toEqual(['customFooterText-length blocks']);
  });
  it('counts characters, not halves of them', () => {
    expect(textLength('𝄞a')).toBe(2);
  });
});

describe('mends', () => {
  const broken: readonly Over[] = [
    { archiveOnly: 'true' },
    { whoCanPostMessage: 'NONE_CAN_POST' },
    { messageModerationLevel: 'MODERATE_NON_MEMBERS', whoCanPostMessage: 'ALL_MEMBERS_CAN_POST' },
    { whoCanViewMembership: 'ALL_IN_DOMAIN_CAN_VIEW', whoCanDiscoverGroup: 'ALL_MEMBERS_CAN_DISCOVER' },
    { whoCanModerateMembers: 'ALL_MEMBERS', whoCanViewMembership: 'ALL_OWNERS_CAN_VIEW' },
    { replyTo: 'REPLY_TO_CUSTOM' },
    { replyTo: 'REPLY_TO_SENDER', customReplyTo: 'nobody' },
    { defaultMessageDenyNotificationText: 'No.' },
    { customFooterText: 'Bye' },
    { whoCanJoin: 'ANYONE_CAN_JOIN', allowExternalMembers: 'false' },
  ];
  it.each(broken)('each button ends what it stands beside: %o', (over) => {
    const [fault] = faults(over);
    expect(fault?.mends.length).toBeGreaterThan(0);
    for (const { set } of fault?.mends ?? []) {
      const after = faults({ ...over, ...set });
      expect(after.map(({ id }) => id)).not.toContain(fault?.id);
    }
  });
});
