/** A field Google still sends and no longer wants: what took its place, if anything did. */
export interface RetiredSetting {
  readonly field: string;
  /** Field of the setting that decides now; null when nothing does. */
  readonly successor: string | null;
  /** Why there is no successor. */
  readonly note: string | null;
}

const into = (successor: string, fields: readonly string[]): readonly RetiredSetting[] =>
  fields.map((field) => ({ field, successor, note: null }));

/** Deprecated or merged fields of Groups Settings v1: read-only here, because old and new ones sent together undo each other. */
export const RETIRED: readonly RetiredSetting[] = [
  ...into('whoCanModerateMembers', ['whoCanAdd', 'whoCanInvite', 'whoCanModifyMembers', 'whoCanApproveMembers', 'whoCanBanUsers']),
  ...into('whoCanModerateContent', [
    'whoCanApproveMessages',
    'whoCanDeleteAnyPost',
    'whoCanDeleteTopics',
    'whoCanHideAbuse',
    'whoCanLockTopics',
    'whoCanMakeTopicsSticky',
    'whoCanMoveTopicsIn',
    'whoCanMoveTopicsOut',
    'whoCanPostAnnouncements',
  ]),
  ...into('whoCanAssistContent', [
    'whoCanAssignTopics',
    'whoCanEnterFreeFormTags',
    'whoCanMarkDuplicate',
    'whoCanMarkFavoriteReplyOnAnyTopic',
    'whoCanMarkFavoriteReplyOnOwnTopic',
    'whoCanMarkNoResponseNeeded',
    'whoCanModifyTagsAndCategories',
    'whoCanTakeTopics',
    'whoCanUnassignTopic',
    'whoCanUnmarkFavoriteReplyOnAnyTopic',
  ]),
  ...into('whoCanDiscoverGroup', ['showInGroupDirectory']),
  { field: 'allowGoogleCommunication', successor: null, note: 'Has no effect any more.' },
  { field: 'maxMessageBytes', successor: null, note: 'Google sets the largest message itself.' },
  { field: 'messageDisplayFont', successor: null, note: 'Always the default font.' },
  { field: 'whoCanAddReferences', successor: null, note: 'Always nobody.' },
];
