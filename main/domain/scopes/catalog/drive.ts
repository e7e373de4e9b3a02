import type { ScopeGroup } from '../scope-entry.ts';

const ownFilesOnly = 'Among the scopes Google guards most. If the client only needs its own files, drive.file is enough and needs no review.';

/** Files as files. https://developers.google.com/workspace/drive/api/guides/api-specific-auth */
export const driveScopes: ScopeGroup = {
  product: 'Drive',
  entries: [
    {
      name: 'drive.file',
      title: 'Only files this client creates or opens',
      sensitivity: 'non-sensitive',
      confirmed: true,
    },
    {
      name: 'drive.readonly',
      title: 'Read every file',
      sensitivity: 'restricted',
      confirmed: true,
      warning: ownFilesOnly,
      narrower: 'drive.file',
    },
    {
      name: 'drive',
      title: 'Read, change and delete every file',
      sensitivity: 'restricted',
      confirmed: true,
      warning: ownFilesOnly,
      narrower: 'drive.file',
    },
    {
      name: 'drive.appdata',
      title: "Keep the client's own hidden folder",
      detail: 'Nobody sees it in Drive; it holds settings of the client.',
      sensitivity: 'non-sensitive',
      confirmed: true,
    },
    {
      name: 'drive.install',
      title: 'Appear under Open with',
      sensitivity: 'non-sensitive',
      confirmed: true,
    },
    {
      name: 'drive.apps.readonly',
      title: 'See which apps are connected to Drive',
      sensitivity: 'sensitive',
      confirmed: true,
    },
    {
      name: 'drive.metadata',
      title: 'See and change what is known about every file',
      detail: 'Names, folders, owners and sharing, without the contents.',
      sensitivity: 'restricted',
      confirmed: true,
      narrower: 'drive.metadata.readonly',
    },
    {
      name: 'drive.metadata.readonly',
      title: 'See what is known about every file',
      detail: 'Names, folders, owners and sharing, without the contents.',
      sensitivity: 'restricted',
      confirmed: true,
      narrower: 'drive.file',
    },
    {
      name: 'drive.activity',
      title: 'See and add to the activity log of files',
      sensitivity: 'restricted',
      confirmed: true,
      narrower: 'drive.activity.readonly',
    },
    {
      name: 'drive.activity.readonly',
      title: 'See the activity log of files',
      sensitivity: 'restricted',
      confirmed: true,
    },
    {
      name: 'drive.scripts',
      title: 'Change what Apps Script files do',
      sensitivity: 'restricted',
      confirmed: true,
    },
    {
      name: 'drive.meet.readonly',
      title: 'See files that Meet made',
      sensitivity: 'restricted',
      confirmed: true,
      narrower: 'drive.file',
    },
  ],
};
