import type { ScopeGroup } from '../scope-entry.ts';

/** Video and photos. */
export const mediaScopes: ScopeGroup = {
  product: 'YouTube and Photos',
  entries: [
    { name: 'youtube.readonly', title: 'See the YouTube account', sensitivity: 'sensitive' },
    { name: 'youtube', title: 'Manage the YouTube account', sensitivity: 'sensitive', narrower: 'youtube.readonly' },
    { name: 'youtube.upload', title: 'Upload videos and manage them', sensitivity: 'sensitive' },
    {
      name: 'youtube.force-ssl',
      title: 'Manage videos, ratings, comments and captions',
      sensitivity: 'sensitive',
      narrower: 'youtube.readonly',
    },
    { name: 'yt-analytics.readonly', title: 'See reports about the channel', sensitivity: 'sensitive' },
    { name: 'photoslibrary.appendonly', title: 'Add photos, see none', sensitivity: 'sensitive' },
  ],
};
