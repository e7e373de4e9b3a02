import type { ScopeGroup } from '../scope-entry.ts';

/** Single scopes of further products. */
export const otherScopes: ScopeGroup = {
  product: 'Other',
  entries: [
    { name: 'tasks', title: 'See, change and delete tasks', sensitivity: 'sensitive', narrower: 'tasks.readonly' },
    { name: 'tasks.readonly', title: 'See tasks', sensitivity: 'sensitive' },
    {
      name: 'keep.readonly',
      title: 'See notes in Keep',
      sensitivity: 'sensitive',
      warning: 'Only for Workspace accounts: a personal account cannot grant it.',
    },
    { name: 'classroom.courses.readonly', title: 'See Classroom courses', sensitivity: 'sensitive' },
    { name: 'script.projects', title: 'See and change Apps Script projects', sensitivity: 'sensitive' },
    { name: 'analytics.readonly', title: 'See Analytics data', sensitivity: 'sensitive' },
    { name: 'webmasters.readonly', title: 'See Search Console data', sensitivity: 'sensitive' },
    {
      name: 'cloud-platform',
      title: 'Do everything in Google Cloud that the account may',
      sensitivity: 'sensitive',
      warning: 'Reaches every Google Cloud service, and Workspace can ask for a fresh sign-in every few hours because of it.',
      narrower: 'cloud-platform.read-only',
    },
    {
      name: 'cloud-platform.read-only',
      title: 'See everything in Google Cloud that the account may',
      sensitivity: 'sensitive',
      warning: 'Workspace can ask for a fresh sign-in every few hours because of it.',
    },
  ],
};
