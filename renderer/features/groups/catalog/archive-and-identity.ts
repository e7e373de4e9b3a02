import type { SettingSection } from './setting.ts';

export const identity: SettingSection = {
  id: 'identity',
  title: 'Identity',
  hint: 'What the group is called',
  settings: [
    {
      kind: 'text',
      field: 'name',
      label: 'Group name',
      meaning: 'The name people see. The Directory keeps a copy of its own.',
      form: 'line',
      max: 75,
      means: 'People see the new name.',
    },
    {
      kind: 'text',
      field: 'description',
      label: 'Group description',
      meaning: 'What the group is for, as shown on its page.',
      form: 'lines',
      max: 300,
      means: 'The group’s page shows the new description.',
    },
    { kind: 'fixed', field: 'email', label: 'Group address', meaning: 'The address of the group. It is changed in the Directory.' },
    { kind: 'fixed', field: 'kind', label: 'Kind of answer', meaning: 'The name Google gives to this sort of record.' },
  ],
};

export const archive: SettingSection = {
  id: 'archive',
  title: 'Archive and inbox',
  hint: 'What is kept, and how it is worked on',
  settings: [
    {
      kind: 'flag',
      field: 'isArchived',
      label: 'Conversation history',
      meaning: 'Whether messages are kept on the web after they were sent.',
      on: 'Messages are kept, and whoever may read finds them on the web.',
      off: 'New messages go out by mail and are not kept.',
    },
    {
      kind: 'flag',
      field: 'archiveOnly',
      label: 'Archive only',
      meaning: 'A frozen group: what was written stays, and nobody posts. It goes together with nobody posting.',
      on: 'The group is frozen: it can be read, and nobody posts.',
      off: 'The group is no longer frozen; Google lets managers post unless you say otherwise.',
    },
    {
      kind: 'flag',
      field: 'enableCollaborativeInbox',
      label: 'Collaborative Inbox',
      meaning: 'Whether conversations can be assigned and marked as done, as in a shared inbox.',
      on: 'Conversations can be assigned and marked as done.',
      off: 'Conversations can no longer be assigned or marked as done.',
    },
  ],
};
