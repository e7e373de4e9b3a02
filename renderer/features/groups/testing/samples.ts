import type { GroupDto, GroupSnapshotDto, GroupValues } from '../../../../preload/contract/groups.ts';

/** Invented settings for tests. Nothing here is a real group. */
export const VALUES: GroupValues = {
  kind: 'groupsSettings#groups',
  email: 'choir@harbor.example',
  name: 'Harbor choir',
  description: 'Rehearsals on Tuesdays at seven.',
  whoCanJoin: 'ALL_IN_DOMAIN_CAN_JOIN',
  whoCanLeaveGroup: 'ALL_MEMBERS_CAN_LEAVE',
  whoCanViewMembership: 'ALL_MEMBERS_CAN_VIEW',
  whoCanViewGroup: 'ALL_MEMBERS_CAN_VIEW',
  whoCanDiscoverGroup: 'ANYONE_CAN_DISCOVER',
  whoCanPostMessage: 'ALL_IN_DOMAIN_CAN_POST',
  whoCanContactOwner: 'ALL_IN_DOMAIN_CAN_CONTACT',
  whoCanModerateMembers: 'OWNERS_AND_MANAGERS',
  whoCanModerateContent: 'OWNERS_AND_MANAGERS',
  whoCanAssistContent: 'NONE',
  allowExternalMembers: 'true',
  whoCanAddExternalMembers: 'ONLY_ADMINS_CAN_ADD_EXTERNAL_MEMBERS',
  allowWebPosting: 'true',
  isArchived: 'true',
  archiveOnly: 'false',
  messageModerationLevel: 'MODERATE_NONE',
  spamModerationLevel: 'MODERATE',
  replyTo: 'REPLY_TO_LIST',
  customReplyTo: '',
  includeCustomFooter: 'false',
  customFooterText: '',
  sendMessageDenyNotification: 'false',
  defaultMessageDenyNotificationText: '',
  membersCanPostAsTheGroup: 'false',
  defaultSender: 'DEFAULT_SELF',
  includeInGlobalAddressList: 'true',
  enableCollaborativeInbox: 'false',
  primaryLanguage: 'en_US',
  favoriteRepliesOnTop: 'true',
  customRolesEnabledForSettingsToBeMerged: 'false',
  whoCanApproveMembers: 'ALL_MANAGERS_CAN_APPROVE',
  showInGroupDirectory: 'true',
  maxMessageBytes: '26214400',
};

/** The sample with some values changed; undefined takes a field out. */
export function values(over: Readonly<Record<string, string | undefined>> = {}): GroupValues {
  return Object.fromEntries(Object.entries({ ...VALUES, ...over }).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}

export function group(over: Readonly<Record<string, string | undefined>> = {}, rest: Partial<GroupDto> = {}): GroupDto {
  return { email: 'choir@harbor.example', values: values(over), notText: ['maxMessageBytes'], loadedAt: Date.UTC(2026, 10, 23, 10, 24), ...rest };
}

export function snapshot(over: Partial<GroupSnapshotDto> = {}): GroupSnapshotDto {
  return { id: 's1', email: 'choir@harbor.example', takenAt: Date.UTC(2026, 10, 19, 10, 42), origin: 'kept', values: VALUES, ...over };
}
