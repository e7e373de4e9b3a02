import type { ScopeGroup } from '../scope-entry.ts';

/** Talking and meeting. */
export const meetingScopes: ScopeGroup = {
  product: 'Chat and Meet',
  entries: [
    {
      name: 'chat.messages',
      title: 'See, write, change and delete Chat messages',
      sensitivity: 'restricted',
      narrower: 'chat.messages.readonly',
    },
    { name: 'chat.messages.readonly', title: 'See Chat messages', sensitivity: 'restricted' },
    { name: 'chat.spaces', title: 'See and change Chat spaces', sensitivity: 'sensitive', narrower: 'chat.spaces.readonly' },
    { name: 'chat.spaces.readonly', title: 'See Chat spaces', sensitivity: 'sensitive' },
    { name: 'chat.memberships.readonly', title: 'See who is in Chat spaces', sensitivity: 'sensitive' },
    { name: 'meetings.space.created', title: 'Create meetings and manage those', sensitivity: 'sensitive' },
    { name: 'meetings.space.readonly', title: 'See meetings', sensitivity: 'sensitive' },
  ],
};
