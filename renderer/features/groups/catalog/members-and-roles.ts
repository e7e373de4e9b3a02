import type { SettingSection } from './setting.ts';

export const membersAndRoles: SettingSection = {
  id: 'members-and-roles',
  title: 'Members and roles',
  hint: 'Who manages people, and who speaks for the group',
  settings: [
    {
      kind: 'reach',
      field: 'whoCanModerateMembers',
      label: 'Who can manage members',
      meaning: 'Who adds, invites, approves, bans and removes people and changes their roles.',
      verb: 'manage members',
      values: [
        { raw: 'NONE', word: 'Nobody', audience: 'none', means: 'Nobody in the group manages members; administrators still do.' },
        { raw: 'OWNERS_ONLY', word: 'Owners', audience: 'owners', means: 'Only owners manage members.' },
        { raw: 'OWNERS_AND_MANAGERS', word: 'Managers', audience: 'managers', means: 'Managers and owners manage members.' },
        { raw: 'ALL_MEMBERS', word: 'Members', audience: 'members', means: 'Every member manages members.' },
      ],
    },
    {
      kind: 'flag',
      field: 'membersCanPostAsTheGroup',
      label: 'Members can post as the group',
      meaning: 'Whether members may send with the group’s own address. Such messages skip moderation by member.',
      on: 'Members may send with the group’s own address.',
      off: 'Members send with their own address only.',
    },
    {
      kind: 'choice',
      field: 'defaultSender',
      label: 'Default sender',
      meaning: 'Whose name a new message on the web starts with, for those who may post as the group.',
      values: [
        { raw: 'DEFAULT_SELF', word: 'The author', means: 'New messages start with the author’s own address.' },
        { raw: 'GROUP', word: 'The group', means: 'New messages start with the group’s address.' },
      ],
    },
    {
      kind: 'fixed',
      field: 'customRolesEnabledForSettingsToBeMerged',
      label: 'Custom roles in merged settings',
      meaning: 'Google says whether a custom role takes part in one of the settings that were merged. It cannot be set here.',
    },
  ],
};
