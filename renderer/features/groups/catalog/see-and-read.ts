import { reach, type SettingSection } from './setting.ts';

export const seeAndRead: SettingSection = {
  id: 'see-and-read',
  title: 'See and read',
  hint: 'Who reads what was written, and who sees who is in',
  settings: [
    {
      kind: 'reach',
      field: 'whoCanViewGroup',
      label: 'Who can view conversations',
      meaning: 'Who reads the conversations of the group on the web.',
      verb: 'read conversations',
      values: reach('VIEW', [
        ['owners', 'Only owners read the conversations.', 'undocumented'],
        ['managers', 'Managers and owners read the conversations.'],
        ['members', 'Members read the conversations.'],
        ['domain', 'Everybody in the organisation reads the conversations.'],
        ['anyone', 'Anybody on the internet reads the conversations.'],
      ]),
    },
    {
      kind: 'reach',
      field: 'whoCanViewMembership',
      label: 'Who can view members',
      meaning: 'Who sees the list of members.',
      verb: 'see the member list',
      values: reach('VIEW', [
        ['owners', 'Only owners see who is in the group.', 'undocumented'],
        ['managers', 'Managers and owners see who is in the group.'],
        ['members', 'Members see who is in the group.'],
        ['domain', 'Everybody in the organisation sees who is in the group.'],
      ]),
    },
    {
      kind: 'reach',
      field: 'whoCanContactOwner',
      label: 'Who can contact the group owners',
      meaning: 'Who may write to the owners by way of the group’s page.',
      verb: 'write to the owners',
      values: reach('CONTACT', [
        ['owners', 'Only owners write to the owners.'],
        ['managers', 'Managers and owners write to the owners.'],
        ['members', 'Members write to the owners.'],
        ['domain', 'Everybody in the organisation writes to the owners.'],
        ['anyone', 'Anybody on the internet writes to the owners.'],
      ]),
    },
    {
      kind: 'flag',
      field: 'includeInGlobalAddressList',
      label: 'Show in the global address list',
      meaning: 'Whether the address is offered to people of the organisation while they type.',
      on: 'The address is offered to people of the organisation while they type.',
      off: 'The address is no longer offered while people type; it works all the same.',
    },
  ],
};
