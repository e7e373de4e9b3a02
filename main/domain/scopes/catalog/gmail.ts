import type { ScopeGroup } from '../scope-entry.ts';

/** Mail. A password change ends every authorization that holds one of these. https://developers.google.com/workspace/gmail/api/auth/scopes */
export const gmailScopes: ScopeGroup = {
  product: 'Gmail',
  entries: [
    {
      name: 'gmail.readonly',
      title: 'Read all mail and mail settings',
      sensitivity: 'restricted',
      confirmed: true,
      narrower: 'gmail.metadata',
    },
    {
      name: 'gmail.modify',
      title: 'Read, write and send mail, delete nothing for good',
      sensitivity: 'restricted',
      narrower: 'gmail.readonly',
    },
    {
      name: 'mail.google.com',
      scope: 'https://mail.google.com/',
      title: 'Do everything with the mailbox',
      detail: 'Also delete mail for good, and connect by IMAP, POP and SMTP.',
      sensitivity: 'restricted',
      aliases: ['https://mail.google.com'],
      narrower: 'gmail.modify',
    },
    {
      name: 'gmail.compose',
      title: 'Manage drafts and send mail',
      sensitivity: 'restricted',
      narrower: 'gmail.send',
    },
    {
      name: 'gmail.send',
      title: 'Send mail, read nothing',
      sensitivity: 'sensitive',
      confirmed: true,
    },
    {
      name: 'gmail.insert',
      title: 'Put mail into the mailbox',
      sensitivity: 'restricted',
    },
    {
      name: 'gmail.metadata',
      title: 'See headers and labels, not the text of mail',
      sensitivity: 'restricted',
      narrower: 'gmail.labels',
    },
    {
      name: 'gmail.labels',
      title: 'See and change labels',
      sensitivity: 'non-sensitive',
    },
    {
      name: 'gmail.settings.basic',
      title: 'See and change mail settings and filters',
      sensitivity: 'restricted',
    },
    {
      name: 'gmail.settings.sharing',
      title: 'Change who else may use the mailbox',
      detail: 'Delegates and forwarding.',
      sensitivity: 'restricted',
      warning: 'Google lets only service accounts with domain-wide delegation use it: with a personal sign-in every call is refused.',
    },
  ],
};
