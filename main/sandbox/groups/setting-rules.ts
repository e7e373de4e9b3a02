/** `X|Y` lists the values a setting takes; `text:N` caps its length; `fixed` is answered but never changed. */
const flag = 'true|false';
const moderators = 'ALL_MEMBERS|OWNERS_AND_MANAGERS|OWNERS_ONLY|NONE';
const assistants = 'ALL_MEMBERS|OWNERS_AND_MANAGERS|MANAGERS_ONLY|OWNERS_ONLY|NONE';

/** Every current setting under its wire name (`defaultSender`, where the schema says default_sender). */
export const settingRules: Readonly<Record<string, string>> = {
  email: 'fixed',
  kind: 'fixed',
  name: 'text:75',
  description: 'text:300',
  whoCanJoin: 'ANYONE_CAN_JOIN|ALL_IN_DOMAIN_CAN_JOIN|INVITED_CAN_JOIN|CAN_REQUEST_TO_JOIN',
  whoCanLeaveGroup: 'ALL_MEMBERS_CAN_LEAVE|ALL_MANAGERS_CAN_LEAVE|ALL_OWNERS_CAN_LEAVE|NONE_CAN_LEAVE',
  whoCanViewMembership: 'ALL_IN_DOMAIN_CAN_VIEW|ALL_MEMBERS_CAN_VIEW|ALL_MANAGERS_CAN_VIEW|ALL_OWNERS_CAN_VIEW',
  whoCanViewGroup: 'ANYONE_CAN_VIEW|ALL_IN_DOMAIN_CAN_VIEW|ALL_MEMBERS_CAN_VIEW|ALL_MANAGERS_CAN_VIEW|ALL_OWNERS_CAN_VIEW',
  whoCanDiscoverGroup: 'ANYONE_CAN_DISCOVER|ALL_IN_DOMAIN_CAN_DISCOVER|ALL_MEMBERS_CAN_DISCOVER',
  whoCanPostMessage:
    'NONE_CAN_POST|ALL_MANAGERS_CAN_POST|ALL_MEMBERS_CAN_POST|ALL_OWNERS_CAN_POST|ALL_IN_DOMAIN_CAN_POST|ANYONE_CAN_POST',
  whoCanContactOwner:
    'ANYONE_CAN_CONTACT|ALL_IN_DOMAIN_CAN_CONTACT|ALL_MEMBERS_CAN_CONTACT|ALL_MANAGERS_CAN_CONTACT|ALL_OWNERS_CAN_CONTACT',
  whoCanModerateMembers: moderators,
  whoCanModerateContent: moderators,
  whoCanAssistContent: assistants,
  allowExternalMembers: flag,
  whoCanAddExternalMembers: 'ONLY_ADMINS_CAN_ADD_EXTERNAL_MEMBERS|END_USERS_CAN_ADD_EXTERNAL_MEMBERS',
  allowWebPosting: flag,
  isArchived: flag,
  archiveOnly: flag,
  messageModerationLevel: 'MODERATE_ALL_MESSAGES|MODERATE_NON_MEMBERS|MODERATE_NEW_MEMBERS|MODERATE_NONE',
  spamModerationLevel: 'ALLOW|MODERATE|SILENTLY_MODERATE|REJECT',
  replyTo: 'REPLY_TO_CUSTOM|REPLY_TO_SENDER|REPLY_TO_LIST|REPLY_TO_OWNER|REPLY_TO_IGNORE|REPLY_TO_MANAGERS',
  customReplyTo: 'text:320',
  includeCustomFooter: flag,
  customFooterText: 'text:1000',
  sendMessageDenyNotification: flag,
  defaultMessageDenyNotificationText: 'text:10000',
  membersCanPostAsTheGroup: flag,
  defaultSender: 'DEFAULT_SELF|GROUP',
  includeInGlobalAddressList: flag,
  enableCollaborativeInbox: flag,
  primaryLanguage: 'text:20',
  favoriteRepliesOnTop: flag,
  customRolesEnabledForSettingsToBeMerged: 'fixed',
};

/** Whether a value fits a setting's rule; everything on the wire is a string. */
export function fitsRule(rule: string, value: unknown): value is string {
  if (typeof value !== 'string') return false;
  if (rule.startsWith('text:')) return value.length <= Number(rule.slice(5));
  return rule.split('|').includes(value);
}

const openness = ['OWNERS', 'MANAGERS', 'MEMBERS', 'IN_DOMAIN', 'ANYONE'];

/** How open a value is: 0 owners … 4 anyone. */
function reach(value: string | undefined): number {
  return openness.findIndex((word) => value?.includes(word) === true);
}

/** The first broken rule between settings, by name, or undefined. Google answers such a change with 400 as a whole. */
export function brokenRule(settings: Readonly<Record<string, string>>): string | undefined {
  const { whoCanPostMessage = '' } = settings;
  if (settings['archiveOnly'] === 'true' && whoCanPostMessage !== 'NONE_CAN_POST') return 'ARCHIVE_ONLY_REQUIRES_NONE_CAN_POST';
  if (settings['messageModerationLevel'] === 'MODERATE_NON_MEMBERS' && !/^(ANYONE|ALL_IN_DOMAIN)_/.test(whoCanPostMessage)) {
    return 'MODERATE_NON_MEMBERS_REQUIRES_NON_MEMBER_POSTING';
  }
  if (reach(settings['whoCanViewMembership']) > reach(settings['whoCanDiscoverGroup'])) {
    return 'WHO_CAN_VIEW_MEMBERSHIP_CANNOT_BE_BROADER_THAN_WHO_CAN_DISCOVER_GROUP';
  }
  if (settings['whoCanModerateMembers'] === 'ALL_MEMBERS' && reach(settings['whoCanViewMembership']) < 2) {
    return 'WHO_CAN_MODERATE_MEMBERS_CANNOT_BE_BROADER_THAN_WHO_CAN_VIEW_MEMBERSHIP';
  }
  if (settings['replyTo'] === 'REPLY_TO_CUSTOM' && settings['customReplyTo'] === '') return 'REPLY_TO_CUSTOM_REQUIRES_ADDRESS';
  if (settings['defaultMessageDenyNotificationText'] !== '' && settings['sendMessageDenyNotification'] !== 'true') {
    return 'MESSAGE_DENY_TEXT_REQUIRES_NOTIFICATION';
  }
  return undefined;
}
