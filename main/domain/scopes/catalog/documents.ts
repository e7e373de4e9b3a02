import type { ScopeGroup } from '../scope-entry.ts';

/** Files by their contents. */
export const documentScopes: ScopeGroup = {
  product: 'Docs, Sheets, Slides and Forms',
  entries: [
    {
      name: 'documents',
      title: 'Read, change and delete every document',
      sensitivity: 'sensitive',
      confirmed: true,
      narrower: 'drive.file',
    },
    {
      name: 'documents.readonly',
      title: 'Read every document',
      sensitivity: 'sensitive',
      confirmed: true,
      narrower: 'drive.file',
    },
    {
      name: 'spreadsheets',
      title: 'Read, change and delete every spreadsheet',
      sensitivity: 'sensitive',
      confirmed: true,
      narrower: 'drive.file',
    },
    {
      name: 'spreadsheets.readonly',
      title: 'Read every spreadsheet',
      sensitivity: 'sensitive',
      confirmed: true,
      narrower: 'drive.file',
    },
    {
      name: 'presentations',
      title: 'Read, change and delete every presentation',
      sensitivity: 'sensitive',
      narrower: 'drive.file',
    },
    {
      name: 'presentations.readonly',
      title: 'Read every presentation',
      sensitivity: 'sensitive',
      narrower: 'drive.file',
    },
    {
      name: 'forms.body',
      title: 'Read, change and delete every form',
      sensitivity: 'sensitive',
      narrower: 'forms.body.readonly',
    },
    {
      name: 'forms.body.readonly',
      title: 'Read every form',
      sensitivity: 'sensitive',
    },
    {
      name: 'forms.responses.readonly',
      title: 'Read the answers to every form',
      sensitivity: 'sensitive',
    },
  ],
};
