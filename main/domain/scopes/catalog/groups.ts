import type { ScopeGroup } from '../scope-entry.ts';

/** Groups: settings, memberships in Cloud Identity, and the archive. */
export const groupsScopes: ScopeGroup = {
  product: 'Groups',
  entries: [
    {
      name: 'apps.groups.settings',
      title: 'View and manage the settings of groups',
      detail: 'The only scope of the Groups Settings API: there is no read-only one.',
      sensitivity: 'sensitive',
      adminOnly: true,
    },
    {
      name: 'apps.groups.migration',
      title: "Import mail into a group's archive",
      sensitivity: 'sensitive',
      adminOnly: true,
    },
    {
      name: 'cloud-identity.groups',
      title: 'See and change groups and their members',
      detail: 'Through Cloud Identity, as far as the account itself may.',
      sensitivity: 'sensitive',
      narrower: 'cloud-identity.groups.readonly',
    },
    {
      name: 'cloud-identity.groups.readonly',
      title: 'See groups and their members',
      detail: 'Through Cloud Identity, as far as the account itself may.',
      sensitivity: 'sensitive',
    },
    {
      name: 'groups',
      title: 'See and manage the Google Groups of the account',
      detail: 'Used by Apps Script.',
      sensitivity: 'sensitive',
    },
  ],
};
