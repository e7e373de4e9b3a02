import { reach, type SettingSection } from './setting.ts';

export const findAndJoin: SettingSection = {
  id: 'find-and-join',
  title: 'Find and join',
  hint: 'Who learns that the group exists, and who gets in',
  settings: [
    {
      kind: 'reach',
      field: 'whoCanDiscoverGroup',
      label: 'Who can see group',
      meaning: 'Who finds the group in searches, lists and the directory.',
      verb: 'find the group',
      values: reach('DISCOVER', [
        ['members', 'Only members find the group; for everybody else it does not seem to exist.'],
        ['domain', 'Everybody in the organisation finds the group.'],
        ['anyone', 'Anybody on the internet finds the group.'],
      ]),
    },
    {
      kind: 'reach',
      field: 'whoCanJoin',
      label: 'Who can join group',
      meaning: 'Who becomes a member without being added by somebody.',
      verb: 'join by themselves',
      values: [
        { raw: 'INVITED_CAN_JOIN', word: 'Only invited', audience: 'none', means: 'People get in only by an invitation or by being added.' },
        { raw: 'CAN_REQUEST_TO_JOIN', word: 'Asks first', audience: 'none', at: 3.5, means: 'People ask, and somebody who manages members lets them in.' },
        { raw: 'ALL_IN_DOMAIN_CAN_JOIN', word: 'Organisation', audience: 'domain', means: 'Everybody in the organisation joins without asking.' },
        { raw: 'ANYONE_CAN_JOIN', word: 'Anyone', audience: 'anyone', means: 'Anybody joins without asking, from outside too when outside members are allowed.' },
      ],
    },
    {
      kind: 'flag',
      field: 'allowExternalMembers',
      label: 'Allow external members',
      meaning: 'Whether people outside the organisation may be members at all.',
      on: 'People outside the organisation may become members.',
      off: 'Nobody new from outside the organisation becomes a member; those who are in stay until removed.',
    },
    {
      kind: 'choice',
      field: 'whoCanAddExternalMembers',
      label: 'Who can add external members',
      meaning: 'Who brings in people from outside. Counts only while external members are allowed.',
      values: [
        { raw: 'ONLY_ADMINS_CAN_ADD_EXTERNAL_MEMBERS', word: 'Only administrators', means: 'Only administrators of the organisation add people from outside.' },
        { raw: 'END_USERS_CAN_ADD_EXTERNAL_MEMBERS', word: 'Whoever manages members', means: 'Everybody who may add members adds people from outside too.' },
      ],
    },
    {
      kind: 'reach',
      field: 'whoCanLeaveGroup',
      label: 'Who can leave group',
      meaning: 'Who may end their own membership.',
      verb: 'leave the group',
      values: reach('LEAVE', [
        ['none', 'Nobody leaves by themselves; somebody has to remove them.'],
        ['owners', 'Only owners leave by themselves.', 'undocumented'],
        ['managers', 'Managers and owners leave by themselves; members have to be removed.'],
        ['members', 'Everybody in the group may leave.'],
      ]),
    },
  ],
};
